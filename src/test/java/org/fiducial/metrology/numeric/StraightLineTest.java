package org.fiducial.metrology.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StraightLineTest {

    @Test
    void goesThroughPointsOnALine() {
        StraightLine line =
                StraightLine.through(Numbers.of(1, 2, 4), Numbers.of(5, 7, 11)).orElseThrow();

        assertThat(line.slope()).isEqualTo(2);
        assertThat(line.intercept()).isEqualTo(3);
        assertThat(line.determination()).isEqualTo(1);
        assertThat(line.slopeError()).isEqualTo(0);
        assertThat(line.at(10)).isEqualTo(23);
    }

    @Test
    void weighsPointsAndLeavesOutThoseWithoutWeight() {
        StraightLine line = StraightLine.through(
                        Numbers.of(0, 1, 2, 3), Numbers.of(0, 1, 2, 100), Numbers.of(1, 2, 1, 0))
                .orElseThrow();

        assertThat(line.slope()).isCloseTo(1, within(1e-12));
    }

    @Test
    void needsAnXThatVaries() {
        assertThat(StraightLine.through(Numbers.of(1, 1), Numbers.of(1, 2))).isEmpty();
        assertThat(StraightLine.through(Numbers.of(1), Numbers.of(1))).isEmpty();
        assertThat(StraightLine.through(Numbers.of(1, 2), Numbers.of(3, 3))
                        .orElseThrow()
                        .determination())
                .isEqualTo(1);
    }

    @Test
    void anAllanDeviationNeedsTwoAverages() {
        assertThat(AllanDeviation.of(Numbers.of(1, 3), 1)).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThatThrownBy(() -> AllanDeviation.of(Numbers.of(1, 3), 2)).hasMessageContaining("needs 4 readings");
    }
}
