package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.fiducial.SharedFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFactsTest {

    private static final long SEED = 20_261_122;

    @ParameterizedTest
    @CsvSource({
        "100, 8",
        "255, 8",
        "256, 10",
        "1022, 10",
        "1023, 10",
        "4000, 12",
        "4096, 14",
        "20000, 16",
    })
    void tellsHowManyBitsTheMaximumNeeds(float maximum, int bits) {
        ImageFacts facts = of(PixelType.UINT16, 3, 7, 11, maximum);
        assertThat(facts.bitsInUse()).hasValue(bits);
    }

    @Test
    void seesTwelveBitsStoredInTheUpperBitsOfSixteen() {
        ImageFacts facts = of(PixelType.UINT16, 160, 320, 4095 * 16, 4095 * 16);
        assertThat(facts.bitsInUse()).hasValue(12);
        assertThat(facts.saturation().kind()).isEqualTo(ImageFacts.Kind.DETECTOR_SCALE);
        assertThat(facts.saturation().voxels()).isEqualTo(2);
    }

    @Test
    void countsVoxelsAtFullScale() {
        ImageFacts facts = of(PixelType.UINT8, 1, 2, 3, 255, 255, 254);
        assertThat(facts.saturation()).isEqualTo(new ImageFacts.Saturation(ImageFacts.Kind.FULL_SCALE, 255, 2));
    }

    @Test
    void takesOneVoxelAtFullScaleForAnImageThatWasRescaled() {
        assertThat(of(PixelType.UINT8, 1, 2, 3, 255, 254).saturation().kind()).isEqualTo(ImageFacts.Kind.NONE);
    }

    @Test
    void doesNotCallAnUnclippedBeadSaturated() {
        assertThat(bead(2_000, 1, 65_535).saturation().kind()).isEqualTo(ImageFacts.Kind.NONE);
        assertThat(bead(40, 1, 65_535).saturation().kind()).isEqualTo(ImageFacts.Kind.NONE);
        assertThat(bead(200, 1, 255).saturation().kind()).isEqualTo(ImageFacts.Kind.NONE);
    }

    @Test
    void findsABeadThatWasClippedAndThenRescaled() {
        ImageFacts facts = bead(2_000, 1, 900);
        assertThat(facts.saturation().kind()).isEqualTo(ImageFacts.Kind.PLATEAU);
        assertThat(facts.saturation().level()).isBetween(870.0, 900.0);
    }

    @Test
    void findsTheCrowdThatAveragingClippedFramesLeaves() {
        // Noise of 40 counts: some of the 8 frames stay below the ceiling of 245, so that no mean reaches it.
        ImageFacts facts = bead(450, 40, 245);
        assertThat(facts.saturation().kind()).isEqualTo(ImageFacts.Kind.PLATEAU);
        assertThat(facts.saturation().level()).isBetween(220.0, 245.0);
    }

    @Test
    void findsAPlateauInFloatingPointImages() {
        ImageFactsCollector collector = new ImageFactsCollector(PixelType.FLOAT32);
        float[] plane = new float[1000];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.min(0.9f, i * 0.00095f);
        }
        collector.accept(Planes.of(PixelType.FLOAT32, plane));
        assertThat(collector.facts().saturation())
                .isEqualTo(new ImageFacts.Saturation(ImageFacts.Kind.PLATEAU, 0.9f, 52));
    }

    @Test
    void tellsTheShareOfVoxelsThatAreNoNumbers() {
        ImageFacts facts = of(PixelType.FLOAT32, Float.NaN, 2, 4, Float.POSITIVE_INFINITY);
        assertThat(facts.shares().notANumber()).isEqualTo(0.5);
        assertThat(facts.levels().maximum()).isEqualTo(4);
        assertThat(facts.empty()).isFalse();
        assertThat(of(PixelType.FLOAT32, Float.NaN, Float.NaN).empty()).isTrue();
    }

    @Test
    void findsTheBackgroundAndAClippedOffset() {
        RandomGenerator random = new Random(SEED);
        ImageFactsCollector dark = new ImageFactsCollector(PixelType.UINT16);
        ImageFactsCollector clipped = new ImageFactsCollector(PixelType.UINT8);
        ImageFactsCollector real = new ImageFactsCollector(PixelType.FLOAT32);
        float[] plane = new float[100_000];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.round(100 + 2 * random.nextGaussian());
        }
        dark.accept(Planes.of(PixelType.UINT16, plane));
        real.accept(Planes.of(PixelType.FLOAT32, plane));
        for (int i = 0; i < plane.length; i++) {
            plane[i] = Math.max(0, plane[i] - 100);
        }
        clipped.accept(Planes.of(PixelType.UINT8, plane));
        assertThat(dark.facts().levels().mode()).as("seed " + SEED).isCloseTo(100, within(1.0));
        assertThat(dark.facts().offsetClipped()).isFalse();
        // Bins of floating-point values are 0.8 % wide.
        assertThat(real.facts().levels().median()).isCloseTo(100, within(1.0));
        assertThat(clipped.facts().offsetClipped()).isTrue();
    }

    @Test
    void countsNegativeValuesInOrder() {
        ImageFacts facts = of(PixelType.INT16, -300, -5, 0, 12, 900);
        assertThat(facts.levels().minimum()).isEqualTo(-300);
        assertThat(facts.levels().median()).isEqualTo(0);
        ImageFacts floats = of(PixelType.FLOAT32, -300, -5, 0, 12, 900);
        assertThat(floats.levels().median()).isEqualTo(0);
        assertThat(floats.levels().low()).isEqualTo(-300);
    }

    @Test
    void agreesWithACountByAnotherProgramOnRealFiles() {
        // 1167 and 251 voxels at 255 (red and blue), none in green.
        assertThat(facts("metroloj/coalign_red.tif").saturation().voxels()).isEqualTo(1167);
        assertThat(facts("metroloj/coalign_blue.tif").saturation().voxels()).isEqualTo(251);
        assertThat(facts("metroloj/coalign_green.tif").saturation().kind()).isEqualTo(ImageFacts.Kind.NONE);
        assertThat(facts("metroloj/PSF.tif").saturation().kind()).isEqualTo(ImageFacts.Kind.NONE);
        assertThat(facts("bioimagenotebooks/psf.tif").empty()).isTrue();
    }

    private static ImageFacts facts(String name) {
        try (ImageStack stack = new ImageFiles(List.of()).open(SharedFolder.data(name))) {
            ImageFactsCollector collector = new ImageFactsCollector(stack.pixelType());
            PixelPlane plane = new PixelPlane(stack.pixelType(), stack.shape().planeSize());
            for (int z = 0; z < stack.shape().depth(); z++) {
                stack.readPlane(0, z, 0, plane);
                collector.accept(plane);
            }
            return collector.facts();
        }
    }

    /**
     * 25 Gaussian beads on 10 counts of background, their peaks between 70 and 100 % and their centres anywhere in a
     * pixel; each voxel is the mean of 8 noisy frames clipped at a ceiling.
     */
    private static ImageFacts bead(double peak, double noise, double ceiling) {
        RandomGenerator random = new Random(SEED);
        double[] phases = random.doubles(50, 9.5, 10.5).toArray();
        double[] peaks = random.doubles(25, 0.7 * peak, peak).toArray();
        ImageFactsCollector collector = new ImageFactsCollector(PixelType.UINT16);
        float[] plane = new float[100 * 100];
        for (int z = -4; z <= 4; z++) {
            for (int i = 0; i < plane.length; i++) {
                int bead = i / 2000 * 5 + i % 100 / 20;
                double x = i % 100 % 20 - phases[bead];
                double y = i / 100 % 20 - phases[25 + bead];
                double value = 10 + peaks[bead] * Math.exp(-(x * x + y * y) / 8 - z * z / 18.0);
                double sum = 0;
                for (int frame = 0; frame < 8; frame++) {
                    sum += Math.max(0, Math.min(ceiling, value + noise * random.nextGaussian()));
                }
                plane[i] = Math.round(sum / 8);
            }
            collector.accept(Planes.of(PixelType.UINT16, plane));
        }
        return collector.facts();
    }

    private static ImageFacts of(PixelType type, float... values) {
        ImageFactsCollector collector = new ImageFactsCollector(type);
        collector.accept(Planes.of(type, values));
        return collector.facts();
    }
}
