package org.fiducial.metrology.bead;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.PixelPlane;
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
    private final PixelPlane[] kept;
    private final Optional<PixelPlane> scratch;

    StackPlanes(ImageStack stack, int channel, long heapBytes) {
        this.stack = stack;
        this.channel = channel;
        StackShape shape = stack.shape();
        long bytes = shape.depth() * PixelPlane.bytes(stack.pixelType(), shape.planeSize());
        boolean keep = bytes <= HEAP_SHARE * heapBytes;
        this.kept = new PixelPlane[keep ? shape.depth() : 0];
        this.scratch = keep ? Optional.empty() : Optional.of(plane());
    }

    /** A plane that can take the pixels of this stack. */
    PixelPlane plane() {
        return new PixelPlane(stack.pixelType(), stack.shape().planeSize());
    }

    PixelType pixelType() {
        return stack.pixelType();
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

    /** Reads a plane for the first time, into the given one, if there is one and planes are not kept. */
    PixelPlane first(int z, Optional<PixelPlane> spare) {
        PixelPlane plane = read(z, keepsPlanes() ? plane() : spare.orElseGet(this::plane));
        if (keepsPlanes()) {
            kept[z] = plane;
        }
        return plane;
    }

    private PixelPlane again(int z) {
        return scratch.isPresent() ? read(z, scratch.get()) : kept[z];
    }

    private PixelPlane read(int z, PixelPlane plane) {
        stack.readPlane(channel, z, 0, plane);
        plane.makeFinite();
        return plane;
    }

    /**
     * The columns over spots, all read in one go through the planes.
     *
     * @return [spots][depth] mean of the 3 × 3 pixels round the spot in each plane
     */
    float[][] columns(List<Spot> spots) {
        float[][] columns = new float[spots.size()][depth()];
        for (int z = 0; z < depth(); z++) {
            PixelPlane plane = again(z);
            for (int i = 0; i < columns.length; i++) {
                columns[i][z] = meanNear(plane, spots.get(i));
            }
        }
        return columns;
    }

    private float meanNear(PixelPlane plane, Spot spot) {
        float sum = 0;
        int n = 0;
        for (int y = Math.max(0, spot.y() - 1); y <= Math.min(height() - 1, spot.y() + 1); y++) {
            for (int x = Math.max(0, spot.x() - 1); x <= Math.min(width() - 1, spot.x() + 1); x++) {
                sum += plane.at(y * width() + x);
                n++;
            }
        }
        return sum / n;
    }

    /** Cuts boxes out of the stack, all in one go through its planes. */
    List<BeadVolume> cut(List<VoxelBox> boxes) {
        List<float[]> counts =
                boxes.stream().map(box -> new float[box.voxels()]).toList();
        if (keepsPlanes()) {
            IntStream.range(0, boxes.size()).parallel().forEach(i -> copy(boxes.get(i), counts.get(i)));
        } else {
            copyInOneGo(boxes, counts);
        }
        return IntStream.range(0, boxes.size())
                .mapToObj(i -> volume(boxes.get(i), counts.get(i)))
                .toList();
    }

    private void copy(VoxelBox box, float[] counts) {
        for (int z = box.z0(); z < box.z0() + box.sizeZ(); z++) {
            copy(kept[z], z, box, counts);
        }
    }

    private void copyInOneGo(List<VoxelBox> boxes, List<float[]> counts) {
        for (int z = 0; z < depth(); z++) {
            int at = z;
            if (boxes.stream().noneMatch(box -> at >= box.z0() && at < box.z0() + box.sizeZ())) {
                continue;
            }
            PixelPlane plane = again(z);
            for (int i = 0; i < boxes.size(); i++) {
                copy(plane, z, boxes.get(i), counts.get(i));
            }
        }
    }

    private static BeadVolume volume(VoxelBox box, float[] counts) {
        return BeadVolume.of(
                counts, new int[] {box.sizeX(), box.sizeY(), box.sizeZ()}, new int[] {box.x0(), box.y0(), box.z0()});
    }

    private void copy(PixelPlane plane, int z, VoxelBox box, float[] target) {
        int layer = z - box.z0();
        if (layer < 0 || layer >= box.sizeZ()) {
            return;
        }
        for (int y = 0; y < box.sizeY(); y++) {
            int from = (box.y0() + y) * width() + box.x0();
            plane.copy(from, box.sizeX(), target, (layer * box.sizeY() + y) * box.sizeX());
        }
    }
}
