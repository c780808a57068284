package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.20914 | 0.00267 | um | 0.2091 ± 0.0027 µm",
                "12345.6 | 210 | 1 | 12 350 ± 210",
                "30712 | | {e} | 30 712 e⁻",
                "1234567.2 | 84 | 1 | 1 234 567 ± 84",
                "9999 | | 1 | 9999",
                "-3.21 | 0.14 | deg | −3.21 ± 0.14 °",
                "4.2 | 0.31 | % | (4.20 ± 0.31) %",
                "525 | | nm | 525 nm",
                "0.1 | | um | 0.1 µm",
                "1.09362 | | 1 | 1.094",
                "0 | | um | 0 µm",
                "-0.00000000001 | | 1 | −1.000e−11",
                "15 | 0 | deg | 15°"
            })
    void saysAsManyDigitsAsTheUncertaintyAllows(double value, Double u, String unit, String expected) {
        OptionalDouble known = u == null ? OptionalDouble.empty() : OptionalDouble.of(u);

        String text = NumberText.with(new Quantity(value, Unit.parse(unit).orElseThrow()), known);

        assertThat(text.replace('\u00a0', ' ')).isEqualTo(expected);
    }
}
