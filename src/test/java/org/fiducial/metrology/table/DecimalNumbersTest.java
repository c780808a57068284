package org.fiducial.metrology.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7.",
                ".5",
                "+1.25",
                "1e3",
                "1E-003",
                "4.010e-003",
                "2.397548635236012e-05",
                "123456789012345678901",
                "9007199254740993",
                "0.1e23",
                "1e22",
                "1e23",
                "-1.7976931348623157e308",
                "4.9e-324",
                "0.00000000000000000000012"
            })
    void readsTheNearestDouble(String text) {
        assertThat(DecimalNumbers.unsettled().parse(text)).hasValue(Double.parseDouble(text));
    }

    @Test
    void readsEveryWrittenDoubleBackToTheBit() {
        SplittableRandom random = new SplittableRandom(20_261_122);
        DecimalNumbers numbers = DecimalNumbers.unsettled();
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = i % 2 == 0
                        ? Double.toString(value)
                        : String.format(
                                Locale.ROOT, "%.6e", random.nextDouble() * Math.pow(10, random.nextInt(-30, 30)));
                assertThat(numbers.parse(text))
                        .as("seed 20261122, draw %d: %s", i, text)
                        .hasValue(Double.parseDouble(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "e5",
                "1e",
                "1e+",
                "1.2.3",
                "1d",
                "0x10",
                "NaN",
                "Infinity",
                "1 2",
                "1e400",
                "12 mW"
            })
    void refusesWhatIsNoFiniteNumber(String text) {
        assertThat(DecimalNumbers.unsettled().parse(text)).isEmpty();
    }

    @Test
    void takesTheFirstDecimalMarkForAllThatFollow() {
        DecimalNumbers commas = DecimalNumbers.unsettled();
        assertThat(commas.parse("12")).hasValue(12);
        assertThat(commas.parse(" 1,5\u00a0")).hasValue(1.5);
        assertThat(commas.writesCommas()).isTrue();
        assertThat(commas.parse("1.5")).isEmpty();
        DecimalNumbers points = DecimalNumbers.unsettled();
        assertThat(points.parse("999.5")).hasValue(999.5);
        assertThat(points.parse("1,000")).isEmpty();
        assertThat(points.parse("1,000.5")).isEmpty();
        assertThat(points.writesCommas()).isFalse();
    }
}
