package org.fiducial.metrology.bead;

import java.util.Optional;

/**
 * How much light a measured bead gave.
 *
 * @param peak height above the local background [e⁻]
 * @param background local background above the offset [e⁻]
 * @param snr peak / √(peak + background + readNoise²), dimensionless; needs only the noise model, also an estimated one
 * @param peakToBackground (peak + background) / background in counts with the offset left in, dimensionless; absent where
 *     the background is not positive
 * @param signalToBackground peak / (background − offset), dimensionless; present only where the offset is stated and the
 *     background above it
 * @param photons electrons of the whole bead above background; present only where gain and offset are stated
 */
public record BeadLight(
        double peak,
        double background,
        double snr,
        Optional<Double> peakToBackground,
        Optional<Double> signalToBackground,
        Optional<Double> photons) {}
