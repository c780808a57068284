package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.image.VoxelSize;

/**
 * What is known before beads are looked for. Only the sampling is required; the rest is estimated from the data.
 *
 * @param voxelSize the sampling grid
 * @param expected the widths theory predicts
 * @param beadDiameterUm diameter of the beads [µm]
 * @param noise what is stated of the detector
 * @param saturationLevel the smallest count that means saturation [ADU]
 */
public record BeadSearch(
        VoxelSize voxelSize,
        Optional<ExpectedWidth> expected,
        Optional<Double> beadDiameterUm,
        StatedNoise noise,
        Optional<Double> saturationLevel) {

    public BeadSearch {
        beadDiameterUm.ifPresent(diameter -> requirePositive(diameter, "bead diameter [µm]"));
    }

    /** A search that knows nothing but the sampling. */
    public static BeadSearch of(VoxelSize voxelSize) {
        return new BeadSearch(voxelSize, Optional.empty(), Optional.empty(), StatedNoise.nothing(), Optional.empty());
    }

    /** The same search with the widths theory predicts. */
    public BeadSearch expecting(ExpectedWidth width) {
        return new BeadSearch(voxelSize, Optional.of(width), beadDiameterUm, noise, saturationLevel);
    }

    /** The same search for beads of this diameter [µm]. */
    public BeadSearch withBeadDiameter(double diameterUm) {
        return new BeadSearch(voxelSize, expected, Optional.of(diameterUm), noise, saturationLevel);
    }

    /** The same search with what is stated of the detector. */
    public BeadSearch withNoise(StatedNoise stated) {
        return new BeadSearch(voxelSize, expected, beadDiameterUm, stated, saturationLevel);
    }

    /** The same search with the smallest count that means saturation [ADU]. */
    public BeadSearch saturatingAt(double level) {
        return new BeadSearch(voxelSize, expected, beadDiameterUm, noise, Optional.of(level));
    }

    /**
     * The widths theory predicts for a point.
     *
     * @param lateralUm FWHM in the plane [µm]
     * @param axialUm FWHM along z [µm]
     */
    public record ExpectedWidth(double lateralUm, double axialUm) {

        public ExpectedWidth {
            requirePositive(lateralUm, "expected lateral FWHM [µm]");
            requirePositive(axialUm, "expected axial FWHM [µm]");
        }
    }

    /**
     * What is stated of the detector; what is absent is estimated.
     *
     * @param gain conversion gain [e⁻/ADU]
     * @param offset dark level [ADU]
     * @param readNoise rms read noise [e⁻]
     */
    public record StatedNoise(Optional<Double> gain, Optional<Double> offset, Optional<Double> readNoise) {

        public StatedNoise {
            gain.ifPresent(value -> requirePositive(value, "gain [e⁻/ADU]"));
        }

        /** Nothing is stated. */
        public static StatedNoise nothing() {
            return new StatedNoise(Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Everything is stated: gain [e⁻/ADU], offset [ADU], read noise [e⁻]. */
        public static StatedNoise of(double gain, double offset, double readNoise) {
            return new StatedNoise(Optional.of(gain), Optional.of(offset), Optional.of(readNoise));
        }
    }

    private static void requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be positive, was " + value);
        }
    }
}
