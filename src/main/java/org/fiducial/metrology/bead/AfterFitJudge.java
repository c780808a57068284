package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.fiducial.metrology.quantity.Unit;

/**
 * Judges fitted beads: against the noise, and against the rest of the field where the field has enough beads. What all beads
 * share is never a reason.
 */
final class AfterFitJudge {

    /** Smallest peak over its own noise. */
    static final double SNR_LIMIT = 5;
    /** Fewest electrons of a whole bead, where photons are known. */
    private static final double PHOTON_LIMIT = 100;
    /** Fewest beads to speak of the rest of the field. */
    private static final int ENOUGH = 6;

    private static final double DRIFT_LIMIT = 1;
    private static final double DEVIATIONS = 5;
    private static final double BRIGHT_FACTOR = 1.6;
    private static final double DIM_FACTOR = 5;
    private static final double DEBRIS_FACTOR = 1.3;
    private static final double DOUBLET_FACTOR = 1.15;
    private static final double DOUBLET_LIGHT = 1.25;

    private final FieldContext field;
    private final Cluster light;
    private final Cluster width;
    private final Cluster elongation;

    /** The judge of a field with these fitted beads. */
    AfterFitJudge(FieldContext field, List<GaussianVolume> fitted) {
        this.field = field;
        this.light = Cluster.of(fitted, AfterFitJudge::logLight);
        this.width = Cluster.of(fitted, AfterFitJudge::logWidth);
        this.elongation = Cluster.of(fitted, AfterFitJudge::logElongation);
    }

    /** The reasons against a fitted bead. */
    List<BeadRejection> reasons(BeadProbe probe, GaussianVolume fit) {
        List<BeadRejection> reasons = new ArrayList<>();
        double drift = field.distanceFwhm(fit.centre(), probe.centre());
        if (drift > DRIFT_LIMIT) {
            reasons.add(FieldJudge.reason(RejectionCode.CENTRE_DRIFTED, drift, DRIFT_LIMIT, Unit.ONE));
        }
        double gain = field.noise().gain();
        double snr = field.snr(
                fit.levels().amplitude().value() / gain,
                fit.levels().background().value() / gain + field.noise().offset());
        if (snr < SNR_LIMIT) {
            reasons.add(FieldJudge.reason(RejectionCode.LOW_SNR, snr, SNR_LIMIT, Unit.ONE));
        }
        double photons = fit.levels().photons().value();
        if (field.noise().knowledge() == NoiseModel.Knowledge.STATED && photons < PHOTON_LIMIT) {
            reasons.add(FieldJudge.reason(RejectionCode.LOW_PHOTONS, photons, PHOTON_LIMIT, Unit.ELECTRON));
        }
        unlikeTheRest(fit, reasons);
        return reasons;
    }

    private void unlikeTheRest(GaussianVolume fit, List<BeadRejection> reasons) {
        if (light.size() < ENOUGH) {
            return;
        }
        double brighter = light.above(logLight(fit));
        double wider = width.above(logWidth(fit));
        double longer = elongation.above(logElongation(fit));
        boolean otherLight = brighter > light.limit(BRIGHT_FACTOR) || -brighter > light.limit(DIM_FACTOR);
        if (wider > width.limit(DEBRIS_FACTOR) && otherLight) {
            reasons.add(factor(RejectionCode.DEBRIS, wider, width.limit(DEBRIS_FACTOR)));
            return;
        }
        if (longer > elongation.limit(DOUBLET_FACTOR) && brighter > Math.log(DOUBLET_LIGHT)) {
            reasons.add(factor(RejectionCode.DOUBLET, longer, elongation.limit(DOUBLET_FACTOR)));
        }
        if (brighter > light.limit(BRIGHT_FACTOR)) {
            reasons.add(factor(RejectionCode.TOO_BRIGHT, brighter, light.limit(BRIGHT_FACTOR)));
        }
        if (-brighter > light.limit(DIM_FACTOR)) {
            reasons.add(factor(RejectionCode.TOO_DIM, brighter, -light.limit(DIM_FACTOR)));
        }
    }

    private static BeadRejection factor(RejectionCode code, double logValue, double logLimit) {
        return FieldJudge.reason(code, Math.exp(logValue), Math.exp(logLimit), Unit.ONE);
    }

    private static double logLight(GaussianVolume fit) {
        return Math.log(Math.max(1e-12, fit.levels().photons().value()));
    }

    /** Geometric mean of the lateral widths. */
    private static double logWidth(GaussianVolume fit) {
        AxisEstimates section = fit.widths().sectionUm();
        return 0.5 * (Math.log(section.x().value()) + Math.log(section.y().value()));
    }

    /** Widest over narrowest lateral width, whatever the direction in the plane. */
    private static double logElongation(GaussianVolume fit) {
        List<PrincipalWidth> principal = fit.widths().principal();
        double[] lateral = principal.stream()
                .sorted((a, b) -> Double.compare(
                        Math.abs(a.direction().z()), Math.abs(b.direction().z())))
                .limit(2)
                .mapToDouble(each -> each.fwhmUm().value())
                .toArray();
        return Math.abs(Math.log(lateral[0] / lateral[1]));
    }

    /**
     * The bulk of a quantity over the field.
     *
     * @param median middle
     * @param deviation 1.4826 × median absolute deviation
     * @param size number of beads
     */
    record Cluster(double median, double deviation, int size) {

        static Cluster of(List<GaussianVolume> fits, ToDoubleFunction<GaussianVolume> quantity) {
            double[] values = fits.stream().mapToDouble(quantity).sorted().toArray();
            if (values.length == 0) {
                return new Cluster(0, 0, 0);
            }
            double middle = middle(values);
            double[] off = Arrays.stream(values)
                    .map(each -> Math.abs(each - middle))
                    .sorted()
                    .toArray();
            return new Cluster(middle, 1.4826 * middle(off), values.length);
        }

        private static double middle(double[] sorted) {
            return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
        }

        double above(double value) {
            return value - median;
        }

        /** The larger of a factor and five robust deviations, as a logarithm. */
        double limit(double factor) {
            return Math.max(Math.log(factor), DEVIATIONS * deviation);
        }
    }
}
