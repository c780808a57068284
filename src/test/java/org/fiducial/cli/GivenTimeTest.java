package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTimeTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-03-12, 2026-03-12T11:00:00Z",
        "2026-07-12, 2026-07-12T10:00:00Z",
        "2026-03-12T14:30, 2026-03-12T13:30:00Z",
        "2026-03-12T14:30:05, 2026-03-12T13:30:05Z",
        "2026-03-12T14:30Z, 2026-03-12T14:30:00Z",
        "2026-03-12T14:30-05:00, 2026-03-12T19:30:00Z"
    })
    void readsTheTimesPeopleType(String text, Instant meant) {
        assertThat(GivenTime.moment(text, BERLIN)).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-02-30", "12.3.2026", "2026-03-12T25:00", "2026-03-12T14:30+99:00"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> GivenTime.moment(text, BERLIN))
                .isInstanceOf(UnusableCommandException.class)
                .hasMessageContaining(text);
    }

    /** Berlin is an hour ahead of UTC on this day, so that at 23:30 UTC it is the next day there. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-12, 2026-03-12T08:00:00Z, 2026-03-12T08:00:00Z",
        "2026-03-12, 2026-03-12T11:30:00Z, 2026-03-12T11:00:00Z",
        "2026-03-12, 2026-03-11T23:30:00Z, 2026-03-11T23:30:00Z",
        "2026-03-11, 2026-03-12T08:00:00Z, 2026-03-11T11:00:00Z",
        "2026-03-13, 2026-03-12T08:00:00Z, 2026-03-13T11:00:00Z",
        "2026-03-12T12:00, 2026-03-12T08:00:00Z, 2026-03-12T11:00:00Z"
    })
    void todayIsNowWhereItsNoonIsYetToCome(String text, Instant now, Instant meant) {
        assertThat(GivenTime.past(text, BERLIN, now)).isEqualTo(meant);
    }

    @Test
    void refusesADayThatIsNone() {
        assertThatThrownBy(() -> GivenTime.day("2026-13-45")).isInstanceOf(UnusableCommandException.class);
    }
}
