package org.fiducial.metrology.numeric;

/**
 * The limits of Clopper and Pearson for a share of which k of n were seen: outside them so few, or so many, are seen with at
 * most half the probability left out.
 *
 * <p>low = k / (k + (n − k + 1) F(1 − α/2; 2(n − k + 1), 2k)), high from n − k likewise. Source: Clopper and Pearson, Biometrika
 * 26:404 (1934), doi:10.1093/biomet/26.4.404. They hold the share at least as often as they say; with few trials more often.
 *
 * @param low 0 where none was seen
 * @param high 1 where all were
 */
public record BinomialLimits(double low, double high) {

    /**
     * The limits of a share.
     *
     * @param seen k, 0 to n
     * @param of n, 1 or more
     * @param confidence 1 − α, in (0, 1)
     */
    public static BinomialLimits of(int seen, int of, double confidence) {
        if (seen < 0 || of < seen || of == 0) {
            throw new IllegalArgumentException("a share is of one or more, was " + seen + " of " + of);
        }
        double half = (1 - confidence) / 2;
        return new BinomialLimits(lower(seen, of, half), 1 - lower(of - seen, of, half));
    }

    private static double lower(int seen, int of, double probability) {
        if (seen == 0) {
            return 0;
        }
        double rest = of - seen + 1.0;
        return seen / (seen + rest * new FisherDistribution(2 * rest, 2.0 * seen).quantile(1 - probability));
    }
}
