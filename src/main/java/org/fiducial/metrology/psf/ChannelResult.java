package org.fiducial.metrology.psf;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.NoiseModel;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;

/**
 * All that was found in one channel of all files.
 *
 * @param optics the light path of the channel
 * @param sampling voxel size and extent of the files
 * @param fields one a file, in order
 * @param measured the beads that count
 * @param rejected the beads that do not
 */
record ChannelResult(
        ChannelOptics optics,
        Sampling sampling,
        List<BeadField> fields,
        List<MeasuredBead> measured,
        List<RejectedBead> rejected) {

    ChannelResult {
        fields = List.copyOf(fields);
        measured = List.copyOf(measured);
        rejected = List.copyOf(rejected);
    }

    /** Voxel size and extent. */
    record Sampling(VoxelSize voxel, StackShape shape) {

        /** Distance of a corner of the field from its middle [µm]. */
        double halfDiagonalUm() {
            return Math.hypot(middleXUm(), middleYUm());
        }

        double middleXUm() {
            return 0.5 * (shape.width() - 1) * voxel.xUm();
        }

        double middleYUm() {
            return 0.5 * (shape.height() - 1) * voxel.yUm();
        }
    }

    /** A bead that does not count, and where it stands in the result. */
    record RejectedBead(BeadPlace place, BeadOutcome.Rejected outcome) {}

    int channel() {
        return optics.channel();
    }

    /** Why electrons cannot be counted although the gain is stated, if that is so. */
    Optional<String> excessNoise() {
        return fields.stream()
                .filter(field -> field.noise().knowledge() == NoiseModel.Knowledge.EXCEEDED)
                .findFirst()
                .map(field -> "The voxels scatter more than the stated gain allows, as behind a photomultiplier or an"
                        + " electron-multiplying camera, so electrons cannot be counted; check --set gain.");
    }

    /** The values of a metric over the beads that have it. */
    double[] values(String metric) {
        return measured.stream()
                .map(bead -> bead.number(metric))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
