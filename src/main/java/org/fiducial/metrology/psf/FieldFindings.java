package org.fiducial.metrology.psf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fiducial.metrology.acquisition.SamplingLimit;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.acquisition.TheoreticalResolution.Width;
import org.fiducial.metrology.image.NyquistSampling;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The metrics of a channel that are one value and no summary of beads. */
final class FieldFindings {

    /** Below this mean resultant length the beads' directions agree no better than by chance allows: p = exp(−n r²) = 0.05. */
    private static final double CHANCE = 0.05;

    private final ChannelResult channel;
    private final Map<String, Finding> findings = new LinkedHashMap<>();

    FieldFindings(ChannelResult channel) {
        this.channel = channel;
    }

    /** All of them by metric key. */
    Map<String, Finding> all() {
        int used = channel.measured().size();
        int found = used + channel.rejected().size();
        findings.put("psf.n_used", Evaluated.of(new Quantity(used, Unit.ONE), used));
        findings.put("psf.n_found", Evaluated.of(new Quantity(found, Unit.ONE), found));
        theory("psf.theory.xy", TheoreticalResolution.lateral(channel.optics()));
        theory("psf.theory.z", TheoreticalResolution.axial(channel.optics()));
        sampling();
        shape();
        findings.put("psf.angle", angle());
        return findings;
    }

    private void theory(String key, Width width) {
        findings.put(
                key,
                width instanceof Width.Known known
                        ? new Evaluated(
                                new Quantity(known.um(), Unit.MICROMETRE),
                                Optional.empty(),
                                0,
                                Optional.of(known.formula()))
                        : notEvaluated(width));
    }

    private void sampling() {
        SamplingLimit sampling = SamplingLimit.of(channel.optics());
        VoxelSize voxel = channel.sampling().voxel();
        findings.put("psf.nyquist.xy", ratio(sampling, limit -> limit.lateralRatio(voxel)));
        findings.put("psf.nyquist.z", ratio(sampling, limit -> limit.axialRatio(voxel)));
    }

    private static Finding ratio(SamplingLimit sampling, ToDoubleFunction<NyquistSampling> ratio) {
        return sampling.limit()
                .<Finding>map(limit -> new Evaluated(
                        new Quantity(ratio.applyAsDouble(limit), Unit.ONE),
                        Optional.empty(),
                        0,
                        Optional.of(sampling.formula())))
                .orElse(new NotEvaluated(sampling.reason()));
    }

    private static Finding notEvaluated(Width width) {
        return new NotEvaluated(((Width.Unknown) width).reason());
    }

    private void shape() {
        int inputs = channel.fields().size();
        FieldShape shape = new FieldShape(points(), channel.sampling().halfDiagonalUm());
        put("psf.planarity.range", shape.rangeUm(), Unit.MICROMETRE, "Needs two measured beads.", inputs);
        put("psf.planarity.tilt", shape.tiltDeg(), Unit.DEGREE, "Needs four measured beads not in a row.", inputs);
        put(
                "psf.field_curvature",
                shape.curvatureUm(),
                Unit.MICROMETRE,
                "Needs six measured beads spread over the field.",
                inputs);
    }

    private void put(String key, Optional<Double> value, Unit unit, String needs, int inputs) {
        if (inputs > 1) {
            findings.put(
                    key,
                    new NotEvaluated("Heights of beads from several files do not make one surface; analyse one file."));
            return;
        }
        findings.put(
                key,
                value.<Finding>map(number -> Evaluated.of(
                                new Quantity(number, unit), channel.measured().size()))
                        .orElse(new NotEvaluated(needs)));
    }

    private List<double[]> points() {
        return channel.measured().stream()
                .map(bead -> new double[] {
                    bead.number("psf.position.x").orElseThrow()
                            - channel.sampling().middleXUm(),
                    bead.number("psf.position.y").orElseThrow()
                            - channel.sampling().middleYUm(),
                    bead.number("psf.position.z").orElseThrow()
                })
                .toList();
    }

    /** The mean of the directions θ as axes: half the direction of Σ exp(2iθ), where it is more than chance (Rayleigh). */
    private Finding angle() {
        double[] angles = channel.values("psf.angle");
        double cosine = 0;
        double sine = 0;
        for (double angle : angles) {
            cosine += Math.cos(2 * Math.toRadians(angle));
            sine += Math.sin(2 * Math.toRadians(angle));
        }
        int n = angles.length;
        if (n < 3 || Math.exp(-(cosine * cosine + sine * sine) / n) > CHANCE) {
            return new NotEvaluated("The beads have no common direction in which they are longer.");
        }
        return Evaluated.of(new Quantity(0.5 * Math.toDegrees(Math.atan2(sine, cosine)), Unit.DEGREE), n);
    }
}
