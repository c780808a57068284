package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mean over a window of planes against its definition, written down plainly. */
class WindowMaximumTest {

    private static final long SEED = 61;
    private static final int DEPTH = 13;
    /** More than one part, and an odd number of pixels. */
    private static final int SIZE = 2 * 16_384 * 2 + 51;

    @ParameterizedTest
    @CsvSource({
        "UINT8, 1, 1",
        "UINT8, 4, 3",
        "UINT16, 1, 13",
        "UINT16, 5, 2",
        "UINT16, 13, 8",
        "INT16, 3, 8",
        "INT16, 4, 1",
        "FLOAT32, 1, 2",
        "FLOAT32, 6, 8"
    })
    void isTheHighestMeanOfSuccessivePlanes(PixelType type, int window, int batch) {
        float[][] stack = random(type);
        List<PixelPlane> planes = Arrays.stream(stack)
                .map(numbers -> {
                    PixelPlane plane = new PixelPlane(type, SIZE);
                    plane.fill(numbers);
                    return plane;
                })
                .toList();

        WindowMaximum maximum = new WindowMaximum(type, SIZE, window);
        for (int z = 0; z < DEPTH; z += batch) {
            int end = Math.min(DEPTH, z + batch);
            maximum.slide(planes.subList(z, end), planes.subList(Math.max(0, z - window), Math.max(0, end - window)));
        }

        float[] highest = maximum.highest();
        double span = Math.min(65_535, type.fullScale());
        for (int i = 0; i < SIZE; i += 97) {
            int pixel = i;
            double expected = IntStream.rangeClosed(0, DEPTH - window)
                    .mapToDouble(z -> IntStream.range(z, z + window)
                            .mapToDouble(k -> stack[k][pixel])
                            .average()
                            .orElseThrow())
                    .max()
                    .orElseThrow();
            // A float keeps 24 bits; sums of floating-point pixels collect a rounding error a plane.
            assertThat((double) highest[pixel])
                    .as("seed %d, pixel %d", SEED, pixel)
                    .isEqualTo(expected, within(span * 2 * DEPTH / (1 << 24)));
        }
    }

    @Test
    void saysThatTooFewPlanesCame() {
        WindowMaximum maximum = new WindowMaximum(PixelType.UINT16, 4, 2);
        maximum.slide(List.of(new PixelPlane(PixelType.UINT16, 4)), List.of());

        assertThatThrownBy(maximum::highest).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new WindowMaximum(PixelType.UINT16, 4, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static float[][] random(PixelType type) {
        SplittableRandom random = new SplittableRandom(SEED);
        double from = type == PixelType.INT16 || type == PixelType.FLOAT32 ? -32_768 : 0;
        double to = type == PixelType.FLOAT32 ? 32_767 : type.fullScale();
        float[][] stack = new float[DEPTH][SIZE];
        for (float[] plane : stack) {
            for (int i = 0; i < SIZE; i++) {
                double value = random.nextDouble(from, to + 1);
                plane[i] = (float) (type == PixelType.FLOAT32 ? value : Math.floor(value));
            }
        }
        return stack;
    }
}
