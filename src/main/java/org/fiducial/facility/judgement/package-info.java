/**
 * Limits and the verdicts they give. A set of limits is an immutable version: each verdict names the one that judged it.
 * Ways in: {@link org.fiducial.facility.judgement.LimitSet} to judge, {@link org.fiducial.facility.judgement.Limits} for the
 * versions of limits and baselines a facility set. May import {@code metrology.quantity} and
 * {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.facility.judgement;

import org.jspecify.annotations.NullMarked;
