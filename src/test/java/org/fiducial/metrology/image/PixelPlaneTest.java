package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PixelPlaneTest {

    @ParameterizedTest
    @EnumSource(PixelType.class)
    void givesBackTheNumbersItTook(PixelType type) {
        float lowest = type == PixelType.INT16 ? -32_768 : 0;
        float highest = (float) Math.min(type.fullScale(), 70_000);
        float[] numbers = {lowest, 1, highest, 7, lowest, highest, 3};
        PixelPlane plane = new PixelPlane(type, numbers.length);
        plane.fill(numbers);

        float[] copied = new float[5];
        plane.copy(1, 4, copied, 1);

        assertThat(copied).containsExactly(0, 1, highest, 7, lowest);
        assertThat(plane.at(5)).isEqualTo(highest);
        assertThat(plane.at(6)).isEqualTo(3);
    }

    static Stream<Arguments> sixteenBits() {
        return Stream.of(PixelType.UINT16, PixelType.INT16)
                .flatMap(type -> Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                        .flatMap(order -> Stream.of(0, 1, 2, 3).map(at -> Arguments.of(type, order, at))));
    }

    /** An odd number of samples behind an odd or even number of pixels, so that words are cut at either end. */
    @ParameterizedTest
    @MethodSource("sixteenBits")
    void takesSamplesOfEitherByteOrderAtAnyPlace(PixelType type, ByteOrder order, int at) {
        short[] samples = {0, -1, 256, 255, -32_768, 32_767, 12};
        ByteBuffer stored = ByteBuffer.allocate(2 * samples.length).order(order);
        stored.asShortBuffer().put(samples);
        PixelPlane plane = new PixelPlane(type, at + samples.length + 1);
        plane.fill(0, plane.size(), 5);

        new SampleDecoder(type).decode(stored, samples.length, plane, at);

        for (int i = 0; i < plane.size(); i++) {
            boolean inside = i >= at && i < at + samples.length;
            int sample = inside ? samples[i - at] : 5;
            assertThat(plane.at(i)).as("pixel %d", i).isEqualTo(type == PixelType.INT16 ? sample : sample & 0xffff);
        }
        assertThat(stored.remaining()).isZero();
    }
}
