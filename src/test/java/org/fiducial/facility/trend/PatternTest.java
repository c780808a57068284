package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiducial.facility.trend.RunRule.Family;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which points a rule names; positions counted from 1, centre 0, σ 1. */
class PatternTest {

    private static List<Integer> flagged(Pattern pattern, double... deviates) {
        Pattern.Detector detector = pattern.detector();
        List<Integer> flagged = new ArrayList<>();
        for (int i = 0; i < deviates.length; i++) {
            if (detector.completedBy(deviates[i])) {
                flagged.add(i + 1);
            }
        }
        return flagged;
    }

    private static double[] series(double... values) {
        return values;
    }

    private static double[] times(int count, double value) {
        return Collections.nCopies(count, value).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double[] joined(double[]... parts) {
        return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The micro-cases of the tests of the R package qcc 3.0. */
    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(Family.NELSON, 1, series(0, 3.2, -3.4, 3), List.of(2, 3)),
                Arguments.of(Family.NELSON, 2, joined(times(10, 0.5), times(10, -0.5)), List.of(9, 10, 19, 20)),
                Arguments.of(Family.NELSON, 3, series(1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1), List.of(6, 7, 13, 14)),
                Arguments.of(Family.NELSON, 4, series(1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8), List.of(14, 15)),
                Arguments.of(Family.NELSON, 5, series(0, 2.3, 0.4, 2.2, -2.4, -0.2, -2.5), List.of(4, 7)),
                Arguments.of(
                        Family.NELSON,
                        6,
                        series(1.2, 1.3, 0.2, 1.4, 1.5, -1.2, -1.3, -0.1, -1.4, -1.5),
                        List.of(5, 10)),
                Arguments.of(Family.NELSON, 7, joined(times(16, 0.3), series(1.2)), List.of(15, 16)),
                Arguments.of(Family.NELSON, 8, series(1.2, -1.3, 1.1, -1.4, 1.5, -1.2, 1.3, -1.1, 0.2), List.of(8)),
                Arguments.of(Family.NELSON, 8, times(8, 1.2), List.of()),
                Arguments.of(Family.WESTERN_ELECTRIC, 1, series(0, 3.2, -3.5, 2.9), List.of(2, 3)),
                Arguments.of(Family.WESTERN_ELECTRIC, 2, series(0, 2.5, 1.0, 2.6, 0), List.of(4)),
                Arguments.of(Family.WESTERN_ELECTRIC, 3, series(0, 1.2, 1.3, 0.2, 1.4, 1.5), List.of(6)),
                Arguments.of(Family.WESTERN_ELECTRIC, 4, joined(times(8, -1), series(1)), List.of(8)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLastPointOfAPatternIsNamed(Family family, int number, double[] deviates, List<Integer> expected) {
        assertThat(flagged(family.rule(number).pattern(), deviates)).isEqualTo(expected);
    }

    @Test
    void twoOfTwoBeyondTwoSigmaNeedNoThird() {
        assertThat(flagged(Family.WESTERN_ELECTRIC.rule(2).pattern(), 2.5, 2.5, 0, 2.5, 0, 0, 2.5))
                .containsExactly(2, 4);
    }

    @Test
    void aPointOnALineIsInside() {
        assertThat(flagged(Family.NELSON.rule(1).pattern(), 3, -3)).isEmpty();
        assertThat(flagged(Family.NELSON.rule(5).pattern(), 2, 2, 2)).isEmpty();
        assertThat(flagged(Family.NELSON.rule(7).pattern(), times(15, 1))).containsExactly(15);
        assertThat(flagged(Family.NELSON.rule(8).pattern(), 1.2, -1, 1.2, -1.2, 1.2, -1.2, 1.2, -1.2, 1.2))
                .isEmpty();
        // 50 − 3·0.1 in binary is not 49.7 to the last bit.
        assertThat(flagged(Family.NELSON.rule(1).pattern(), (49.7 - 50) / 0.1)).isEmpty();
    }

    @Test
    void aPointOnTheLevelEndsARow() {
        assertThat(flagged(Family.WESTERN_ELECTRIC.rule(4).pattern(), joined(times(7, 1), series(0), times(7, 1))))
                .isEmpty();
    }

    @Test
    void equalNeighboursEndASlopeAndAnAlternation() {
        assertThat(flagged(Family.NELSON.rule(3).pattern(), 1, 2, 3, 3, 4, 5, 6, 7))
                .isEmpty();
        assertThat(flagged(Family.NELSON.rule(3).pattern(), 1, 2, 3, 3, 4, 5, 6, 7, 8))
                .containsExactly(9);
        double[] broken =
                IntStream.range(0, 15).mapToDouble(i -> i == 7 ? 0 : i % 2).toArray();
        assertThat(flagged(Family.NELSON.rule(4).pattern(), broken)).isEmpty();
    }

    @Test
    void manyBeyondOneSigmaOnBothSidesStayNamedUntilOneSideIsLeft() {
        double[] deviates = joined(series(-1.2), times(10, 1.2));

        // Windows of eight that end at 8 hold the one below; those that end later do not.
        assertThat(flagged(Family.NELSON.rule(8).pattern(), deviates)).containsExactly(8);
    }

    @Test
    void rulesHaveNamesAndFamilies() {
        assertThat(Family.WESTERN_ELECTRIC.rules()).hasSize(4);
        assertThat(Family.NELSON.rules()).hasSize(8);
        assertThat(Family.NELSON.rule(5).id()).isEqualTo("nelson-5");
        assertThat(RunRule.limit().id()).isEqualTo("western-electric-1");
        assertThat(new MovingRangeRule().id()).isEqualTo("moving-range");
    }
}
