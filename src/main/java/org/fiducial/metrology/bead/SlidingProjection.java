package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.WindowMaximum;

/**
 * The one pass over a stack: maximum along z of the mean over a window of planes, {@link WindowMaximum}.
 *
 * <p>One thread reads and decodes, a second adds up the batch of planes that was read before.
 */
final class SlidingProjection {

    /** Planes added up at a time: many where all stay in memory anyhow, few where they are held for this alone. */
    private static final int KEPT_BATCH = 8;

    private static final int PASSING_BATCH = 2;

    private final StackPlanes planes;
    private final int window;
    private final int batch;
    /** The planes in the window, those of the batch that leave it, and those being read meanwhile. */
    private final List<PixelPlane> ring = new ArrayList<>();

    private SlidingProjection(StackPlanes planes, int window) {
        this.planes = planes;
        this.window = window;
        this.batch = planes.keepsPlanes() ? KEPT_BATCH : PASSING_BATCH;
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
        WindowMaximum maximum = new WindowMaximum(planes.pixelType(), planes.width() * planes.height(), window);
        CompletableFuture<Void> adding = CompletableFuture.completedFuture(null);
        for (int z = 0; z < planes.depth(); z += batch) {
            int end = Math.min(planes.depth(), z + batch);
            List<PixelPlane> entering = read(z, end, watch);
            List<PixelPlane> leaving = leaving(z, end);
            adding.join();
            adding = CompletableFuture.runAsync(() -> maximum.slide(entering, leaving));
        }
        adding.join();
        watch.step(BeadWatch.Stage.READING_PLANES, planes.depth(), planes.depth());
        return maximum.highest();
    }

    private List<PixelPlane> read(int from, int to, BeadWatch watch) {
        int length = window + 2 * batch;
        for (int z = from; z < to; z++) {
            watch.step(BeadWatch.Stage.READING_PLANES, z, planes.depth());
            if (ring.size() < length) {
                ring.add(planes.first(z, Optional.empty()));
            } else {
                ring.set(z % length, planes.first(z, Optional.of(ring.get(z % length))));
            }
        }
        return at(from, to);
    }

    private List<PixelPlane> leaving(int from, int to) {
        return at(Math.max(0, from - window), Math.max(0, to - window));
    }

    private List<PixelPlane> at(int from, int to) {
        List<PixelPlane> found = new ArrayList<>();
        for (int z = from; z < to; z++) {
            found.add(ring.get(z % ring.size()));
        }
        return found;
    }
}
