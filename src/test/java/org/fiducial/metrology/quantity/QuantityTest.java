package org.fiducial.metrology.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "65nm, 0.065",
        "0.1um, 0.1",
        "0.1 µm, 0.1",
        "0.25 \u03bcm, 0.25",
        "1.5 micron, 1.5",
        "200, 200",
        "2e-1, 0.2",
        ".5, 0.5"
    })
    void readsLengthsInEverySpellingAndBareNumbersInTheDeclaredUnit(String text, double micrometres) {
        assertThat(Quantity.parse(text, Unit.MICROMETRE))
                .hasValueSatisfying(quantity ->
                        assertThat(quantity.valueIn(Unit.MICROMETRE)).isCloseTo(micrometres, within(1e-12)));
    }

    @ParameterizedTest
    @CsvSource({"abc", "65 furlong", "5 mW", "''", "1e999"})
    void findsNoLengthInOtherText(String text) {
        assertThat(Quantity.parse(text, Unit.MICROMETRE)).isEmpty();
    }

    @Test
    void refusesToConvertAcrossDimensions() {
        assertThatThrownBy(() -> new Quantity(1, Unit.WATT).in(Unit.METRE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot convert W into m");
    }

    @Test
    void refusesNotANumber() {
        assertThatThrownBy(() -> new Quantity(Double.NaN, Unit.ONE)).hasMessageContaining("must be finite");
    }

    @Test
    void keepsMilliAndMegaApart() {
        assertThat(Unit.parse("mW")).hasValue(Unit.MILLIWATT);
        assertThat(Unit.parse("MW")).isEmpty();
    }

    @Test
    void writesTheSignPeopleRead() {
        assertThat(new Quantity(0.5, Unit.MICROMETRE)).hasToString("0.5 µm");
        assertThat(new Quantity(0.5, Unit.ONE)).hasToString("0.5");
    }
}
