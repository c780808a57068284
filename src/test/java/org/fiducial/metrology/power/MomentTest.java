package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentTest {

    @ParameterizedTest
    @CsvSource({
        "2024-11-08 17:27:32.678, 2024-11-08, 62852.678",
        "2024-11-08T17:27:32, 2024-11-08, 62852",
        "2024-11-08 17:27:32.678901234, 2024-11-08, 62852.678901234",
        "2024-11-08T17:27:32+01:00, 2024-11-08, 62852",
        "2024/11/08 17:27, 2024/11/08, 62820",
        "8.11.2024 5:27:32 pm, 08.11.2024, 62852",
        "11/08/24 12:00:00 AM, 11/08/24, 0"
    })
    void readsDateAndTime(String text, String date, double second) {
        Moment moment = Moment.parse(text).orElseThrow();
        assertThat(moment.date().orElseThrow()).hasToString(date);
        assertThat(moment.secondOfDay()).hasValue(second);
    }

    @Test
    void readsADateOrATimeAlone() {
        assertThat(Moment.parse("08/11/2024").orElseThrow().secondOfDay()).isEmpty();
        assertThat(Moment.parse(" 17:27:32,5 ").orElseThrow().secondOfDay()).hasValue(62_852.5);
        assertThat(Moment.parse("17:27:32,5").orElseThrow().hasDate()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "1.5",
                "2024-11-08 25:00:00",
                "2024-11-08 12:60:00",
                "2024-11-08x",
                "24:00",
                "2024-11/08"
            })
    void refusesWhatIsNone(String text) {
        assertThat(Moment.parse(text)).isEmpty();
    }
}
