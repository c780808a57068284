package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * Judges spots before any fit: what acquisition or preparation spoilt is rejected, with the number that shows it. Nothing
 * here looks at the shape of the beads, which may be the instrument's.
 */
final class FieldJudge {

    /** Distance of beads that leave each other alone [FWHM]. */
    static final double NEIGHBOUR_LIMIT = 3;
    /** A spot this much dimmer than the bead it stands next to does not disturb it, beyond and within 1.5 FWHM. */
    private static final double HARMLESS_SHARE = 0.1;

    private static final double HARMLESS_SHARE_CLOSE = 0.05;
    private static final double CLOSE = 1.5;
    /** Distance to the side of the image [FWHM]: ± 3 σ of the fit fit in. */
    private static final double EDGE_XY_LIMIT = 1.5;
    /** Distance to the outermost planes [FWHM]: 2.5 σ. */
    private static final double EDGE_Z_LIMIT = 1.06;
    /** A probe overestimates weak peaks, so only hopeless ones are sorted out before the fit. */
    private static final double HOPELESS_SNR = 4;
    /** Voxels at full scale this near the centre belong to the bead [FWHM]. */
    private static final double CORE = 1;

    private final FieldContext field;

    FieldJudge(FieldContext field) {
        this.field = field;
    }

    /** The reasons against one of the spots of a field. */
    List<BeadRejection> reasons(BeadProbe probe, List<BeadProbe> all) {
        List<BeadRejection> reasons = new ArrayList<>();
        hotPixel(probe).ifPresent(reasons::add);
        saturated(probe).ifPresent(reasons::add);
        Plateau.of(probe, field).ifPresent(reasons::add);
        neighbour(probe, all).ifPresent(reasons::add);
        edge(probe).ifPresent(reasons::add);
        zRange(probe).ifPresent(reasons::add);
        double snr = field.snr(probe.levels().peak(), probe.levels().background());
        if (snr < HOPELESS_SNR) {
            reasons.add(reason(RejectionCode.LOW_SNR, snr, AfterFitJudge.SNR_LIMIT, Unit.ONE));
        }
        return reasons;
    }

    static BeadRejection reason(RejectionCode code, double value, double limit, Unit unit) {
        return new BeadRejection(code, new Quantity(value, unit), new Quantity(limit, unit));
    }

    /** Half of what the sharpest possible image of this field would show beside its brightest pixel. */
    private Optional<BeadRejection> hotPixel(BeadProbe probe) {
        double limit = 0.5 * GaussianShape.at(1 / field.scale().lateralFwhmPx());
        return probe.sharpness() < limit
                ? Optional.of(reason(RejectionCode.HOT_PIXEL, probe.sharpness(), limit, Unit.ONE))
                : Optional.empty();
    }

    private Optional<BeadRejection> saturated(BeadProbe probe) {
        if (Double.isInfinite(field.ceiling())) {
            return Optional.empty();
        }
        int[] count = {0};
        new CoreVoxels(probe, field).forEach(CORE, (value, distance) -> {
            if (value >= field.ceiling()) {
                count[0]++;
            }
        });
        return count[0] > 0 ? Optional.of(reason(RejectionCode.SATURATED, count[0], 0, Unit.ONE)) : Optional.empty();
    }

    private Optional<BeadRejection> neighbour(BeadProbe probe, List<BeadProbe> all) {
        double nearest = Double.POSITIVE_INFINITY;
        for (BeadProbe other : all) {
            if (other.equals(probe) || isHotPixel(other)) {
                continue;
            }
            double distance = field.distanceFwhm(probe.centre(), other.centre());
            double share = other.levels().peak() / probe.levels().peak();
            double harmless = distance < CLOSE ? HARMLESS_SHARE_CLOSE : HARMLESS_SHARE;
            if (share >= harmless) {
                nearest = Math.min(nearest, distance);
            }
        }
        return nearest < NEIGHBOUR_LIMIT
                ? Optional.of(reason(RejectionCode.NEIGHBOUR, nearest, NEIGHBOUR_LIMIT, Unit.ONE))
                : Optional.empty();
    }

    private boolean isHotPixel(BeadProbe probe) {
        return hotPixel(probe).isPresent();
    }

    private Optional<BeadRejection> edge(BeadProbe probe) {
        Position centre = probe.centre();
        double nearest = Math.min(
                Math.min(centre.x() + 0.5, field.shape().width() - 0.5 - centre.x()),
                Math.min(centre.y() + 0.5, field.shape().height() - 0.5 - centre.y()));
        double distance = nearest / field.scale().lateralFwhmPx();
        return distance < EDGE_XY_LIMIT
                ? Optional.of(reason(RejectionCode.EDGE_XY, distance, EDGE_XY_LIMIT, Unit.ONE))
                : Optional.empty();
    }

    private Optional<BeadRejection> zRange(BeadProbe probe) {
        double range = (field.shape().depth() - 1) / field.scale().axialFwhmPlanes();
        if (range < 2 * EDGE_Z_LIMIT) {
            return Optional.of(reason(RejectionCode.Z_RANGE_SHORT, range, 2 * EDGE_Z_LIMIT, Unit.ONE));
        }
        double z = probe.centre().z();
        double distance =
                Math.min(z, field.shape().depth() - 1 - z) / field.scale().axialFwhmPlanes();
        return distance < EDGE_Z_LIMIT
                ? Optional.of(reason(RejectionCode.EDGE_Z, distance, EDGE_Z_LIMIT, Unit.ONE))
                : Optional.empty();
    }
}
