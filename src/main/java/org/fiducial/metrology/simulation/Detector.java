package org.fiducial.metrology.simulation;

import java.util.random.RandomGenerator;

/**
 * How electrons become numbers in a file.
 *
 * <p>counts = offset + electrons / gain, rounded and cut off at 0 and 2^bits − 1. A negative offset cuts off the dark part
 * of the signal, as a photomultiplier with a badly set offset does. With averaging, the electrons of a scene are those of
 * all frames together and gain and read noise are those of the averaged image.
 *
 * @param gain conversion gain [e⁻/ADU]
 * @param offsetAdu dark level [ADU]
 * @param readNoiseElectrons rms read noise [e⁻]
 * @param bits 1 to 16, or {@link #FLOATING} for numbers that are neither rounded nor cut off
 * @param averaging frames averaged and their saturation
 * @param excessNoise excess noise factor F ≥ 1: the variance of the signal is F² times that of counting
 */
public record Detector(
        double gain, double offsetAdu, double readNoiseElectrons, int bits, Averaging averaging, double excessNoise) {

    /** In place of a number of bits: floating-point values, as they are. */
    public static final int FLOATING = 32;

    public Detector {
        if (!(gain > 0)) {
            throw new IllegalArgumentException("gain must be positive, was " + gain + " e⁻/ADU");
        }
        if (!(readNoiseElectrons >= 0)) {
            throw new IllegalArgumentException("read noise must not be negative, was " + readNoiseElectrons + " e⁻");
        }
        if ((bits < 1 || bits > 16) && bits != FLOATING) {
            throw new IllegalArgumentException("bits must be from 1 to 16 or " + FLOATING + ", was " + bits);
        }
        if (!(excessNoise >= 1)) {
            throw new IllegalArgumentException("the excess noise factor must be at least 1, was " + excessNoise);
        }
    }

    /** A 16-bit camera. */
    public static Detector camera(double gain, double offsetAdu, double readNoiseElectrons) {
        return new Detector(gain, offsetAdu, readNoiseElectrons, 16, Averaging.none(), 1);
    }

    /** A photon-counting detector without read noise or digitisation: counts are electrons. */
    public static Detector ideal() {
        return new Detector(1, 0, 0, FLOATING, Averaging.none(), 1);
    }

    /** The same detector with another number of bits. */
    public Detector withBits(int other) {
        return new Detector(gain, offsetAdu, readNoiseElectrons, other, averaging, excessNoise);
    }

    /** The same detector averaging frames. */
    public Detector averaging(Averaging other) {
        return new Detector(gain, offsetAdu, readNoiseElectrons, bits, other, excessNoise);
    }

    /** The same detector with a multiplication noise. */
    public Detector withExcessNoise(double factor) {
        return new Detector(gain, offsetAdu, readNoiseElectrons, bits, averaging, factor);
    }

    /** The largest number this detector writes [ADU]. */
    public double fullScaleAdu() {
        return bits == FLOATING ? Double.POSITIVE_INFINITY : (1 << bits) - 1;
    }

    /** One noisy reading of an expected number of electrons [ADU]. */
    double read(double expectedElectrons, PoissonSampler photons, RandomGenerator random) {
        int frames = averaging.frames();
        double sum = 0;
        for (int frame = 0; frame < frames; frame++) {
            sum += frameReading(expectedElectrons / frames, photons, random);
        }
        double counts = sum / frames;
        return bits == FLOATING ? counts : Math.max(0, Math.min(fullScaleAdu(), Math.rint(counts)));
    }

    /** A frame collects its share of the electrons and multiplies it by the number of frames: gain / frames. */
    private double frameReading(double expectedElectrons, PoissonSampler photons, RandomGenerator random) {
        int frames = averaging.frames();
        double electrons = photons.next(expectedElectrons);
        if (excessNoise > 1 && electrons > 0) {
            electrons += Math.sqrt(electrons * (excessNoise * excessNoise - 1)) * random.nextGaussian();
        }
        if (readNoiseElectrons > 0) {
            electrons += readNoiseElectrons / Math.sqrt(frames) * random.nextGaussian();
        }
        double counts = offsetAdu + electrons * frames / gain;
        if (bits == FLOATING) {
            return Math.min(counts, averaging.saturationAdu());
        }
        return Math.max(0, Math.min(Math.min(fullScaleAdu(), averaging.saturationAdu()), counts));
    }
}
