package org.fiducial.facility.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.facility.check.ReviewStanding.REJECTED;
import static org.fiducial.facility.check.ReviewStanding.VOID;

import java.util.Collections;
import java.util.Random;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.Event.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What checks say of an instrument. */
class InstrumentStateTest extends StateStory {

    @Test
    void isUnknownWithoutAnyCheck() {
        assertThat(now().level()).isEqualTo(Level.UNKNOWN);
        assertThat(now().decidingFinding()).isEmpty();
        assertThat(now().decidingEvent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, FINE, LAST_KNOWN_GOOD",
        "WARNING, USABLE_WITH_CARE, LAST_KNOWN_GOOD",
        "FAIL, DO_NOT_USE, FAILED",
        "NOT_EVALUATED, UNKNOWN, NOT_EVALUATED"
    })
    void isWhatTheNewestCheckSays(VerdictLevel verdict, Level level, Standing standing) {
        check(2, oilBlue, VerdictLevel.PASS);
        check(1, oilBlue, verdict);

        assertThat(now().level()).isEqualTo(level);
        assertThat(finding(0).standing()).isEqualTo(standing);
    }

    @Test
    void aGoodCheckIsLastKnownGoodUntilTheVeryMomentItHolds() {
        check(INTERVAL_DAYS, oilBlue, VerdictLevel.PASS);

        assertThat(finding(0).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
        assertThat(state(NOW.plusMillis(1)).level()).isEqualTo(Level.UNKNOWN);
        assertThat(state(NOW.plusMillis(1)).decidingFinding().orElseThrow().standing())
                .isEqualTo(Standing.OUTDATED);
    }

    @Test
    void aVoidCheckCountsForNothingAndARejectedOneShowsNothingToBeGood() {
        check(2, oilBlue, VerdictLevel.PASS);
        checks.add(reviewed(summary(1, oilBlue, VerdictLevel.FAIL, "psf-beads", CheckReason.SCHEDULED), VOID));
        assertThat(now().level()).isEqualTo(Level.FINE);

        checks.add(reviewed(summary(0, oilBlue, VerdictLevel.PASS, "psf-beads", CheckReason.SCHEDULED), REJECTED));

        assertThat(now().level()).isEqualTo(Level.UNKNOWN);
    }

    private static CheckSummary reviewed(CheckSummary check, ReviewStanding standing) {
        return new CheckSummary(
                check.id(),
                check.configurationId(),
                check.protocol(),
                check.measuredAt(),
                check.reason(),
                check.overall(),
                check.note(),
                standing);
    }

    @Test
    void aPastDayBetweenTwoGoodChecksIsEstablishedHoweverFarApartTheyAre() {
        check(100, oilBlue, VerdictLevel.PASS);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(finding(10).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(10).level()).isEqualTo(Level.FINE);
    }

    @Test
    void aFailedCheckCastsDoubtBackToTheLastGoodOne() {
        check(20, oilBlue, VerdictLevel.PASS);
        check(10, oilBlue, VerdictLevel.PASS);
        check(5, oilBlue, VerdictLevel.FAIL);

        assertThat(finding(15).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(7).standing()).isEqualTo(Standing.IN_DOUBT);
        assertThat(finding(7).level()).isEqualTo(Level.UNKNOWN);
        assertThat(finding(5).standing()).isEqualTo(Standing.FAILED);
    }

    @Test
    void aCheckThatCouldNotBeEvaluatedNeitherConfirmsNorCastsDoubt() {
        check(20, oilBlue, VerdictLevel.PASS);
        check(10, oilBlue, VerdictLevel.NOT_EVALUATED);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(finding(15).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(8).standing()).isEqualTo(Standing.NOT_EVALUATED);
    }

    @Test
    void aPassedCheckOfOneLightPathDoesNotClearAnother() {
        check(5, oilBlue, VerdictLevel.FAIL);
        check(1, oilGreen, VerdictLevel.PASS, "light-source-power");
        check(2, oilGreen, VerdictLevel.PASS);

        assertThat(of(oilBlue, 0).level()).isEqualTo(Level.FINE);

        check(1, oilGreen, VerdictLevel.FAIL, "light-source-power");
        assertThat(of(oilBlue, 0).level()).isEqualTo(Level.FINE);
        assertThat(of(oilGreen, 0).level()).isEqualTo(Level.DO_NOT_USE);
        assertThat(now().level()).isEqualTo(Level.DO_NOT_USE);
        assertThat(now().configurations()).first().matches(each -> each.configuration()
                .equals(oilGreen));
    }

    @Test
    void whatWasMeasuredOnAnObjectiveInOneLightPathHoldsInEveryOther() {
        check(5, oilBlue, VerdictLevel.PASS);

        Finding inferred = of(oilGreen, 0).findings().get(0);

        assertThat(inferred.isInferred()).isTrue();
        assertThat(inferred.checked()).isEqualTo(oilBlue);
        assertThat(inferred.standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
        assertThat(now().findings()).isEqualTo(1);
    }

    @Test
    void whatWasMeasuredOnALineSaysNothingOfAnother() {
        check(5, oilBlue, VerdictLevel.PASS, "light-source-power");

        assertThat(of(oilGreen, 0).findings()).isEmpty();
        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void ofTwoChecksOfTheSameMomentTheOneEnteredLaterCounts() {
        check(5, oilBlue, VerdictLevel.FAIL);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void doesNotDependOnTheOrderInWhichTheRecordIsRead() {
        long seed = 20_260_312;
        check(30, oilBlue, VerdictLevel.PASS);
        check(20, oilBlue, VerdictLevel.WARNING);
        check(15, oilGreen, VerdictLevel.PASS);
        check(5, oilBlue, VerdictLevel.FAIL);
        check(4, oilGreen, VerdictLevel.PASS, "light-source-power");
        event(12, Kind.SERVICE, Effect.NONE, green);
        event(11, Kind.FAULT, Effect.USABLE_WITH_CARE);
        InstrumentState inOrder = state(ago(10));
        Random random = new Random(seed);

        for (int run = 0; run < 20; run++) {
            Collections.shuffle(checks, random);
            assertThat(state(ago(10)).level()).as("seed %d, run %d", seed, run).isEqualTo(inOrder.level());
            assertThat(state(ago(10)).configurations())
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(inOrder.configurations());
        }
    }
}
