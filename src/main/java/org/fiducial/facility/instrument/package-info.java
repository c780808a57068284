/**
 * The instruments of a facility: microscopes, the components they are built of, each with an identity and a life of its
 * own, and the optical configurations checks are made in. Way in: {@link org.fiducial.facility.instrument.Instruments}.
 * May import {@code metrology.quantity}.
 */
@NullMarked
package org.fiducial.facility.instrument;

import org.jspecify.annotations.NullMarked;
