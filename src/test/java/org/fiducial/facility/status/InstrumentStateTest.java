package org.fiducial.facility.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.status.InstrumentState.Level;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentStateTest {

    private static final Instant NOW = Instant.parse("2026-03-12T09:30:00Z");
    private static final int INTERVAL_DAYS = 30;
    private static final UUID OIL = new UUID(0, 63);
    private static final UUID AIR = new UUID(0, 20);

    @Test
    void isUnknownWithoutAnyCheck() {
        InstrumentState state = state();

        assertThat(state.level()).isEqualTo(Level.UNKNOWN);
        assertThat(state.newest()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PASS, FINE", "WARNING, USABLE_WITH_CARE", "FAIL, DO_NOT_USE", "NOT_EVALUATED, UNKNOWN"})
    void isWhatTheNewestCheckSays(VerdictLevel verdict, Level level) {
        CheckSummary newest = check(1, OIL, 1, verdict);

        InstrumentState state = state(newest, check(0, OIL, 2, VerdictLevel.PASS));

        assertThat(state.level()).isEqualTo(level);
        assertThat(state.newest()).contains(newest);
    }

    @Test
    void aPassedCheckClearsAnEarlierFailureOfTheSameLightPath() {
        assertThat(state(check(2, OIL, 1, VerdictLevel.PASS), check(1, OIL, 2, VerdictLevel.FAIL))
                        .level())
                .isEqualTo(Level.FINE);
    }

    @Test
    void aPassedCheckOfOneLightPathDoesNotClearAnother() {
        assertThat(state(check(2, OIL, 1, VerdictLevel.PASS), check(1, AIR, 2, VerdictLevel.FAIL))
                        .level())
                .isEqualTo(Level.DO_NOT_USE);
    }

    @Test
    void whatIsNotKnownWeighsMoreThanAWarning() {
        assertThat(state(check(2, OIL, 1, VerdictLevel.WARNING), check(1, AIR, 2, VerdictLevel.NOT_EVALUATED))
                        .level())
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void aCheckHoldsToTheLastMomentOfItsIntervalAndNoLonger() {
        CheckSummary check = check(1, OIL, INTERVAL_DAYS, VerdictLevel.PASS);

        assertThat(InstrumentState.of(List.of(check), NOW, protocol -> INTERVAL_DAYS)
                        .level())
                .isEqualTo(Level.FINE);
        assertThat(InstrumentState.of(List.of(check), NOW.plusMillis(1), protocol -> INTERVAL_DAYS)
                        .level())
                .isEqualTo(Level.UNKNOWN);
    }

    @Test
    void anOverdueFailureStillSaysDoNotUse() {
        assertThat(state(check(1, OIL, 400, VerdictLevel.FAIL)).level()).isEqualTo(Level.DO_NOT_USE);
    }

    @Test
    void anOverdueWarningIsNoLongerKnownToBeUsable() {
        assertThat(state(check(1, OIL, 400, VerdictLevel.WARNING)).level()).isEqualTo(Level.UNKNOWN);
    }

    @Test
    void laterChecksDoNotCount() {
        assertThat(state(check(2, OIL, -1, VerdictLevel.FAIL), check(1, OIL, 1, VerdictLevel.PASS))
                        .level())
                .isEqualTo(Level.FINE);
    }

    @Test
    void ofTwoChecksOfTheSameMomentTheOneEnteredLaterCounts() {
        List<CheckSummary> checks =
                new ArrayList<>(List.of(check(2, OIL, 1, VerdictLevel.PASS), check(1, OIL, 1, VerdictLevel.FAIL)));

        assertThat(InstrumentState.of(checks, NOW, protocol -> INTERVAL_DAYS).level())
                .isEqualTo(Level.FINE);
        Collections.reverse(checks);
        assertThat(InstrumentState.of(checks, NOW, protocol -> INTERVAL_DAYS).level())
                .isEqualTo(Level.FINE);
    }

    @Test
    void saysOnHowManyChecksItRests() {
        assertThat(state(check(1, OIL, 1, VerdictLevel.PASS)).because())
                .isEqualTo("The newest psf-beads check passed.");
        assertThat(state(check(2, OIL, 1, VerdictLevel.PASS), check(1, AIR, 2, VerdictLevel.PASS))
                        .because())
                .contains("2 configurations");
        assertThat(state(check(1, OIL, 31, VerdictLevel.PASS)).because()).contains("30 days");
    }

    @Test
    void levelsReadAsWords() {
        assertThat(Level.USABLE_WITH_CARE.words()).isEqualTo("usable with care");
    }

    private static InstrumentState state(CheckSummary... checks) {
        return InstrumentState.of(List.of(checks), NOW, protocol -> INTERVAL_DAYS);
    }

    private static CheckSummary check(int number, UUID configuration, int daysAgo, VerdictLevel verdict) {
        return new CheckSummary(
                new UUID(number, 0),
                configuration,
                new ProtocolReference("psf-beads", "1.0"),
                NOW.minus(Duration.ofDays(daysAgo)),
                CheckReason.SCHEDULED,
                verdict,
                "");
    }
}
