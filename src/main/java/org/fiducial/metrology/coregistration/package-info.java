/**
 * The co-registration protocol: from images of multicolour beads to the shift, magnification and rotation between the
 * channels, their uncertainty and their pictures. Way in: {@link org.fiducial.metrology.coregistration.CoregistrationModule}.
 * May import {@code metrology.quantity}, {@code metrology.numeric}, {@code metrology.image}, {@code metrology.bead},
 * {@code metrology.protocol} and {@code metrology.acquisition}.
 */
@NullMarked
package org.fiducial.metrology.coregistration;

import org.jspecify.annotations.NullMarked;
