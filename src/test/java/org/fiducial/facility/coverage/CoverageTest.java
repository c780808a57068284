package org.fiducial.facility.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.Standing;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the checks say of a light path over some days. */
class CoverageTest {

    private final CoverageHistory history = new CoverageHistory();

    private PartClaim beads(String first, String last) {
        return history.coverage(history.oilBlue, first, last).parts().stream()
                .filter(part -> part.protocol().id().equals(CoverageHistory.BEADS))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsSaidWhereNothingWasEverChecked() {
        Coverage coverage = history.coverage(history.oilBlue, "2026-03-12", "2026-03-12");

        assertThat(coverage.claim()).isEqualTo(Claim.NO_CHECK);
        assertThat(coverage.parts())
                .extracting(part -> part.protocol().id(), PartClaim::isNever)
                .containsExactly(tuple(CoverageHistory.BEADS, true), tuple(CoverageHistory.POWER, true));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-09, 2026-03-09, NO_CHECK",
        "2026-03-10, 2026-04-05, WITHIN_LIMITS",
        "2026-04-05, 2026-04-06, LAST_KNOWN_GOOD",
        "2026-04-06, 2026-05-05, LAST_KNOWN_GOOD",
        "2026-04-06, 2026-05-06, NOT_ESTABLISHED",
    })
    void daysAreAsGoodAsTheWorstMomentOfThem(String first, String last, Claim claim) {
        history.check("2026-03-09", history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
        history.check("2026-04-06", history.oilGreen, CoverageHistory.BEADS, VerdictLevel.PASS);

        assertThat(beads(first, last).claim()).isEqualTo(claim);
    }

    @Test
    void theChecksAroundAndWithinAreNamedWithWhereTheyWereMade() {
        history.check("2026-02-01", history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
        history.check("2026-03-09", history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
        history.check("2026-03-12", history.oilGreen, CoverageHistory.BEADS, VerdictLevel.WARNING);
        history.check("2026-04-01", history.oilBlue, CoverageHistory.BEADS, VerdictLevel.NOT_EVALUATED);
        history.check("2026-04-06", history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
        PartClaim part = beads("2026-03-10", "2026-03-20");

        assertThat(part.claim()).isEqualTo(Claim.WITH_CARE);
        assertThat(part.checks())
                .extracting(each -> each.check().measuredAt(), PartClaim.Covering::path)
                .containsExactly(
                        tuple(CoverageHistory.noon("2026-03-09"), history.oilBlue),
                        tuple(CoverageHistory.noon("2026-03-12"), history.oilGreen),
                        tuple(CoverageHistory.noon("2026-04-06"), history.oilBlue));
        assertThat(part.inferredFrom()).containsExactly(history.oilGreen);
    }

    @Test
    void aPartThatIsNotEstablishedLeavesTheWholePartly() {
        for (String day : List.of("2026-03-09", "2026-04-06")) {
            history.check(day, history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
            history.check(day, history.oilBlue, CoverageHistory.POWER, VerdictLevel.PASS);
        }
        assertThat(history.coverage(history.oilBlue, "2026-03-12", "2026-03-14").claim())
                .isEqualTo(Claim.WITHIN_LIMITS);

        LoggedEvent fault = history.event(
                CoverageHistory.noon("2026-03-17"),
                Event.Kind.FAULT,
                Event.Effect.USABLE_WITH_CARE,
                Optional.empty(),
                List.of(history.blue));
        Coverage disturbed = history.coverage(history.oilBlue, "2026-03-12", "2026-03-14");

        assertThat(disturbed.claim()).isEqualTo(Claim.PARTLY);
        assertThat(disturbed.parts().get(0).standing()).isEqualTo(Standing.DISTURBED);
        assertThat(disturbed.between()).containsExactly(fault);
        assertThat(disturbed.open()).as("it came later").isEmpty();
    }

    @Test
    void whatIsOutOfUseIsNotWithinLimits() {
        history.event(
                CoverageHistory.noon("2026-03-01"),
                Event.Kind.FAULT,
                Event.Effect.DO_NOT_USE,
                Optional.empty(),
                List.of());
        for (String day : List.of("2026-03-09", "2026-04-06")) {
            history.check(day, history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
            history.check(day, history.oilBlue, CoverageHistory.POWER, VerdictLevel.PASS);
        }

        assertThat(history.coverage(history.oilBlue, "2026-03-12", "2026-03-12").claim())
                .isEqualTo(Claim.OUT_OF_USE);
    }

    @Test
    void aLightPathThatWasNotThereOnSomeDaysIsNotEstablishedOverAllOfThem() {
        for (String day : List.of("2026-03-09", "2026-04-06")) {
            history.check(day, history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
        }
        Span span = new Span(LocalDate.parse("2026-03-12"), LocalDate.parse("2026-03-13"), CoverageHistory.ZONE);
        Known without = new Known(List.of(history.dryBlue), history.checks, history.events);
        Coverage coverage = Coverage.of(
                span,
                List.of(
                        new Coverage.Stretch(span.from(), span.from().plusSeconds(3600), without),
                        new Coverage.Stretch(span.from().plusSeconds(3601), span.to(), history.known())),
                history.oilBlue.id(),
                new CoverageHistory.Thirty(),
                List.of());

        assertThat(coverage.everThere()).isFalse();
        assertThat(coverage.claim()).isEqualTo(Claim.NOT_ESTABLISHED);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-14, 2026-03-12, before the first",
        "2025-03-12, 2026-03-14, a year at most",
        "+999999-01-01, +999999-01-01, between the years",
        "-999999-01-01, 2026-01-01, between the years",
        "0001-01-01, 0001-01-01, between the years",
    })
    void daysThatAreNoneOrTooManyGetOneSentence(String first, String last, String sentence) {
        assertThatThrownBy(() -> new Span(LocalDate.parse(first), LocalDate.parse(last), CoverageHistory.ZONE))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageMatching("[A-Z].*\\.");
    }

    @Test
    void aDayIsAsLongAsItWasThere() {
        Span span = new Span(LocalDate.parse("2026-03-29"), LocalDate.parse("2026-03-29"), CoverageHistory.ZONE);

        assertThat(span.to().toEpochMilli() - span.from().toEpochMilli() + 1)
                .as("the night to summer time lacks an hour")
                .isEqualTo(23 * 3_600_000L);
    }
}
