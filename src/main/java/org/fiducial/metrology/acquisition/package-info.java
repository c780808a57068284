/**
 * An image acquisition in a protocol's words: what its files say as parameters, facts and remarks, the voxel size an
 * analysis rests on, and what the optics of a channel allow. Shared by all protocols that analyse images; ways in:
 * {@link org.fiducial.metrology.acquisition.FileParameters}, {@link org.fiducial.metrology.acquisition.SamplingGrid} and
 * {@link org.fiducial.metrology.acquisition.TheoreticalResolution}. May import {@code metrology.quantity},
 * {@code metrology.image} and {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.metrology.acquisition;

import org.jspecify.annotations.NullMarked;
