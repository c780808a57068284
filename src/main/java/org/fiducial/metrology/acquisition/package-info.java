/**
 * An image acquisition in a protocol's words: what its files say as parameters, facts and remarks, the voxel size an
 * analysis rests on, what the optics of a channel allow and let one expect of its beads, and the budget of a median over
 * beads. Shared by all protocols that analyse images; ways in:
 * {@link org.fiducial.metrology.acquisition.FileParameters}, {@link org.fiducial.metrology.acquisition.SamplingGrid} and
 * {@link org.fiducial.metrology.acquisition.TheoreticalResolution}. May import {@code metrology.quantity},
 * {@code metrology.numeric}, {@code metrology.image}, {@code metrology.bead} and {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.metrology.acquisition;

import org.jspecify.annotations.NullMarked;
