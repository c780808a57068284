package org.fiducial.metrology.bead;

import java.util.List;
import java.util.stream.IntStream;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;

/**
 * The planes of one channel: read in order, kept if they fit in memory, read again if not.
 *
 * <p>Values that are not finite become zero. What is found does not depend on whether planes are kept.
 */
final class StackPlanes {

    /** Share of the heap that kept planes may take. */
    private static final double HEAP_SHARE = 0.3;

    private final ImageStack stack;
    private final int channel;
    private final boolean checkFinite;
    private final float[][] kept;
    private final float[] scratch;

    StackPlanes(ImageStack stack, int channel, long heapBytes) {
        this.stack = stack;
        this.channel = channel;
        this.checkFinite = stack.pixelType() == PixelType.FLOAT32 || stack.pixelType() == PixelType.FLOAT64;
        StackShape shape = stack.shape();
        long bytes = 4L * shape.planeSize() * shape.depth();
        boolean keep = bytes <= HEAP_SHARE * heapBytes;
        this.kept = new float[keep ? shape.depth() : 0][];
        this.scratch = new float[keep ? 0 : shape.planeSize()];
    }

    int width() {
        return stack.shape().width();
    }

    int height() {
        return stack.shape().height();
    }

    int depth() {
        return stack.shape().depth();
    }

    /** Whether the planes stay in memory once read. */
    boolean keepsPlanes() {
        return kept.length > 0;
    }

    /** Reads a plane for the first time, into the given array if planes are not kept. */
    float[] first(int z, float[] spare) {
        float[] plane = keepsPlanes() ? new float[stack.shape().planeSize()] : spare;
        stack.readPlane(channel, z, 0, plane);
        makeFinite(plane);
        if (keepsPlanes()) {
            kept[z] = plane;
        }
        return plane;
    }

    private float[] again(int z) {
        if (keepsPlanes()) {
            return kept[z];
        }
        stack.readPlane(channel, z, 0, scratch);
        makeFinite(scratch);
        return scratch;
    }

    private void makeFinite(float[] plane) {
        if (!checkFinite) {
            return;
        }
        for (int i = 0; i < plane.length; i++) {
            if (!(Math.abs(plane[i]) <= Float.MAX_VALUE)) {
                plane[i] = 0;
            }
        }
    }

    /**
     * The columns over spots, all read in one go through the planes.
     *
     * @return [spots][depth] mean of the 3 × 3 pixels round the spot in each plane
     */
    float[][] columns(List<Spot> spots) {
        float[][] columns = new float[spots.size()][depth()];
        for (int z = 0; z < depth(); z++) {
            float[] plane = again(z);
            for (int i = 0; i < columns.length; i++) {
                columns[i][z] = meanNear(plane, spots.get(i));
            }
        }
        return columns;
    }

    private float meanNear(float[] plane, Spot spot) {
        float sum = 0;
        int n = 0;
        for (int y = Math.max(0, spot.y() - 1); y <= Math.min(height() - 1, spot.y() + 1); y++) {
            for (int x = Math.max(0, spot.x() - 1); x <= Math.min(width() - 1, spot.x() + 1); x++) {
                sum += plane[y * width() + x];
                n++;
            }
        }
        return sum / n;
    }

    /** Cuts boxes out of the stack, all in one go through its planes. */
    List<BeadVolume> cut(List<VoxelBox> boxes) {
        List<float[]> counts =
                boxes.stream().map(box -> new float[box.voxels()]).toList();
        for (int z = 0; z < depth(); z++) {
            int at = z;
            if (boxes.stream().noneMatch(box -> at >= box.z0() && at < box.z0() + box.sizeZ())) {
                continue;
            }
            float[] plane = again(z);
            for (int i = 0; i < boxes.size(); i++) {
                copy(plane, z, boxes.get(i), counts.get(i));
            }
        }
        return IntStream.range(0, boxes.size())
                .mapToObj(i -> volume(boxes.get(i), counts.get(i)))
                .toList();
    }

    private static BeadVolume volume(VoxelBox box, float[] counts) {
        return BeadVolume.of(
                counts, new int[] {box.sizeX(), box.sizeY(), box.sizeZ()}, new int[] {box.x0(), box.y0(), box.z0()});
    }

    private void copy(float[] plane, int z, VoxelBox box, float[] target) {
        int layer = z - box.z0();
        if (layer < 0 || layer >= box.sizeZ()) {
            return;
        }
        for (int y = 0; y < box.sizeY(); y++) {
            int from = (box.y0() + y) * width() + box.x0();
            System.arraycopy(plane, from, target, (layer * box.sizeY() + y) * box.sizeX(), box.sizeX());
        }
    }
}
