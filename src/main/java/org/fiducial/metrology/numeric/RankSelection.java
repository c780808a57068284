package org.fiducial.metrology.numeric;

import java.util.Arrays;

/**
 * Quantiles of very many numbers without sorting or copying them: the order statistic is found by counting its bits, 16 at
 * a time from the top, in four passes. Exact, as sorting is.
 */
public final class RankSelection {

    private static final int BITS = 16;
    private static final int BUCKETS = 1 << BITS;

    /** Numbers up to which a sorted copy is quicker. */
    private static final int FEW = 100_000;

    private RankSelection() {}

    /** The median of at least one number: the middle one, or the mean of both middle ones. */
    public static double median(Numbers numbers) {
        int n = numbers.size();
        if (n == 0) {
            throw new IllegalArgumentException("a median needs at least one number");
        }
        if (n <= FEW) {
            double[] sorted = sorted(numbers);
            return n % 2 == 1 ? sorted[n / 2] : 0.5 * (sorted[n / 2 - 1] + sorted[n / 2]);
        }
        double upper = select(numbers, n / 2);
        return n % 2 == 1 ? upper : 0.5 * (select(numbers, n / 2 - 1) + upper);
    }

    /**
     * The number of a rank.
     *
     * @param rank from 0 for the smallest to size − 1 for the largest
     */
    public static double atRank(Numbers numbers, int rank) {
        if (rank < 0 || rank >= numbers.size()) {
            throw new IllegalArgumentException("of " + numbers.size() + " numbers none has rank " + rank);
        }
        return numbers.size() <= FEW ? sorted(numbers)[rank] : select(numbers, rank);
    }

    private static double[] sorted(Numbers numbers) {
        double[] sorted = new double[numbers.size()];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = numbers.get(i);
        }
        Arrays.sort(sorted);
        return sorted;
    }

    private static double select(Numbers numbers, int rank) {
        long prefix = 0;
        long left = rank;
        for (int shift = Long.SIZE - BITS; shift >= 0; shift -= BITS) {
            int[] counts = counts(numbers, prefix, shift);
            int bucket = 0;
            while (left >= counts[bucket]) {
                left -= counts[bucket++];
            }
            prefix |= (long) bucket << shift;
        }
        return number(prefix);
    }

    /** How many of the numbers that share the bits found so far have each value of the next 16. */
    private static int[] counts(Numbers numbers, long prefix, int shift) {
        int[] counts = new int[BUCKETS];
        int known = shift + BITS;
        for (int i = 0; i < numbers.size(); i++) {
            long key = key(numbers.get(i));
            if (known == Long.SIZE || key >>> known == prefix >>> known) {
                counts[(int) (key >>> shift) & (BUCKETS - 1)]++;
            }
        }
        return counts;
    }

    /** Bits that, read as an unsigned number, rise with the number. */
    private static long key(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits < 0 ? ~bits : bits | Long.MIN_VALUE;
    }

    private static double number(long key) {
        return Double.longBitsToDouble(key < 0 ? key & Long.MAX_VALUE : ~key);
    }
}
