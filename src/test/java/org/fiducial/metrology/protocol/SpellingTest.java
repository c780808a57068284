package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    private static final List<String> KNOWN = List.of("emission", "excitation", "na", "pixel-size", "pixel-size-x");

    @ParameterizedTest
    @CsvSource({
        "emision, emission",
        "EMISSION, emission",
        "pixelsize, pixel-size",
        "pixel_size_x, pixel-size-x",
        "exitation, excitation"
    })
    void findsWhatWasMeant(String typed, String meant) {
        assertThat(Spelling.nearest(typed, KNOWN)).contains(meant);
        assertThat(Spelling.advice(typed, KNOWN)).isEqualTo("perhaps '" + meant + "' was meant");
    }

    @ParameterizedTest
    @CsvSource({"colour", "ns", "wavelength", "''"})
    void doesNotGuessWildly(String typed) {
        assertThat(Spelling.nearest(typed, KNOWN)).isEmpty();
        assertThat(Spelling.advice(typed, KNOWN))
                .isEqualTo("known are emission, excitation, na, pixel-size, pixel-size-x");
    }

    @Test
    void listsNoMoreNamesThanHelp() {
        List<String> many = IntStream.range(0, 100)
                .mapToObj(i -> String.format(Locale.ROOT, "scope-%c%02d", 'a' + i % 26, i))
                .toList();

        assertThat(Spelling.advice("nothing like it", many)).endsWith(" and 70 more");
    }
}
