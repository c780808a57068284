package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constants against tables that were integrated elsewhere. */
class ShewhartConstantsTest {

    /** Half a unit of the last digit given, and a little for a 5 that was rounded. */
    private static final Offset<Double> FIFTH_DIGIT = within(0.51e-5);

    /** Numerical integration by others; Montgomery's appendix VI has the same rounded to three digits. */
    @ParameterizedTest
    @CsvSource({
        "2, 1.12838, 0.85250, 0.79788, 1.87997, 2.65868, 0, 3.26653, 0, 3.26653, 2.65868",
        "3, 1.69257, 0.88837, 0.88623, 1.02333, 1.95441, 0, 2.57459, 0, 2.56817, 1.77245",
        "4, 2.05875, 0.87981, 0.92132, 0.72860, 1.62810, 0, 2.28205, 0, 2.26605, 1.45719",
        "5, 2.32593, 0.86408, 0.93999, 0.57682, 1.42730, 0, 2.11450, 0, 2.08900, 1.28981",
        "6, 2.53441, 0.84804, 0.95153, 0.48325, 1.28713, 0, 2.00383, 0.03036, 1.96964, 1.18371",
        "7, 2.70436, 0.83321, 0.95937, 0.41928, 1.18192, 0.07571, 1.92429, 0.11769, 1.88231, 1.10932",
        "8, 2.84720, 0.81983, 0.96503, 0.37253, 1.09910, 0.13617, 1.86383, 0.18509, 1.81491, 1.05367",
        "9, 2.97003, 0.80783, 0.96931, 0.33670, 1.03166, 0.18401, 1.81599, 0.23913, 1.76087, 1.01009",
        "10, 3.07751, 0.79705, 0.97266, 0.30826, 0.97535, 0.22302, 1.77698, 0.28371, 1.71629, 0.97482",
        "12, 3.25846, 0.77848, 0.97756, 0.26578, 0.88591, 0.28327, 1.71673, 0.35351, 1.64649, 0.92068",
        "15, 3.47183, 0.75621, 0.98232, 0.22311, 0.78854, 0.34656, 1.65344, 0.42820, 1.57180, 0.86410",
        "20, 3.73495, 0.72869, 0.98693, 0.17961, 0.67970, 0.41470, 1.58530, 0.51023, 1.48977, 0.80322",
        "25, 3.93063, 0.70844, 0.98964, 0.15265, 0.60628, 0.45929, 1.54071, 0.56479, 1.43521, 0.76324"
    })
    @SuppressWarnings("TooManyParameters")
    void agreeWithIntegratedTablesToFiveDigits(
            int n,
            double d2,
            double d3,
            double c4,
            double a2,
            double a3,
            double lowerRange,
            double upperRange,
            double lowerDeviation,
            double upperDeviation,
            double e2) {
        ShewhartConstants constants = ShewhartConstants.of(n);

        assertThat(constants.d2()).isEqualTo(d2, FIFTH_DIGIT);
        assertThat(constants.d3()).isEqualTo(d3, FIFTH_DIGIT);
        assertThat(constants.c4()).isEqualTo(c4, FIFTH_DIGIT);
        assertThat(constants.a2()).isEqualTo(a2, FIFTH_DIGIT);
        assertThat(constants.a3()).isEqualTo(a3, FIFTH_DIGIT);
        assertThat(constants.lowerRange()).isEqualTo(lowerRange, FIFTH_DIGIT);
        assertThat(constants.upperRange()).isEqualTo(upperRange, FIFTH_DIGIT);
        assertThat(constants.lowerDeviation()).isEqualTo(lowerDeviation, FIFTH_DIGIT);
        assertThat(constants.upperDeviation()).isEqualTo(upperDeviation, FIFTH_DIGIT);
        assertThat(constants.e2()).isEqualTo(e2, FIFTH_DIGIT);
    }

    /**
     * Another quadrature of the joint distribution of smallest and largest value: E[R²] = 2 ∬ [1 − Φ(y)ⁿ − (1 − Φ(x))ⁿ + (Φ(y) −
     * Φ(x))ⁿ] over x < y, 400 × 400 Gauss–Legendre nodes in NumPy.
     */
    @ParameterizedTest
    @CsvSource({
        "2, 1.128379167095543, 0.852502466427278, 0.797884560802866, 1e-9",
        "7, 2.704356751213881, 0.833205335621903, 0.959368788699833, 1e-9",
        "25, 3.930629219507217, 0.708440765887967, 0.989640375585705, 1e-9",
        "100, 5.015187272883496, 0.605179109486803, 0.997477976071221, 1e-9",
        "1000, 6.482871538266992, 0.496735181785781, 0.999749781101231, 1e-7"
    })
    void agreeWithAnotherQuadrature(int n, double d2, double d3, double c4, double error) {
        ShewhartConstants constants = ShewhartConstants.of(n);

        assertThat(constants.d2()).isEqualTo(d2, within(error));
        assertThat(constants.d3()).isEqualTo(d3, within(error));
        assertThat(constants.c4()).isEqualTo(c4, within(error));
    }

    /** E|x − y| = 2/√π, median |x − y| = √2 Φ⁻¹(¾). */
    @Test
    void ofPairsHaveClosedForms() {
        assertThat(ShewhartConstants.meanRange(2)).isEqualTo(2 / Math.sqrt(Math.PI), within(1e-13));
        assertThat(ShewhartConstants.of(2).d3()).isEqualTo(Math.sqrt(2 - 4 / Math.PI), within(1e-11));
        assertThat(Spread.MEDIAN_RANGE).isEqualTo(0.953873, within(0.5e-6));
        // 3/0.953873 by which a median moving range is multiplied.
        assertThat(3 / Spread.MEDIAN_RANGE).isEqualTo(3.1451, within(0.5e-4));
    }

    @Test
    void areOfTwoToAThousandValues() {
        assertThatThrownBy(() -> ShewhartConstants.of(1)).hasMessageContaining("2 to 1000 values, had 1");
        assertThatThrownBy(() -> ShewhartConstants.of(1001)).hasMessageContaining("had 1001");
    }
}
