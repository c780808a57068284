package org.fiducial.metrology.image;

import java.util.List;

/**
 * Of each pixel the highest mean that a window of successive planes reaches on its way through a stack:
 * p(i) = max_z (1/w) Σ_{k &lt; w} v(i, z + k).
 *
 * <p>Sums of integers are exact for windows of up to 32,768 planes; those of floating-point pixels depend on the order of
 * the planes and on nothing else. Planes come in batches, and a batch is added up part by part, since the sums of a part
 * stay in the cache of the processor meanwhile.
 */
public final class WindowMaximum {

    private static final int PART = 16_384;

    private final int window;
    private final int size;
    private final Sums sums;
    private int seen;

    /**
     * Begins with no plane.
     *
     * @param type of the pixels
     * @param size pixels of a plane
     * @param window planes to add up, at least one
     */
    public WindowMaximum(PixelType type, int size, int window) {
        if (window < 1 || window > 32_768) {
            throw new IllegalArgumentException("a window has 1 to 32768 planes, not " + window);
        }
        this.window = window;
        this.size = size;
        PixelPlane like = new PixelPlane(type, size);
        this.sums = like.paired()
                ? new PairedSums(like.pairs().length, like.raise())
                : new NumberSums(like.numbers().length);
    }

    /**
     * Moves the window on by some planes.
     *
     * @param entering the next planes of the stack, in order
     * @param leaving for each of them the plane that stands {@code window} planes before it, as far as there is one
     */
    public void slide(List<PixelPlane> entering, List<PixelPlane> leaving) {
        for (int from = 0; from < sums.length(); from += PART) {
            int to = Math.min(sums.length(), from + PART);
            int gone = 0;
            for (int k = 0; k < entering.size(); k++) {
                if (seen + k < window) {
                    sums.grow(entering.get(k), from, to);
                } else {
                    sums.slide(entering.get(k), leaving.get(gone++), from, to);
                }
                if (seen + k == window - 1) {
                    sums.begin(from, to);
                }
            }
        }
        seen += entering.size();
    }

    /**
     * The highest means so far.
     *
     * @return [pixels] in detector counts
     * @throws IllegalStateException if fewer planes than a window came
     */
    public float[] highest() {
        if (seen < window) {
            throw new IllegalStateException("a window of " + window + " planes saw only " + seen);
        }
        float[] highest = new float[size];
        sums.write(highest, 1f / window, window);
        return highest;
    }

    /** Sums over the window and their maxima, for words or numbers [from, to). */
    private interface Sums {

        int length();

        void grow(PixelPlane entering, int from, int to);

        void begin(int from, int to);

        void slide(PixelPlane entering, PixelPlane leaving, int from, int to);

        void write(float[] target, float scale, int planes);
    }

    /** Of pixels in pairs. */
    private static final class PairedSums implements Sums {

        private final int raise;
        private final int[] even;
        private final int[] odd;
        private final int[] highestEven;
        private final int[] highestOdd;

        PairedSums(int length, int raise) {
            this.raise = raise;
            this.even = new int[length];
            this.odd = new int[length];
            this.highestEven = new int[length];
            this.highestOdd = new int[length];
        }

        @Override
        public int length() {
            return even.length;
        }

        @Override
        public void grow(PixelPlane entering, int from, int to) {
            int[] pairs = entering.pairs();
            for (int i = from; i < to; i++) {
                even[i] += pairs[i] & 0xffff;
                odd[i] += pairs[i] >>> 16;
            }
        }

        @Override
        public void begin(int from, int to) {
            System.arraycopy(even, from, highestEven, from, to - from);
            System.arraycopy(odd, from, highestOdd, from, to - from);
        }

        @Override
        public void slide(PixelPlane entering, PixelPlane leaving, int from, int to) {
            slide(entering.pairs(), leaving.pairs(), from, to);
        }

        private void slide(int[] in, int[] out, int from, int to) {
            int[] evens = even;
            int[] odds = odd;
            for (int i = from; i < to; i++) {
                evens[i] += (in[i] & 0xffff) - (out[i] & 0xffff);
                odds[i] += (in[i] >>> 16) - (out[i] >>> 16);
            }
            raise(highestEven, evens, from, to);
            raise(highestOdd, odds, from, to);
        }

        /**
         * highest = max(highest, sum), by arithmetic, since the compiler makes vector instructions of it and not of a
         * maximum: with d = highest − sum, max = sum + (d if d ≥ 0, else 0). Sums are never negative, so d is exact.
         */
        private static void raise(int[] highest, int[] sums, int from, int to) {
            for (int i = from; i < to; i++) {
                int above = highest[i] - sums[i];
                highest[i] = sums[i] + (above & ~(above >> 31));
            }
        }

        @Override
        public void write(float[] target, float scale, int planes) {
            int raised = raise * planes;
            for (int i = 0; i < target.length; i++) {
                int sum = (i & 1) == 0 ? highestEven[i >> 1] : highestOdd[i >> 1];
                target[i] = (float) (sum - raised) * scale;
            }
        }
    }

    /** Of pixels as numbers. */
    private static final class NumberSums implements Sums {

        private final float[] sum;
        private final float[] highest;

        NumberSums(int length) {
            this.sum = new float[length];
            this.highest = new float[length];
        }

        @Override
        public int length() {
            return sum.length;
        }

        @Override
        public void grow(PixelPlane entering, int from, int to) {
            float[] in = entering.numbers();
            for (int i = from; i < to; i++) {
                sum[i] += in[i];
            }
        }

        @Override
        public void begin(int from, int to) {
            System.arraycopy(sum, from, highest, from, to - from);
        }

        @Override
        public void slide(PixelPlane entering, PixelPlane leaving, int from, int to) {
            float[] in = entering.numbers();
            float[] out = leaving.numbers();
            for (int i = from; i < to; i++) {
                float moved = sum[i] + (in[i] - out[i]);
                sum[i] = moved;
                highest[i] = Math.max(highest[i], moved);
            }
        }

        @Override
        public void write(float[] target, float scale, int planes) {
            for (int i = 0; i < target.length; i++) {
                target[i] = highest[i] * scale;
            }
        }
    }
}
