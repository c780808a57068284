package org.fiducial.metrology.coregistration;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.ExpectedBeads;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.bead.BeadWatch;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.image.CountedStack;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.quantity.Unit;

/**
 * How the beads of a channel are located: as points where they are of the size of the resolution, as soft-edged balls where
 * they are larger than 1.5 theoretical widths (than 1 µm where no theory is known).
 */
final class BeadSource {

    private static final double LARGE_WIDTHS = 1.5;
    private static final double LARGE_UM = 1;

    /** Width of an image whose optics nobody knows [µm]. */
    private static final double USUAL_WIDTH_UM = 0.3;

    private final ChannelOptics optics;
    private final VoxelSize voxel;
    private final OptionalDouble widthUm;
    private final Optional<Double> diameterUm;

    BeadSource(ChannelOptics optics, VoxelSize voxel) {
        this.optics = optics;
        this.voxel = voxel;
        this.widthUm = TheoreticalResolution.lateral(optics).known();
        this.diameterUm = optics.number("bead-diameter", Unit.MICROMETRE);
    }

    private boolean large() {
        double limit = widthUm.isPresent() ? LARGE_WIDTHS * widthUm.getAsDouble() : LARGE_UM;
        return diameterUm.filter(diameter -> diameter > limit).isPresent();
    }

    /** What becomes of saturated voxels, for a remark. */
    String ofSaturation() {
        return large()
                ? "they were left out of the fits of the beads, use less light."
                : "saturated beads are rejected, use less light.";
    }

    /** The beads of a channel of a stack, given by its index from 0. */
    ChannelBeads in(CountedStack stack, int index, BeadWatch watch) {
        if (!large()) {
            return new SmallBeads(voxel, ExpectedBeads.search(optics, voxel)).in(stack, index, optics.channel(), watch);
        }
        double imageUm = Math.hypot(diameterUm.orElseThrow(), widthUm.orElse(USUAL_WIDTH_UM));
        return new LargeBeads(voxel, imageUm, noise()).in(stack, index, optics.channel(), watch);
    }

    private NoiseModel noise() {
        Optional<Double> gain = optics.number("gain", Unit.ELECTRON_PER_COUNT);
        double offset = optics.number("offset", Unit.COUNT).orElse(0.0);
        double readNoise = optics.number("read-noise", Unit.ELECTRON).orElse(1.0);
        return new NoiseModel(
                gain.orElse(1.0),
                offset,
                readNoise,
                gain.isPresent() ? NoiseModel.Knowledge.STATED : NoiseModel.Knowledge.ESTIMATED);
    }
}
