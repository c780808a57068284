package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    /** Distance to the side of the image [FWHM], where another bead could stand unseen. */
    private static final double EDGE_XY_LIMIT = NEIGHBOUR_LIMIT;
    /** Distance to the outermost planes [FWHM]: 2.5 σ. */
    private static final double EDGE_Z_LIMIT = 1.06;
    /** Wider than so many expected widths, a bead need not have all of its image in the stack. */
    private static final double WIDEST_CUT = 1.5;
    /** A probe overestimates weak peaks, so only hopeless ones are sorted out before the fit. */
    private static final double HOPELESS_SNR = 4;
    /** Voxels at full scale this near the centre belong to the bead [FWHM]. */
    private static final double CORE = 1;

    private final FieldContext field;
    private final List<BeadProbe> possibleNeighbours;
    private final Plateau plateau;
    private final Map<BeadProbe, Optional<ColumnCompanion>> companions = new HashMap<>();
    private final List<Optional<ColumnCompanion>> companionsOfField;

    /** The judge of a field with these spots. */
    FieldJudge(FieldContext field, List<BeadProbe> all) {
        this.field = field;
        this.possibleNeighbours =
                all.stream().filter(probe -> hotPixel(probe).isEmpty()).toList();
        this.plateau = new Plateau(field, possibleNeighbours);
        all.forEach(probe -> companions.put(probe, ColumnCompanion.of(probe, field)));
        this.companionsOfField =
                possibleNeighbours.stream().map(this::companion).toList();
    }

    /** The reasons against one of the spots of the field. */
    List<BeadRejection> reasons(BeadProbe probe) {
        List<BeadRejection> reasons = new ArrayList<>();
        hotPixel(probe).ifPresent(reasons::add);
        saturated(probe).ifPresent(reasons::add);
        plateau.of(probe).ifPresent(reasons::add);
        neighbour(probe).ifPresent(reasons::add);
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

    private Optional<BeadRejection> neighbour(BeadProbe probe) {
        double nearest = Double.POSITIVE_INFINITY;
        for (BeadProbe other : possibleNeighbours) {
            if (other.equals(probe)) {
                continue;
            }
            double distance = field.distanceFwhm(probe.centre(), other.centre());
            double share = other.levels().peak() / probe.levels().peak();
            double harmless = distance < CLOSE ? HARMLESS_SHARE_CLOSE : HARMLESS_SHARE;
            if (share >= harmless) {
                nearest = Math.min(nearest, distance);
            }
        }
        nearest = Math.min(nearest, companionDistance(probe));
        return nearest < NEIGHBOUR_LIMIT
                ? Optional.of(reason(RejectionCode.NEIGHBOUR, nearest, NEIGHBOUR_LIMIT, Unit.ONE))
                : Optional.empty();
    }

    private Optional<ColumnCompanion> companion(BeadProbe probe) {
        return Objects.requireNonNull(companions.get(probe), "every spot of the field was looked at");
    }

    /** Distance of a second bead above or below [FWHM], infinite where there is none. */
    private double companionDistance(BeadProbe probe) {
        return companion(probe)
                .filter(companion -> !companion.isCommon(companionsOfField))
                .map(companion -> Math.abs(companion.distanceFwhm()))
                .orElse(Double.POSITIVE_INFINITY);
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

    /** A single plane has no ends to cut a bead. */
    private Optional<BeadRejection> zRange(BeadProbe probe) {
        if (field.shape().depth() == 1) {
            return Optional.empty();
        }
        double axialPlanes = cutPlanes();
        double range = (field.shape().depth() - 1) / axialPlanes;
        if (range < 2 * EDGE_Z_LIMIT) {
            return Optional.of(reason(RejectionCode.Z_RANGE_SHORT, range, 2 * EDGE_Z_LIMIT, Unit.ONE));
        }
        double z = probe.centre().z();
        double distance = Math.min(z, field.shape().depth() - 1 - z) / axialPlanes;
        return distance < EDGE_Z_LIMIT
                ? Optional.of(reason(RejectionCode.EDGE_Z, distance, EDGE_Z_LIMIT, Unit.ONE))
                : Optional.empty();
    }

    /** The axial width that a stack must hold [planes]: a bad objective shall fail by its width, not by the stack. */
    private double cutPlanes() {
        double measured = field.scale().axialFwhmPlanes();
        return field.search()
                .expected()
                .map(expected -> expected.axialUm() / field.search().voxelSize().zUm())
                .map(expected -> Math.min(measured, WIDEST_CUT * expected))
                .orElse(measured);
    }
}
