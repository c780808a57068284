/**
 * Calibrated image stacks from files: readers, metadata with their origin, saturation and sampling facts. Way in:
 * {@link org.fiducial.metrology.image.ImageFiles}, which gives an {@link org.fiducial.metrology.image.ImageStack}. May
 * import {@code metrology.quantity}.
 */
@NullMarked
package org.fiducial.metrology.image;

import org.jspecify.annotations.NullMarked;
