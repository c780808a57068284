package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TiffReadingTest {

    private final Path folder;

    TiffReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final ImageFiles files = new ImageFiles(List.of());

    record Kind(PixelType type, ByteOrder order, boolean big, int compression, int predictor, int tile) {}

    static Stream<Kind> everyKind() {
        List<Kind> kinds = new ArrayList<>();
        for (PixelType type : PixelType.values()) {
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                for (boolean big : new boolean[] {false, true}) {
                    for (int compression : new int[] {1, 5, 8, 32_946, 32_773}) {
                        kinds.add(new Kind(type, order, big, compression, 1, 0));
                        kinds.add(new Kind(type, order, big, compression, 1, 16));
                    }
                }
                if (type == PixelType.FLOAT32) {
                    kinds.add(new Kind(type, order, false, 5, 3, 0));
                    kinds.add(new Kind(type, order, false, 8, 3, 16));
                }
                boolean differenced = type != PixelType.FLOAT64;
                if (differenced) {
                    kinds.add(new Kind(type, order, false, 5, 2, 0));
                    kinds.add(new Kind(type, order, false, 8, 2, 16));
                }
            }
        }
        return kinds.stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void readsEveryPixelOfEveryKind(Kind kind) throws IOException {
        SmallTiff tiff = SmallTiff.ramp(23, 11, 3, kind.type);
        tiff.order = kind.order;
        tiff.big = kind.big;
        tiff.compression = kind.compression;
        tiff.predictor = kind.predictor;
        tiff.tile = kind.tile;
        tiff.rowsPerStrip = 4;
        try (ImageStack stack = files.open(write(tiff.bytes()))) {
            assertThat(stack.shape()).isEqualTo(new StackShape(23, 11, 3, 1, 1));
            assertThat(stack.pixelType()).isEqualTo(kind.type);
            for (int z = 0; z < 3; z++) {
                assertThat(plane(stack, 0, z)).containsExactly(floats(tiff.planes[z]));
            }
        }
    }

    @Test
    void keepsLargeValuesOfWideTypes() throws IOException {
        SmallTiff tiff = new SmallTiff(2, 1, PixelType.UINT32, new double[] {4_000_000_000.0, 3});
        try (ImageStack stack = files.open(write(tiff.bytes()))) {
            assertThat(plane(stack, 0, 0)).containsExactly(4.0e9f, 3f);
        }
    }

    @Test
    void keepsTheSignOfSignedTypes() throws IOException {
        SmallTiff tiff = new SmallTiff(2, 1, PixelType.INT16, new double[] {-5, 300});
        try (ImageStack stack = files.open(write(tiff.bytes()))) {
            assertThat(plane(stack, 0, 0)).containsExactly(-5f, 300f);
        }
    }

    @Test
    void readsStacksThatImageJWroteWithOneDirectory() throws IOException {
        SmallTiff tiff = SmallTiff.ramp(5, 4, 6, PixelType.UINT16);
        tiff.singleDirectory = true;
        tiff.description = "ImageJ=1.54p\nimages=6\nchannels=2\nslices=3\nhyperstack=true\n";
        try (ImageStack stack = files.open(write(tiff.bytes()))) {
            assertThat(stack.shape()).isEqualTo(new StackShape(5, 4, 3, 2, 1));
            assertThat(plane(stack, 1, 2)).containsExactly(floats(tiff.planes[5]));
        }
    }

    @Test
    void refusesWhatIsNoImage() throws IOException {
        Path text = folder.resolve("notes.tif");
        Files.writeString(text, "these are only words");
        assertThatThrownBy(() -> files.open(text))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("notes.tif: expected an image stack (TIFF, OME-TIFF, ImageJ TIFF or OME-Zarr), found"
                        + " another kind of file; export the stack as an ImageJ TIFF or OME-TIFF.");
    }

    @Test
    void refusesAFileThatIsCutOff() throws IOException {
        Path whole = folder.resolve("whole.tif");
        StackShape shape = new StackShape(64, 64, 5, 1, 1);
        try (ImageStackWriter writer = ImageStackWriter.imageJ(
                whole, shape, PixelType.UINT16, ImageMetadata.spacedBy(new VoxelSize(0.1, 0.1, 0.2)))) {
            for (int z = 0; z < 5; z++) {
                writer.writePlane(new float[64 * 64]);
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = write(java.util.Arrays.copyOf(bytes, 20_000));
        assertThatThrownBy(() -> files.open(cut))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining("cut off or damaged");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("image.tif"), bytes);
    }

    private static float[] plane(ImageStack stack, int channel, int z) {
        float[] plane = new float[stack.shape().planeSize()];
        Planes.read(stack, channel, z, 0, plane);
        return plane;
    }

    private static float[] floats(double[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }
}
