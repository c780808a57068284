package org.fiducial.facility.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event.Effect;
import org.fiducial.facility.service.Event.Kind;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.junit.jupiter.api.Test;

/** What faults, work and recalls take away from what checks said. */
class DisturbedStateTest extends StateStory {

    @Test
    void aFaultBetweenTwoGoodChecksLeavesTheWholeTimeBetweenThemNotEstablished() {
        check(30, oilBlue, VerdictLevel.PASS);
        check(20, oilBlue, VerdictLevel.PASS);
        event(15, Kind.FAULT, Effect.USABLE_WITH_CARE, oil);
        check(5, oilBlue, VerdictLevel.PASS);

        assertThat(finding(25).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(18).standing()).isEqualTo(Standing.DISTURBED);
        assertThat(finding(10).standing()).isEqualTo(Standing.DISTURBED);
        assertThat(finding(10).bracket().between()).contains(events.get(0));
        assertThat(finding(3).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
    }

    @Test
    void aCheckAsFoundConfirmsTheTimeBeforeTheServiceAndNotTheTimeAfter() {
        check(30, oilBlue, VerdictLevel.PASS);
        check(15, oilBlue, VerdictLevel.PASS, CheckReason.AS_FOUND);
        event(14, Kind.SERVICE, Effect.NONE);

        assertThat(finding(20).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(0).standing()).isEqualTo(Standing.DISTURBED);

        check(13, oilBlue, VerdictLevel.PASS, CheckReason.AS_LEFT);

        assertThat(finding(0).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
        assertThat(finding(14).standing()).isEqualTo(Standing.DISTURBED);
    }

    @Test
    void workOnOneLineLeavesTheOtherAndTheObjectiveAlone() {
        check(20, oilBlue, VerdictLevel.PASS, "light-source-power");
        check(20, oilGreen, VerdictLevel.PASS, "light-source-power");
        check(20, oilGreen, VerdictLevel.PASS);
        event(10, Kind.EXCHANGE, Effect.NONE, green);

        assertThat(of(oilBlue, 5).level()).isEqualTo(Level.FINE);
        assertThat(of(oilGreen, 5).findings())
                .extracting(each -> each.protocol().id(), Finding::standing)
                .containsExactly(
                        tuple("light-source-power", Standing.DISTURBED), tuple("psf-beads", Standing.LAST_KNOWN_GOOD));
    }

    @Test
    void aHarmlessRemarkDisturbsNothing() {
        check(20, oilBlue, VerdictLevel.PASS);
        event(10, Kind.FAULT, Effect.NONE);

        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void anEventWithdrawnDisturbsNothing() {
        check(20, oilBlue, VerdictLevel.PASS);
        LoggedEvent mistake = event(10, Kind.SERVICE, Effect.DO_NOT_USE);
        events.set(0, new LoggedEvent(mistake.event(), List.of(followUp(mistake, FollowUp.Step.WITHDRAWN, 9))));

        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void anOpenFaultDecidesTheStateUntilItIsResolvedAndACheckFollows() {
        check(20, oilBlue, VerdictLevel.PASS);
        LoggedEvent fault = event(10, Kind.FAULT, Effect.DO_NOT_USE, oil);

        assertThat(now().level()).isEqualTo(Level.DO_NOT_USE);
        assertThat(now().decidingEvent()).contains(fault);
        assertThat(state(ago(15)).level()).isEqualTo(Level.UNKNOWN);

        events.set(0, new LoggedEvent(fault.event(), List.of(followUp(fault, FollowUp.Step.RESOLVED, 8))));
        assertThat(now().level()).isEqualTo(Level.UNKNOWN);
        assertThat(state(ago(9)).level()).isEqualTo(Level.DO_NOT_USE);

        check(7, oilBlue, VerdictLevel.PASS, CheckReason.AFTER_SERVICE);
        assertThat(now().level()).isEqualTo(Level.FINE);
    }

    @Test
    void whatWasMeasuredWithSomethingRecalledIsNotKnownToBeGood() {
        check(10, oilBlue, VerdictLevel.PASS);
        recalled(checks.get(0));

        assertThat(finding(0).standing()).isEqualTo(Standing.RECALLED);
        assertThat(finding(0).level()).isEqualTo(Level.UNKNOWN);
        assertThat(finding(0).since()).contains(ago(10));
        assertThat(finding(0).bracket().doubt()).contains(doubts.get(0));
    }

    @Test
    void aRecalledCheckDoesNotConfirmTheTimeBeforeItAndTheNextOneMay() {
        check(20, oilBlue, VerdictLevel.PASS);
        check(10, oilBlue, VerdictLevel.PASS);
        recalled(checks.get(1));

        assertThat(finding(15).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);

        check(5, oilBlue, VerdictLevel.PASS);
        assertThat(finding(15).standing()).isEqualTo(Standing.ESTABLISHED);
        assertThat(finding(8).standing()).isEqualTo(Standing.RECALLED);
        assertThat(finding(0).standing()).isEqualTo(Standing.LAST_KNOWN_GOOD);
    }

    @Test
    void aFailStaysOneWhateverWasRecalled() {
        check(10, oilBlue, VerdictLevel.FAIL);
        recalled(checks.get(0));

        assertThat(finding(0).standing()).isEqualTo(Standing.FAILED);
    }
}
