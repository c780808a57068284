package org.fiducial.metrology.power;

import org.fiducial.metrology.numeric.Numbers;

/** Puts readings into the order of their times; readings of one time stay in file order. */
final class TimeOrder {

    private TimeOrder() {}

    /**
     * The places in rising order of time: a merge sort from the bottom, which leaves a log that is in order, as almost all
     * are, after one look.
     */
    static int[] of(Numbers timeS) {
        int n = timeS.size();
        int[] order = new int[n];
        boolean sorted = true;
        for (int i = 0; i < n; i++) {
            order[i] = i;
            sorted &= i == 0 || timeS.get(i - 1) <= timeS.get(i);
        }
        if (sorted) {
            return order;
        }
        int[] from = order;
        int[] to = new int[n];
        for (int width = 1; width > 0 && width < n; width *= 2) {
            for (long low = 0; low < n; low += 2L * width) {
                merge(timeS, from, to, (int) low, width);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(Numbers timeS, int[] from, int[] to, int low, int width) {
        int middle = (int) Math.min((long) low + width, from.length);
        int high = (int) Math.min((long) low + 2L * width, from.length);
        int left = low;
        int right = middle;
        for (int k = low; k < high; k++) {
            boolean takeLeft = left < middle && (right >= high || timeS.get(from[left]) <= timeS.get(from[right]));
            to[k] = takeLeft ? from[left++] : from[right++];
        }
    }
}
