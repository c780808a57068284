package org.fiducial.metrology.bead;

import java.util.List;

/**
 * The noise model of a channel: what is stated, the rest from the voxels of the spots and round them.
 *
 * <p>Variance against level, v = v_b + s (m − m_b): the darkest third of the voxels gives v_b and m_b, the brighter ones the
 * slope s = 1/gain. Both come from differences of voxels that cancel what optics can draw, {@link NoiseSamples}. Good for
 * weights within about 30 %, not for photon numbers; excess noise of a photomultiplier is absorbed in the gain.
 * Where gain and offset are stated, the slope tells whether there is excess noise besides.
 */
final class NoiseEstimate {

    private static final double LOWEST_CONTRAST = 5;
    private static final int BEADS = 16;
    /** Variance over that of counting, less two standard errors, above which a stated gain is not the whole truth. */
    private static final double EXCESS = 1.3;

    private final BeadSearch.StatedNoise stated;
    private final boolean unsigned;
    private final FieldScale scale;

    NoiseEstimate(BeadSearch.StatedNoise stated, boolean unsigned, FieldScale scale) {
        this.stated = stated;
        this.unsigned = unsigned;
        this.scale = scale;
    }

    /** The noise model from the probes of a field; without any probe, that of a photon counter. */
    NoiseModel of(List<BeadProbe> probes) {
        if (stated.gain().isPresent()
                && stated.offset().isPresent()
                && stated.readNoise().isPresent()) {
            double gain = stated.gain().get();
            return new NoiseModel(
                    gain, stated.offset().get(), stated.readNoise().get(), knowledge(samples(probes), gain));
        }
        NoiseSamples samples = samples(probes);
        double level = samples.darkLevel();
        double variance = samples.darkVariance();
        double gain = stated.gain().orElseGet(() -> gain(samples, probes));
        double offset = stated.offset().orElseGet(() -> offset(level, variance, gain));
        double readVariance = gain * gain * variance - gain * (level - offset);
        double readNoise = stated.readNoise().orElseGet(() -> Math.sqrt(Math.max(0, readVariance)));
        boolean known = stated.gain().isPresent() && stated.offset().isPresent();
        return new NoiseModel(
                gain, offset, readNoise, known ? knowledge(samples, gain) : NoiseModel.Knowledge.ESTIMATED);
    }

    /** Whether the voxels scatter as a stated gain says; a multiplying detector adds up to its own noise again. */
    private static NoiseModel.Knowledge knowledge(NoiseSamples samples, double gain) {
        return samples.leastSlope() * gain > EXCESS ? NoiseModel.Knowledge.EXCEEDED : NoiseModel.Knowledge.STATED;
    }

    private NoiseSamples samples(List<BeadProbe> probes) {
        double sharpest = 0.5 * GaussianShape.at(1 / scale.lateralFwhmPx());
        return NoiseSamples.of(probes.stream()
                .filter(probe -> probe.contrast() >= LOWEST_CONTRAST && probe.sharpness() > sharpest)
                .limit(BEADS)
                .map(BeadProbe::volume)
                .toList());
    }

    /** Where the background would hold no light if its noise were that of counting, besides a stated read noise. */
    private double offset(double level, double variance, double gain) {
        double read = stated.readNoise().orElse(0.0);
        double light = Math.max(0, gain * variance - read * read / gain);
        double offset = level - light;
        return unsigned ? Math.max(0, offset) : offset;
    }

    private static double gain(NoiseSamples samples, List<BeadProbe> probes) {
        double slope = samples.slope();
        if (slope > 0) {
            return 1 / slope;
        }
        if (samples.darkVariance() > 0 && samples.darkLevel() > 0) {
            return samples.darkLevel() / samples.darkVariance();
        }
        // No noise at all: any gain that makes the beads bright gives the same weights.
        double brightest = probes.stream()
                .mapToDouble(probe -> probe.levels().peak())
                .max()
                .orElse(0);
        return brightest > 0 ? 1e4 / brightest : 1;
    }
}
