package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks larger than the memory, as sparse files: written in an instant, and without room on the disk. */
class LargeStackTest {

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path file;

    LargeStackTest(@TempDir Path folder) {
        this.file = folder.resolve("large.tif");
    }

    @Test
    void readsOnePlaneOfAStackOfFiveGigabytesWithOneDirectory() throws IOException {
        int side = 2048;
        int planes = 640;
        SmallTiff small = SmallTiff.ramp(8, 8, 1, PixelType.UINT16);
        small.description = "ImageJ=1.54p\nimages=" + planes + "\nslices=" + planes + "\nunit=um\nspacing=0.2\n";
        byte[] head = small.bytes();
        long planeBytes = 2L * side * side;
        long pixels = 4096;
        patch(head, 256, side);
        patch(head, 257, side);
        patch(head, 278, side);
        patch(head, 273, (int) pixels);
        patch(head, 279, (int) planeBytes);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.write(head);
            sparse.setLength(pixels + planes * planeBytes);
            sparse.seek(pixels + (planes - 1) * planeBytes);
            sparse.write(new byte[] {0x39, 0x30}); // 12345, little-endian
        }
        long before = THREAD.getCurrentThreadAllocatedBytes();
        try (ImageStack stack = new ImageFiles(List.of()).open(file)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(side, side, planes, 1, 1));
            PixelPlane plane = new PixelPlane(stack.pixelType(), side * side);
            stack.readPlane(0, planes - 1, 0, plane);
            assertThat(plane.at(0)).isEqualTo(12_345);
            stack.readPlane(0, 3, 0, plane);
            assertThat(plane.at(0)).isZero();
        }
        // One plane of 16 bits is 8 MB.
        assertThat(THREAD.getCurrentThreadAllocatedBytes() - before).isLessThan(40L << 20);
    }

    /** Replaces the inline value of a tag of a little-endian classic TIFF. */
    private static void patch(byte[] bytes, int tag, int value) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = buffer.getInt(4);
        for (int i = 0; i < buffer.getShort(directory); i++) {
            int at = directory + 2 + 12 * i;
            if ((buffer.getShort(at) & 0xffff) == tag) {
                buffer.putShort(at + 2, (short) 4).putInt(at + 8, value);
            }
        }
    }
}
