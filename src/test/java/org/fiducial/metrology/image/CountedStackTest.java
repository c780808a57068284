package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountedStackTest {

    private static final long SEED = 4711;
    /** An odd number of pixels, more than the decoder takes at a time. */
    private static final StackShape SHAPE = new StackShape(97, 61, 3, 2, 1);

    private final Path folder;

    CountedStackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @EnumSource(
            value = PixelType.class,
            names = {"UINT8", "UINT16", "FLOAT32"})
    void countsTheVoxelsOfOneChannelAsTheirNumbersSay(PixelType type) {
        Path file = folder.resolve("stack.tif");
        float[][] planes = write(type, file);
        ImageFactsCollector numbers = new ImageFactsCollector(type);
        for (int z = 0; z < SHAPE.depth(); z++) {
            numbers.accept(Planes.of(type, planes[z * SHAPE.channels() + 1]));
        }

        try (CountedStack stack = new CountedStack(new ImageFiles(List.of()).open(file), 1)) {
            readAll(stack);
            readAll(stack);

            assertThat(stack.facts()).as("seed %d", SEED).isEqualTo(numbers.facts());
        }
    }

    @Test
    void countsEachPixelOfAnOddNumberOnce() {
        ImageFactsCollector facts = new ImageFactsCollector(PixelType.INT16);

        facts.accept(Planes.of(PixelType.INT16, -32_768, -3, -3, 0, 7));

        ImageFacts.Levels levels = facts.facts().levels();
        assertThat(facts.facts().voxels()).isEqualTo(5);
        assertThat(levels.minimum()).isEqualTo(-32_768);
        assertThat(levels.median()).isEqualTo(-3);
        assertThat(levels.maximum()).isEqualTo(7);
    }

    @Test
    void countsNoPixelsOfAnotherType() {
        ImageFactsCollector facts = new ImageFactsCollector(PixelType.UINT8);

        assertThatThrownBy(() -> facts.accept(new PixelPlane(PixelType.UINT16, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UINT16");
    }

    private static void readAll(ImageStack stack) {
        float[] plane = new float[SHAPE.planeSize()];
        for (int z = 0; z < SHAPE.depth(); z++) {
            for (int channel = 0; channel < SHAPE.channels(); channel++) {
                Planes.read(stack, channel, z, 0, plane);
            }
        }
    }

    private static float[][] write(PixelType type, Path file) {
        SplittableRandom random = new SplittableRandom(SEED);
        float[][] planes = new float[SHAPE.depth() * SHAPE.channels()][SHAPE.planeSize()];
        double scale = Math.min(60_000, type.fullScale());
        try (ImageStackWriter writer =
                ImageStackWriter.imageJ(file, SHAPE, type, ImageMetadata.spacedBy(new VoxelSize(0.1, 0.1, 0.2)))) {
            for (float[] plane : planes) {
                for (int i = 0; i < plane.length; i++) {
                    plane[i] = (float) Math.floor(scale * random.nextDouble());
                }
                writer.writePlane(plane);
            }
        }
        return planes;
    }
}
