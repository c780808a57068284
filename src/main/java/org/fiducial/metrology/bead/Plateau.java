package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.quantity.Unit;

/**
 * A top that is flatter than any image and its noise: frames that were saturated before they were averaged.
 *
 * <p>Of the voxels above 85 % of the peak, a Gaussian or Airy top has (ln 0.97 / ln 0.85)^{3/2} = 8 % above 97 %; a top cut
 * off at two thirds has 67 %. Noise only lowers the share, because the highest voxel defines the peak. Few voxels of a
 * coarsely sampled bead may lie high together by chance of the sub-pixel phase; then their scatter is that of their photons,
 * while a plateau scatters less.
 */
final class Plateau {

    private static final double HIGH = 0.97;
    private static final double LOWER = 0.85;
    private static final double SHARE_LIMIT = 0.35;
    private static final int FEWEST = 4;
    /** More voxels on the top than a sub-pixel phase can lift together (2 × 2 × 2). */
    private static final int CHANCE = 8;

    private static final double QUIET = 0.6;
    private static final double REACH = 0.8;

    private Plateau() {}

    /** The rejection if the top of a spot is a plateau. */
    static Optional<BeadRejection> of(BeadProbe probe, FieldContext field) {
        double background = probe.levels().background();
        CoreVoxels core = new CoreVoxels(probe, field);
        double[] top = {0};
        core.forEach(REACH, (value, distance) -> top[0] = Math.max(top[0], value - background));
        double[] sums = new double[4];
        core.forEach(REACH, (value, distance) -> {
            double height = (value - background) / top[0];
            if (height >= LOWER) {
                sums[0]++;
            }
            if (height >= HIGH) {
                sums[1]++;
                sums[2] += height;
                sums[3] += height * height;
            }
        });
        double high = sums[1];
        if (high < FEWEST || high < SHARE_LIMIT * sums[0]) {
            return Optional.empty();
        }
        double mean = sums[2] / high;
        double scatter = Math.sqrt(Math.max(0, sums[3] / high - mean * mean));
        double snr = field.snr(top[0], background);
        boolean quiet = scatter * snr < QUIET;
        return high > CHANCE || quiet
                ? Optional.of(FieldJudge.reason(RejectionCode.PLATEAU, high, SHARE_LIMIT * sums[0], Unit.ONE))
                : Optional.empty();
    }
}
