package org.fiducial.metrology.image;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * Whether a pixel size or z-step of a file can be a calibration.
 *
 * @param verdict the outcome
 * @param finding what was found, as the object of a sentence, with the numbers
 */
public record ScaleCheck(Verdict verdict, String finding) {

    /** Smallest and largest believable spacing [µm]; a hydrogen molecule is 0.0003 µm, a pixel of a macro lens 100 µm. */
    private static final double SMALLEST_UM = 0.001;

    private static final double LARGEST_UM = 100;

    /** A spacing so many times the resolution leaves no bead to be measured. */
    private static final double LOST = 10;

    /** Pixels that differ by more than this are two numbers mixed up. */
    private static final double LARGEST_ANISOTROPY = 3;

    /** Emission assumed where none is known [µm]. */
    private static final double USUAL_EMISSION_UM = 0.52;

    /** The outcomes; only {@link #PLAUSIBLE} may be used. */
    public enum Verdict {
        PLAUSIBLE,
        MISSING,
        /** A number that programs write when nothing was calibrated. */
        PLACEHOLDER,
        /** A number that contradicts the objective or cannot be a spacing. */
        IMPOSSIBLE
    }

    /**
     * What is known of the optics.
     *
     * @param numericalAperture of the objective
     * @param emissionUm emission wavelength [µm]
     */
    public record Light(OptionalDouble numericalAperture, OptionalDouble emissionUm) {

        /** Nothing is known. */
        public static Light unknown() {
            return new Light(OptionalDouble.empty(), OptionalDouble.empty());
        }

        /** λ / (2 NA), the finest period that the objective passes. */
        private OptionalDouble lateralPeriodUm() {
            return numericalAperture.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(emissionUm.orElse(USUAL_EMISSION_UM) / (2 * numericalAperture.getAsDouble()));
        }

        /** 2 λ / NA², a paraxial axial resolution in air: only its order of magnitude is used. */
        private OptionalDouble axialExtentUm() {
            return numericalAperture.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(2
                            * emissionUm.orElse(USUAL_EMISSION_UM)
                            / (numericalAperture.getAsDouble() * numericalAperture.getAsDouble()));
        }
    }

    /** True if the spacing may be used. */
    public boolean plausible() {
        return verdict == Verdict.PLAUSIBLE;
    }

    /** Judges the pixel size along x and y. */
    public static ScaleCheck pixelSize(ImageMetadata.Spacing spacing, Light light) {
        Optional<Quantity> x = spacing.pixelSizeX();
        Optional<Quantity> y = spacing.pixelSizeY();
        if (x.isEmpty() || y.isEmpty()) {
            return new ScaleCheck(Verdict.MISSING, "no pixel size");
        }
        double xUm = x.get().valueIn(Unit.MICROMETRE);
        double yUm = y.get().valueIn(Unit.MICROMETRE);
        String said = "a pixel size of " + number(xUm) + " x " + number(yUm) + " µm";
        if (xUm <= 0 || yUm <= 0) {
            return new ScaleCheck(Verdict.IMPOSSIBLE, said);
        }
        if (x.get().value() == 1 && y.get().value() == 1 && zIsOneOrMissing(spacing)) {
            return new ScaleCheck(Verdict.PLACEHOLDER, said + ", the placeholder of a file without calibration");
        }
        double smaller = Math.min(xUm, yUm);
        double larger = Math.max(xUm, yUm);
        if (smaller < SMALLEST_UM || larger > LARGEST_UM) {
            return new ScaleCheck(Verdict.PLACEHOLDER, said + ", which no microscope has");
        }
        if (larger > LARGEST_ANISOTROPY * smaller) {
            return new ScaleCheck(Verdict.IMPOSSIBLE, said + ", far from square");
        }
        return against(light.lateralPeriodUm(), larger, said);
    }

    /** Judges the z-step. */
    public static ScaleCheck zStep(ImageMetadata.Spacing spacing, Light light) {
        if (spacing.zStep().isEmpty()) {
            return new ScaleCheck(Verdict.MISSING, "no z-step");
        }
        double zUm = spacing.zStep().get().valueIn(Unit.MICROMETRE);
        String said = "a z-step of " + number(zUm) + " µm";
        if (zUm <= 0) {
            return new ScaleCheck(Verdict.IMPOSSIBLE, said);
        }
        boolean pixelsAreOne = spacing.pixelSizeX().filter(x -> x.value() == 1).isPresent()
                && spacing.pixelSizeY().filter(y -> y.value() == 1).isPresent();
        if (spacing.zStep().get().value() == 1 && pixelsAreOne) {
            return new ScaleCheck(Verdict.PLACEHOLDER, said + ", the placeholder of a file without calibration");
        }
        if (zUm < SMALLEST_UM || zUm > LARGEST_UM) {
            return new ScaleCheck(Verdict.PLACEHOLDER, said + ", which no microscope makes");
        }
        return against(light.axialExtentUm(), zUm, said);
    }

    private static ScaleCheck against(OptionalDouble resolutionUm, double spacingUm, String said) {
        if (resolutionUm.isPresent() && spacingUm > LOST * resolutionUm.getAsDouble()) {
            return new ScaleCheck(
                    Verdict.IMPOSSIBLE,
                    said + ", " + number(spacingUm / resolutionUm.getAsDouble())
                            + " times the resolution of the objective (" + number(resolutionUm.getAsDouble()) + " µm)");
        }
        return new ScaleCheck(Verdict.PLAUSIBLE, said);
    }

    private static boolean zIsOneOrMissing(ImageMetadata.Spacing spacing) {
        return spacing.zStep().isEmpty() || spacing.zStep().get().value() == 1;
    }

    /** Four significant digits without trailing zeros, so that 0.10240000 reads 0.1024. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        if (text.contains("e") || !text.contains(".")) {
            return text;
        }
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
