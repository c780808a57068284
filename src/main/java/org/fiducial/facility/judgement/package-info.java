/**
 * Limits and the verdicts they give. A set of limits is an immutable version: each verdict names the one that judged it.
 * Way in: {@link org.fiducial.facility.judgement.LimitSet}. May import {@code metrology.quantity} and
 * {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.facility.judgement;

import org.jspecify.annotations.NullMarked;
