package org.fiducial.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve = new Curve(new TreeMap<>(Map.of(100, 1.0, 60, 0.8, 59, 1.2, 10, 1.2)));

    @Test
    void changesEvenlyBetweenTheDaysThatAreKnown() {
        assertThat(curve.at(80)).isEqualTo(0.9);
        assertThat(curve.at(30)).isEqualTo(1.2);
    }

    @Test
    void stepsBetweenNeighbouringDays() {
        assertThat(curve.at(60)).isEqualTo(0.8);
        assertThat(curve.at(59)).isEqualTo(1.2);
    }

    @Test
    void staysAsItIsBeforeTheFirstAndAfterTheLastDay() {
        assertThat(curve.at(500)).isEqualTo(1);
        assertThat(curve.at(0)).isEqualTo(1.2);
        assertThat(Curve.constant(0.3).at(700)).isEqualTo(0.3);
    }

    @Test
    void isKnownOnOneDayAtLeast() {
        assertThatThrownBy(() -> new Curve(new TreeMap<>())).isInstanceOf(IllegalArgumentException.class);
    }
}
