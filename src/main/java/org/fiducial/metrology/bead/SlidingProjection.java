package org.fiducial.metrology.bead;

import java.util.concurrent.CompletableFuture;

/**
 * The one pass over a stack: maximum along z of the sum over a window of planes, divided by the window.
 *
 * <p>p(x, y) = max_z (1/w) Σ_{k &lt; w} v(x, y, z + k). Sums of integer counts are exact, so that the result does not depend
 * on the order of the additions. One thread reads and decodes, a second adds up.
 */
final class SlidingProjection {

    private final StackPlanes planes;
    private final int window;
    private final float[] sum;
    private final float[] highest;

    private SlidingProjection(StackPlanes planes, int window) {
        this.planes = planes;
        this.window = window;
        this.sum = new float[planes.width() * planes.height()];
        this.highest = new float[sum.length];
    }

    /**
     * Reads every plane once.
     *
     * @param window planes to add up, from 1 to the depth of the stack
     * @return [height * width] in detector counts
     */
    static float[] of(StackPlanes planes, int window, BeadWatch watch) {
        return new SlidingProjection(planes, window).run(watch);
    }

    private float[] run(BeadWatch watch) {
        // A ring of the planes in the window, the one that leaves it, and the one being read meanwhile.
        float[][] ring = new float[window + 2][];
        if (!planes.keepsPlanes()) {
            for (int i = 0; i < ring.length; i++) {
                ring[i] = new float[sum.length];
            }
        }
        CompletableFuture<Void> adding = CompletableFuture.completedFuture(null);
        for (int z = 0; z < planes.depth(); z++) {
            watch.step(BeadWatch.Stage.READING_PLANES, z, planes.depth());
            int slot = z % ring.length;
            float[] plane = planes.first(z, ring[slot]);
            ring[slot] = plane;
            float[] leaving = z >= window ? ring[(z - window) % ring.length] : new float[0];
            int at = z;
            adding.join();
            adding = CompletableFuture.runAsync(() -> add(at, plane, leaving));
        }
        adding.join();
        watch.step(BeadWatch.Stage.READING_PLANES, planes.depth(), planes.depth());
        float scale = 1f / window;
        for (int i = 0; i < highest.length; i++) {
            highest[i] *= scale;
        }
        return highest;
    }

    private void add(int z, float[] entering, float[] leaving) {
        if (z < window) {
            plus(sum, entering);
        } else {
            slide(entering, leaving);
        }
        if (z == window - 1) {
            System.arraycopy(sum, 0, highest, 0, sum.length);
        }
    }

    private static void plus(float[] sum, float[] entering) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += entering[i];
        }
    }

    private void slide(float[] entering, float[] leaving) {
        float[] sums = sum;
        float[] largest = highest;
        for (int i = 0; i < sums.length; i++) {
            float moved = sums[i] + (entering[i] - leaving[i]);
            sums[i] = moved;
            largest[i] = Math.max(largest[i], moved);
        }
    }
}
