package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.quantity.Unit;

/**
 * A top that is flatter than any image: frames that were saturated before they were averaged.
 *
 * <p>Of the voxels above 85 % of the peak, a Gaussian or Airy top has (ln 0.97 / ln 0.85)^{3/2} = 8 % above 97 %; a top cut
 * off at two thirds has 67 %. Noise only lowers the share, because the highest voxel defines the peak. Up to 2 × 2 × 2 voxels
 * of a coarsely sampled bead may lie high together by the chance of their sub-pixel phase; then the flank decides: the
 * height that the flank of a cut-off bead points to exceeds its top, compared with the other beads of the field.
 */
final class Plateau {

    private static final double HIGH = 0.97;
    private static final double LOWER = 0.85;
    private static final double SHARE_LIMIT = 0.35;
    private static final int FEWEST = 4;
    private static final int CHANCE = 8;
    private static final double REACH = 0.8;
    private static final double FLANK_LIMIT = 1.2;
    private static final double[] TOP = {0, 0.3};
    private static final double[] FLANK = {0.5, 0.9};
    private static final int ENOUGH = 3;

    private final FieldContext field;
    private final double usualFlank;

    /** Plateaus among the spots of a field. */
    Plateau(FieldContext field, List<BeadProbe> all) {
        this.field = field;
        double[] flanks = all.stream()
                .mapToDouble(this::flank)
                .filter(each -> each > 0)
                .sorted()
                .toArray();
        this.usualFlank = flanks.length < ENOUGH ? Double.POSITIVE_INFINITY : flanks[flanks.length / 2];
    }

    /** The rejection if the top of a spot is a plateau. */
    Optional<BeadRejection> of(BeadProbe probe) {
        double background = probe.levels().background();
        CoreVoxels core = new CoreVoxels(probe, field);
        double[] top = {0};
        core.forEach(REACH, (value, distance) -> top[0] = Math.max(top[0], value - background));
        int[] counts = {0, 0};
        core.forEach(REACH, (value, distance) -> {
            double height = (value - background) / top[0];
            counts[0] += height >= LOWER ? 1 : 0;
            counts[1] += height >= HIGH ? 1 : 0;
        });
        double limit = SHARE_LIMIT * counts[0];
        if (counts[1] < FEWEST || counts[1] < limit) {
            return Optional.empty();
        }
        boolean chance = counts[1] <= CHANCE && flank(probe) < flankLimit(probe) * usualFlank;
        return chance
                ? Optional.empty()
                : Optional.of(FieldJudge.reason(RejectionCode.PLATEAU, counts[1], limit, Unit.ONE));
    }

    /** Higher where noise may lower the top: twice its relative standard deviation. */
    private double flankLimit(BeadProbe probe) {
        double snr = field.snr(probe.levels().peak(), probe.levels().background());
        return FLANK_LIMIT + (snr > 0 ? 2 / snr : 0);
    }

    /** The height that the flank points to over the height of the top, for a Gaussian of the common width; 0 if neither. */
    private double flank(BeadProbe probe) {
        double top = height(probe, TOP);
        double flank = height(probe, FLANK);
        return top > 0 && flank > 0 ? flank / top : 0;
    }

    private double height(BeadProbe probe, double[] range) {
        List<Double> heights = new ArrayList<>();
        double background = probe.levels().background();
        new CoreVoxels(probe, field).forEach(range[1], (value, distance) -> {
            if (distance >= range[0]) {
                heights.add((value - background) / GaussianShape.at(distance));
            }
        });
        double[] sorted = heights.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }
}
