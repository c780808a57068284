package org.fiducial.metrology.numeric;

/**
 * Values at a rank, found without sorting all the others: the same numbers that a sorted array would give, in linear time.
 *
 * <p>Hoare's FIND (Communications of the ACM 4:321 (1961), doi:10.1145/366622.366647) with the middle one of three values as
 * pivot. The values must be numbers; their order is changed.
 */
public final class OrderStatistics {

    private OrderStatistics() {}

    /**
     * The value of rank k, counted from zero, of the first values of an array. Afterwards nothing before it is larger and
     * nothing behind it is smaller.
     *
     * @param values reordered
     * @param count how many of the values count, at least one
     * @param k from 0 to count − 1
     */
    public static double select(double[] values, int count, int k) {
        return select(values, 0, count, k);
    }

    /**
     * The value of rank k where it is known to lie in a part of the array, as after an earlier selection of another rank:
     * nothing before the part is larger than what is in it, and nothing behind it is smaller.
     *
     * @param values reordered from the first to the last index of the part
     * @param from first index of the part
     * @param to index behind the last of the part
     * @param k from {@code from} to {@code to} − 1
     */
    public static double select(double[] values, int from, int to, int k) {
        if (from < 0 || k < from || k >= to || to > values.length) {
            throw new IllegalArgumentException("rank " + k + " is not in the part from " + from + " to " + to
                    + " of an array of " + values.length);
        }
        int low = from;
        int high = to - 1;
        while (low < high) {
            double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
            int i = low;
            int j = high;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (k > j && k < i) {
                return values[k];
            }
            low = k >= i ? i : low;
            high = k <= j ? j : high;
        }
        return values[k];
    }

    /** The median of the first values of an array, the mean of the two middle ones of an even number; reorders them. */
    public static double median(double[] values, int count) {
        int upper = count / 2;
        double above = select(values, count, upper);
        if (count % 2 == 1) {
            return above;
        }
        double below = values[0];
        for (int i = 1; i < upper; i++) {
            below = Math.max(below, values[i]);
        }
        return 0.5 * (below + above);
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
