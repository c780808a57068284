package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and lying files: a clean refusal or a stack, at once and in little memory. */
class HostileTiffTest {

    private static final long SEED = 7_301;
    private static final int FILES = 5_000;

    /** Far above what any of the small files needs, far below what a lie about its size would take. */
    private static final long MAX_BYTES = 24L << 20;

    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final ImageFiles files = new ImageFiles(List.of());
    private final Path file;

    HostileTiffTest(@TempDir Path folder) {
        this.file = folder.resolve("hostile.tif");
    }

    @Test
    void fiveThousandDamagedFilesGiveOnlyCleanRefusals() throws IOException {
        List<byte[]> sound = soundFiles();
        Random random = new Random(SEED);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            write(damage(sound.get(i % sound.size()), random));
            long before = THREAD.getCurrentThreadAllocatedBytes();
            long start = System.nanoTime();
            refused += readAll() ? 0 : 1;
            long milliseconds = (System.nanoTime() - start) / 1_000_000;
            long bytes = THREAD.getCurrentThreadAllocatedBytes() - before;
            assertThat(bytes).as("memory for file %d of seed %d", i, SEED).isLessThan(MAX_BYTES);
            if (milliseconds > 1000) { // a pause of the machine does not come twice
                long again = System.nanoTime();
                readAll();
                milliseconds = (System.nanoTime() - again) / 1_000_000;
            }
            assertThat(milliseconds)
                    .as("milliseconds for file %d of seed %d", i, SEED)
                    .isLessThan(1000);
        }
        assertThat(refused).as("refused of seed %d", SEED).isBetween(FILES / 10, FILES - FILES / 10);
    }

    @Test
    void aSizeThatLiesCostsNothing() throws IOException {
        for (boolean big : new boolean[] {false, true}) {
            SmallTiff tiff = SmallTiff.ramp(16, 16, 1, PixelType.UINT16);
            tiff.big = big;
            tiff.compression = SmallTiff.DEFLATE;
            byte[] bytes = tiff.bytes();
            setTag(bytes, 256, 60_000, big);
            setTag(bytes, 257, 60_000, big);
            Files.write(file, bytes);
            long before = THREAD.getCurrentThreadAllocatedBytes();
            assertThatThrownBy(() -> files.open(file))
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessageContaining("60000 x 60000 pixels");
            assertThat(THREAD.getCurrentThreadAllocatedBytes() - before).isLessThan(MAX_BYTES);
        }
    }

    @Test
    void directoriesInACircleEnd() throws IOException {
        byte[] bytes = SmallTiff.ramp(4, 4, 2, PixelType.UINT8).bytes();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int first = buffer.getInt(4);
        int next = first + 2 + 12 * (buffer.getShort(first) & 0xffff);
        int second = buffer.getInt(next);
        buffer.putInt(second + 2 + 12 * (buffer.getShort(second) & 0xffff), first);
        Files.write(file, bytes);
        try (ImageStack stack = files.open(file)) {
            assertThat(stack.shape().depth()).isEqualTo(2);
        }
    }

    @Test
    void refusesColourPictures() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 4, 1, PixelType.UINT8);
        tiff.samplesPerPixel = 3;
        Files.write(file, tiff.bytes());
        assertThatThrownBy(() -> files.open(file))
                .hasMessage("hostile.tif: expected a TIFF stack of grey values, found a colour picture with 3 values a"
                        + " pixel; export the stack again as an ImageJ TIFF or OME-TIFF without loss.");
    }

    @Test
    void namesACompressionThatItCannotUndo() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(4, 4, 1, PixelType.UINT8);
        tiff.compression = 7;
        Files.write(file, tiff.bytes());
        assertThatThrownBy(() -> files.open(file))
                .hasMessageContaining("found compression by JPEG, which alters the values");
    }

    @Test
    void refusesWhatNeverWasAnImage() throws IOException {
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> files.open(file)).hasMessageContaining("found an empty file");
        Files.write(file, new byte[] {'I', 'I', 42, 0, 8, 0, 0, 0});
        assertThatThrownBy(() -> files.open(file)).hasMessageContaining("no image directory");
        assertThatThrownBy(() -> files.open(file.resolveSibling("absent.tif"))).hasMessageContaining("no such file");
    }

    private void write(byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(bytes.length);
            channel.write(ByteBuffer.wrap(bytes));
        }
    }

    /** True if the file opened and gave all its planes. */
    private boolean readAll() {
        try (ImageStack stack = files.open(file)) {
            StackShape shape = stack.shape();
            float[] plane = new float[shape.planeSize()];
            for (int t = 0; t < shape.times(); t++) {
                for (int z = 0; z < shape.depth(); z++) {
                    for (int c = 0; c < shape.channels(); c++) {
                        Planes.read(stack, c, z, t, plane);
                    }
                }
            }
            return true;
        } catch (UnreadableImageException e) {
            assertThat(e.getMessage()).startsWith("hostile.tif: expected ").endsWith(".");
            return false;
        }
    }

    private static byte[] damage(byte[] sound, Random random) {
        byte[] damaged = sound.clone();
        int flips = 1 + random.nextInt(8);
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(damaged.length);
            damaged[at] =
                    random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (damaged[at] ^ 1 << random.nextInt(8));
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private static List<byte[]> soundFiles() {
        List<byte[]> sound = new ArrayList<>();
        List<PixelType> types = List.of(PixelType.values());
        int i = 0;
        for (int compression : new int[] {1, SmallTiff.LZW, SmallTiff.DEFLATE, SmallTiff.PACKBITS}) {
            for (int tile : new int[] {0, 16}) {
                SmallTiff tiff = SmallTiff.ramp(9, 7, 3, types.get(i % types.size()));
                tiff.big = i % 2 == 0;
                tiff.order = i % 3 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
                tiff.compression = compression;
                tiff.predictor = compression == 1 || tiff.type == PixelType.FLOAT64 ? 1 : 1 + i % 2;
                tiff.tile = tile;
                tiff.rowsPerStrip = 3;
                tiff.description = i % 2 == 0
                        ? "ImageJ=1.54p\nimages=3\nslices=3\nunit=micron\nspacing=0.2\n"
                        : "<OME><Image><Pixels SizeX=\"9\" SizeY=\"7\" SizeZ=\"3\" SizeC=\"1\" SizeT=\"1\""
                                + " PhysicalSizeX=\"0.1\" Type=\"uint8\"><TiffData IFD=\"0\" PlaneCount=\"3\"/>"
                                + "</Pixels></Image></OME>";
                sound.add(tiff.bytes());
                i++;
            }
        }
        return sound;
    }

    private static void setTag(byte[] bytes, int tag, int value, boolean big) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = big ? (int) buffer.getLong(8) : buffer.getInt(4);
        int entries = big ? (int) buffer.getLong(directory) : buffer.getShort(directory);
        for (int i = 0; i < entries; i++) {
            int at = directory + (big ? 8 + 20 * i : 2 + 12 * i);
            if ((buffer.getShort(at) & 0xffff) == tag) {
                buffer.putShort(at + (big ? 12 : 8), (short) value);
            }
        }
    }
}
