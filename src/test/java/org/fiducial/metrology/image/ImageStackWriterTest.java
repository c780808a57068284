package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;
import org.fiducial.metrology.image.ImageMetadata.Channel;
import org.fiducial.metrology.image.ImageMetadata.Optics;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageStackWriterTest {

    private static final VoxelSize VOXEL = new VoxelSize(0.065, 0.066, 0.2);

    private final Path folder;

    ImageStackWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelType.class,
            names = {"UINT8", "UINT16", "FLOAT32"})
    void givesBackWhatWasWritten(PixelType type) {
        StackShape shape = new StackShape(7, 5, 3, 2, 2);
        Path file = folder.resolve("stack.tif");
        write(ImageStackWriter.imageJ(file, shape, type, ImageMetadata.spacedBy(VOXEL)), shape);
        try (ImageStack stack = new ImageFiles(List.of()).open(file)) {
            assertThat(stack.shape()).isEqualTo(shape);
            assertThat(stack.pixelType()).isEqualTo(type);
            assertThat(um(stack.metadata().spacing().pixelSizeX())).isCloseTo(0.065, within(1e-8));
            assertThat(um(stack.metadata().spacing().pixelSizeY())).isCloseTo(0.066, within(1e-8));
            assertThat(um(stack.metadata().spacing().zStep())).isEqualTo(0.2);
            assertPlanes(stack, shape);
        }
    }

    @Test
    void carriesTheWholeAcquisitionInOmeXml() {
        StackShape shape = new StackShape(4, 4, 2, 2, 1);
        ImageMetadata spaced = ImageMetadata.spacedBy(VOXEL);
        ImageMetadata metadata = new ImageMetadata(
                spaced.spacing(),
                new Optics(Optional.of(1.4), Optional.of("Oil"), Optional.of(1.518)),
                List.of(channel("green", 488, 520), channel("red & far", 561, 600)),
                new Acquisition(
                        "OME-TIFF",
                        Optional.of(Instant.parse("2026-11-01T10:15:30Z")),
                        Optional.of("Stand 1"),
                        List.of()));
        Path file = folder.resolve("stack.ome.tif");
        write(ImageStackWriter.ome(file, shape, PixelType.UINT16, metadata), shape);
        try (ImageStack stack = new ImageFiles(List.of()).open(file)) {
            assertThat(stack.shape()).isEqualTo(shape);
            assertThat(stack.metadata()).isEqualTo(metadata);
            assertPlanes(stack, shape);
        }
    }

    @Test
    void clipsToTheRangeOfTheDetector() {
        StackShape shape = new StackShape(3, 1, 1, 1, 1);
        Path file = folder.resolve("clipped.tif");
        try (ImageStackWriter writer =
                ImageStackWriter.imageJ(file, shape, PixelType.UINT8, ImageMetadata.spacedBy(VOXEL))) {
            writer.writePlane(new float[] {-3, 254.6f, 1000});
        }
        try (ImageStack stack = new ImageFiles(List.of()).open(file)) {
            float[] plane = new float[3];
            Planes.read(stack, 0, 0, 0, plane);
            assertThat(plane).containsExactly(0, 255, 255);
        }
    }

    @Test
    void doesNotCallAFileFinishedWhosePlanesAreMissing() {
        StackShape shape = new StackShape(3, 3, 2, 1, 1);
        ImageStackWriter writer = ImageStackWriter.imageJ(
                folder.resolve("short.tif"), shape, PixelType.UINT8, ImageMetadata.spacedBy(VOXEL));
        writer.writePlane(new float[9]);
        assertThatThrownBy(writer::close).hasMessage("only 1 of 2 planes were written");
    }

    private static Channel channel(String name, double excitationNm, double emissionNm) {
        return new Channel(
                Optional.of(name),
                Optional.of(new Quantity(excitationNm, Unit.NANOMETRE)),
                Optional.of(new Quantity(emissionNm, Unit.NANOMETRE)),
                Optional.empty(),
                Optional.of("WideField"));
    }

    private static void write(ImageStackWriter writer, StackShape shape) {
        try (writer) {
            for (int i = 0; i < shape.channels() * shape.depth() * shape.times(); i++) {
                writer.writePlane(ramp(i, shape));
            }
        }
    }

    private static void assertPlanes(ImageStack stack, StackShape shape) {
        float[] plane = new float[shape.planeSize()];
        int i = 0;
        for (int t = 0; t < shape.times(); t++) {
            for (int z = 0; z < shape.depth(); z++) {
                for (int c = 0; c < shape.channels(); c++) {
                    Planes.read(stack, c, z, t, plane);
                    assertThat(plane).containsExactly(ramp(i++, shape));
                }
            }
        }
    }

    private static float[] ramp(int plane, StackShape shape) {
        float[] values = new float[shape.planeSize()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 13 * plane + i;
        }
        return values;
    }

    private static double um(Optional<Quantity> length) {
        return length.orElseThrow().valueIn(Unit.MICROMETRE);
    }
}
