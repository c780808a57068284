package org.fiducial.metrology.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values from Abramowitz and Stegun, Handbook of Mathematical Functions, tables 9.1 and 9.2 and their asymptotics. */
class BesselFunctionsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1.0, 0.7651976865579666",
        "1, 1.0, 0.4400505857449335",
        "0, 5.0, -0.1775967713143383",
        "2, 5.0, 0.04656511627775222",
        "0, 2.404825557695773, 0",
        "1, 3.831705970207512, 0",
        "0, 100, 0.01998585030422312",
        "3, 0, 0"
    })
    void agreesWithTheTables(int order, double x, double expected) {
        assertThat(BesselFunctions.upTo(4, x)[order]).isCloseTo(expected, within(1e-12));
    }

    // Neumann: J₀² + 2·ΣJ_m² = 1.
    @Test
    void squaresSumToOne() {
        double[] values = BesselFunctions.upTo(60, 20);
        double sum = values[0] * values[0];
        for (int m = 1; m < 60; m++) {
            sum += 2 * values[m] * values[m];
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }
}
