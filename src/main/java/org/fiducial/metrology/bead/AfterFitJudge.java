package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fiducial.metrology.numeric.RobustStatistics;
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

    /** Distance of the fitted from the found centre [FWHM]. */
    static final double DRIFT_LIMIT = 1;
    /** Share of a field that drifts because of the shape of its image. */
    private static final double COMMON_DRIFT = 0.15;

    private static final double DEVIATIONS = 5;
    private static final double BRIGHT_FACTOR = 1.6;
    private static final double DIM_FACTOR = 5;
    private static final double DEBRIS_FACTOR = 1.3;
    private static final double DOUBLET_FACTOR = 1.15;
    private static final double DOUBLET_LIGHT = 1.25;

    private final FieldContext field;
    private final List<FittedBead> beads;
    private final Standing byFit;
    private final Standing byVoxels;
    private final boolean driftIsCommon;

    /** The judge of a field with these beads. */
    AfterFitJudge(FieldContext field, List<FittedBead> beads) {
        this.field = field;
        this.beads = beads;
        this.byFit = Standing.of(beads.stream()
                .flatMap(bead -> bead.settled(field).stream())
                .map(Stature::of)
                .toList());
        this.byVoxels = Standing.of(
                beads.stream().map(bead -> Stature.of(bead.probe(), field)).toList());
        long elsewhere =
                beads.stream().filter(bead -> bead.settled(field).isEmpty()).count();
        this.driftIsCommon = beads.size() < ENOUGH || elsewhere > COMMON_DRIFT * beads.size();
    }

    /** The reasons against a fitted bead. */
    List<BeadRejection> reasons(FittedBead bead) {
        List<BeadRejection> reasons = new ArrayList<>();
        // Of a single plane there is no fit here to hold or to fail.
        if (!bead.fits().any() && field.shape().depth() > 1) {
            reasons.add(FieldJudge.reason(RejectionCode.NOT_CONVERGED, 0, 1, Unit.ONE));
        }
        double drift = bead.driftFwhm(field);
        if (drift > DRIFT_LIMIT && !driftIsCommon) {
            reasons.add(FieldJudge.reason(RejectionCode.CENTRE_DRIFTED, drift, DRIFT_LIMIT, Unit.ONE));
        }
        BeadLight light = bead.light(field);
        if (light.snr() < SNR_LIMIT) {
            reasons.add(FieldJudge.reason(RejectionCode.LOW_SNR, light.snr(), SNR_LIMIT, Unit.ONE));
        }
        light.photons()
                .filter(photons -> photons < PHOTON_LIMIT)
                .ifPresent(photons -> reasons.add(
                        FieldJudge.reason(RejectionCode.LOW_PHOTONS, photons, PHOTON_LIMIT, Unit.ELECTRON)));
        if (beads.size() >= ENOUGH) {
            unlikeTheRest(bead, reasons);
        }
        return reasons;
    }

    private void unlikeTheRest(FittedBead bead, List<BeadRejection> reasons) {
        Optional<Stature> fitted = bead.settled(field).map(Stature::of);
        boolean comparable = fitted.isPresent() && byFit.size() >= ENOUGH;
        Standing rest = comparable ? byFit : byVoxels;
        Stature own = comparable ? fitted.get() : Stature.of(bead.probe(), field);
        double brighter = own.light() - rest.light().median();
        double wider = own.width() - rest.width().median();
        double longer = own.elongation() - rest.elongation().median();
        double brightLimit = rest.light().limit(BRIGHT_FACTOR);
        double dimLimit = rest.light().limit(DIM_FACTOR);
        double wideLimit = rest.width().limit(DEBRIS_FACTOR);
        double longLimit = rest.elongation().limit(DOUBLET_FACTOR);
        if (wider > wideLimit && (brighter > brightLimit || -brighter > dimLimit)) {
            reasons.add(factor(RejectionCode.DEBRIS, wider, wideLimit));
            return;
        }
        if (longer > longLimit && brighter > Math.log(DOUBLET_LIGHT)) {
            reasons.add(factor(RejectionCode.DOUBLET, longer, longLimit));
        }
        if (brighter > brightLimit) {
            reasons.add(factor(RejectionCode.TOO_BRIGHT, brighter, brightLimit));
        }
        if (-brighter > dimLimit) {
            reasons.add(factor(RejectionCode.TOO_DIM, brighter, -dimLimit));
        }
    }

    private static BeadRejection factor(RejectionCode code, double logValue, double logLimit) {
        return FieldJudge.reason(code, Math.exp(logValue), Math.exp(logLimit), Unit.ONE);
    }

    /**
     * The bulk of a field.
     *
     * @param light of each quantity of the beads' stature
     */
    private record Standing(Cluster light, Cluster width, Cluster elongation) {

        static Standing of(List<Stature> statures) {
            return new Standing(
                    Cluster.of(statures, Stature::light),
                    Cluster.of(statures, Stature::width),
                    Cluster.of(statures, Stature::elongation));
        }

        int size() {
            return light.size();
        }
    }

    /**
     * The bulk of a quantity over the field.
     *
     * @param median middle
     * @param deviation its robust spread
     * @param size number of beads
     */
    record Cluster(double median, double deviation, int size) {

        static Cluster of(List<Stature> statures, ToDoubleFunction<Stature> quantity) {
            double[] values = statures.stream().mapToDouble(quantity).toArray();
            return values.length == 0
                    ? new Cluster(0, 0, 0)
                    : new Cluster(RobustStatistics.median(values), RobustStatistics.spread(values), values.length);
        }

        /** The larger of a factor and five robust deviations, as a logarithm. */
        double limit(double factor) {
            return Math.max(Math.log(factor), DEVIATIONS * deviation);
        }
    }
}
