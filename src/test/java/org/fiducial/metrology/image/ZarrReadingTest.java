package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ZarrReadingTest {

    private static final Path WRITTEN_BY_ZARR = Path.of("test-data/ome-zarr");
    private static final long SEED = 99;

    private final ImageFiles files = new ImageFiles(List.of());
    private final Path folder;

    ZarrReadingTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<Path> writtenByZarr() throws IOException {
        try (Stream<Path> entries = Files.list(WRITTEN_BY_ZARR)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("writtenByZarr")
    void readsEveryVoxelThatTheReferenceWriterWrote(Path image) {
        try (ImageStack stack = files.open(image)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(20, 24, 3, 2, 1));
            assertThat(stack.metadata().spacing().zStep()).hasValue(new Quantity(0.2, Unit.MICROMETRE));
            assertThat(stack.metadata().channels().get(1).name()).hasValue("red");
            assertThat(stack.metadata().acquisition().format()).isEqualTo("OME-Zarr 0.4");
            float[] plane = new float[480];
            for (int c = 0; c < 2; c++) {
                for (int z = 0; z < 3; z++) {
                    Planes.read(stack, c, z, 0, plane);
                    assertThat(plane).containsExactly(expected(c, z));
                }
            }
        }
    }

    @Test
    void readsVersionThree() throws IOException {
        Path image = version3("{\"name\":\"bytes\",\"configuration\":{\"endian\":\"big\"}},{\"name\":\"gzip\"},"
                + "{\"name\":\"crc32c\"}");
        ByteBuffer samples = ByteBuffer.allocate(2 * 2 * 4 * 4).order(ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < 32; i++) {
            samples.putShort((short) (1000 + i));
        }
        write(image, "0/c/0/0/0", checksummed(gzip(samples)));
        try (ImageStack stack = files.open(image)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(4, 4, 3, 1, 1));
            assertThat(stack.pixelType()).isEqualTo(PixelType.UINT16);
            assertThat(stack.metadata().acquisition().format()).isEqualTo("OME-Zarr 0.5");
            assertThat(stack.metadata().spacing().pixelSizeX()).hasValue(new Quantity(65, Unit.NANOMETRE));
            // The common scale of the pyramid multiplies that of the array.
            assertThat(stack.metadata().spacing().zStep()).hasValue(new Quantity(200, Unit.NANOMETRE));
            float[] plane = new float[16];
            Planes.read(stack, 0, 1, 0, plane);
            assertThat(plane[0]).isEqualTo(1016);
            assertThat(plane[15]).isEqualTo(1031);
            Planes.read(stack, 0, 2, 0, plane);
            assertThat(plane)
                    .as("a chunk that was not written holds the fill value")
                    .containsOnly(7);
        }
    }

    @ParameterizedTest
    @CsvSource({"sharding_indexed, shards (the codec sharding_indexed)", "transpose, the codec transpose"})
    void refusesByNameWhatItDoesNotKnow(String codec, String found) throws IOException {
        Path image = version3("{\"name\":\"" + codec + "\"},{\"name\":\"bytes\"}");
        assertThatThrownBy(() -> files.open(image))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessage("image.zarr: expected an OME-Zarr image (0.4 or 0.5), found " + found
                        + "; write the image again without it, or export it as OME-TIFF.");
    }

    @Test
    void refusesAnArrayWhosePixelsAreAbsent() throws IOException {
        Path image = version3("{\"name\":\"bytes\"}");
        assertThatThrownBy(() -> files.open(image)).hasMessageContaining("an array without pixels");
    }

    @Test
    void refusesADamagedChunk() throws IOException {
        Path image = version3("{\"name\":\"bytes\"},{\"name\":\"crc32c\"}");
        write(image, "0/c/0/0/0", new byte[68]);
        try (ImageStack stack = files.open(image)) {
            assertThatThrownBy(() -> Planes.read(stack, 0, 0, 0, new float[16]))
                    .isInstanceOf(UnreadableImageException.class)
                    .hasMessageContaining("a chunk with a wrong checksum");
        }
    }

    @Test
    void neverLeavesItsFolder() throws IOException {
        Path image = version3("{\"name\":\"bytes\"}");
        Files.writeString(
                image.resolve("zarr.json"),
                Files.readString(image.resolve("zarr.json")).replace("\"path\":\"0\"", "\"path\":\"../secret\""));
        assertThatThrownBy(() -> files.open(image)).hasMessageContaining("an image outside its folder (../secret)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"shape\":[3,4,4] | \"shape\":[3,400000,400000] | planes of 400000 x 400000 pixels",
                "\"shape\":[3,4,4] | \"shape\":[2000000,4,4] | more than 1000000 planes",
                "\"shape\":[3,4,4] | \"shape\":[0,4,4] | an array whose shape is [0,4,4]",
                "\"chunk_shape\":[2,4,4] | \"chunk_shape\":[20000,4000,4000] | chunks of more than 256 MB",
                "\"chunk_shape\":[2,4,4] | \"chunk_shape\":[4,4] | an array of 3 and chunks of 2 dimensions",
                "uint16 | complex64 | samples of type complex64",
                "regular | rectangular | chunks that are not of one size",
                "{ | [ | metadata that are no JSON",
            })
    void refusesArraysThatLieOrAreNotKnown(String from, String to, String found) throws IOException {
        Path image = version3("{\"name\":\"bytes\"}");
        Path array = image.resolve("0/zarr.json");
        Files.writeString(array, Files.readString(array).replace(from, to));
        assertThatThrownBy(() -> files.open(image))
                .isInstanceOf(UnreadableImageException.class)
                .hasMessageContaining(found);
    }

    @Test
    void damagedChunksGiveOnlyCleanRefusals() throws IOException {
        Random random = new Random(SEED);
        for (String name :
                List.of("blosc-lz4", "blosc-zstd-bits", "blosc-blosclz", "blosc-zlib", "lz4", "zstd", "gzip")) {
            Path image = folder.resolve(name);
            copy(WRITTEN_BY_ZARR.resolve(name + ".zarr"), image);
            Path chunk = image.resolve("0/0/0/0/0");
            byte[] sound = Files.readAllBytes(chunk);
            for (int i = 0; i < 40; i++) {
                byte[] damaged = sound.clone();
                for (int flip = 0; flip <= i % 4; flip++) {
                    damaged[random.nextInt(i % 2 == 0 ? Math.min(64, damaged.length) : damaged.length)] =
                            (byte) random.nextInt(256);
                }
                Files.write(chunk, damaged);
                try (ImageStack stack = files.open(image)) {
                    Planes.read(stack, 1, 2, 0, new float[480]);
                } catch (UnreadableImageException e) {
                    assertThat(e.getMessage()).as("%s, seed %d", name, SEED).endsWith(".");
                }
            }
        }
    }

    @Test
    void refusesAFolderThatIsNoImage() {
        assertThatThrownBy(() -> files.open(folder)).hasMessageContaining("a folder that is no OME-Zarr image");
    }

    @Test
    void opensTheFirstImageOfACollection() throws IOException {
        copy(WRITTEN_BY_ZARR.resolve("raw.zarr"), folder.resolve("many.zarr/0"));
        copy(WRITTEN_BY_ZARR.resolve("raw.zarr"), folder.resolve("many.zarr/1"));
        Files.writeString(folder.resolve("many.zarr/.zattrs"), "{\"bioformats2raw.layout\": 3}");
        try (ImageStack stack = files.open(folder.resolve("many.zarr"))) {
            assertThat(stack.shape().channels()).isEqualTo(2);
            assertThat(StackNote.FIRST_OF_SEVERAL_IMAGES.isIn(stack.metadata())).isTrue();
        }
    }

    /** A 3 x 4 x 4 image in chunks of two planes, without any chunk yet. */
    private Path version3(String codecs) throws IOException {
        Path image = folder.resolve("image.zarr");
        String group = "{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":{\"ome\":{\"version\":\"0.5\","
                + "\"multiscales\":[{\"axes\":[{\"name\":\"z\",\"type\":\"space\",\"unit\":\"nanometer\"},"
                + "{\"name\":\"y\",\"type\":\"space\",\"unit\":\"nanometer\"},"
                + "{\"name\":\"x\",\"type\":\"space\",\"unit\":\"nanometer\"}],\"datasets\":[{\"path\":\"0\","
                + "\"coordinateTransformations\":[{\"type\":\"scale\",\"scale\":[100,65,65]}]}],"
                + "\"coordinateTransformations\":[{\"type\":\"scale\",\"scale\":[2,1,1]}]}]}}}";
        String array = "{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[3,4,4],\"data_type\":\"uint16\","
                + "\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":[2,4,4]}},"
                + "\"chunk_key_encoding\":{\"name\":\"default\"},\"fill_value\":7,\"codecs\":[" + codecs + "]}";
        write(image, "zarr.json", group.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write(image, "0/zarr.json", array.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return image;
    }

    private static void write(Path image, String name, byte[] bytes) throws IOException {
        Path file = image.resolve(name);
        Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
        Files.write(file, bytes);
    }

    private static byte[] gzip(ByteBuffer samples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = new byte[samples.flip().remaining()];
        samples.get(bytes);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] checksummed(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        byte[] result = java.util.Arrays.copyOf(bytes, bytes.length + 4);
        ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length, (int) checksum.getValue());
        return result;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> entries = Files.walk(from)) {
            for (Path entry : entries.toList()) {
                Path target = to.resolve(from.relativize(entry).toString());
                if (Files.isDirectory(entry)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(entry, target);
                }
            }
        }
    }

    /** As the recipe beside the files says: 60 c + 17 z + 3 y + x. */
    private static float[] expected(int c, int z) {
        float[] plane = new float[480];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = 60 * c + 17 * z + 3 * (i / 20) + i % 20;
        }
        return plane;
    }
}
