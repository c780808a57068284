/**
 * The instruments of a facility: microscopes, the components they are built of, each with an identity and a life of its
 * own, and the optical configurations checks are made in. What is known of them has versions and components move; ways in: {@link
 * org.fiducial.facility.instrument.Instruments} and its {@link org.fiducial.facility.instrument.Registry}.
 * May import {@code metrology.quantity}.
 */
@NullMarked
package org.fiducial.facility.instrument;

import org.jspecify.annotations.NullMarked;
