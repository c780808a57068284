package org.fiducial.facility.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.report.CoverageText;
import org.fiducial.report.Texts;
import org.junit.jupiter.api.Test;

/** The sentences a user about to publish reads. */
class CoverageSentencesTest {

    private static final Map<String, ProtocolDefinition> PROTOCOLS = Stream.of(
                    CoverageHistory.BEADS, CoverageHistory.POWER, CoverageHistory.COLOURS)
            .collect(Collectors.toMap(id -> id, id -> ProtocolFile.load(id, "1.0")));
    private static final CoverageText TEXT =
            new CoverageText(Texts.of(Locale.ENGLISH), CoverageSentencesTest::protocol, CoverageText.Shown.all());
    private static final CoverageText BARE = new CoverageText(
            Texts.of(Locale.ENGLISH), CoverageSentencesTest::protocol, new CoverageText.Shown(false, false));

    private static Optional<ProtocolDefinition> protocol(String id) {
        return Optional.ofNullable(PROTOCOLS.get(id));
    }

    private final CoverageHistory history = new CoverageHistory();

    private List<String> said(CoverageText text, String first, String last) {
        Coverage coverage = history.coverage(history.oilBlue, first, last);
        return Stream.concat(
                        Stream.of(text.overall(coverage)),
                        coverage.parts().stream()
                                .map(part -> text.line(part, coverage).sentence()))
                .toList();
    }

    private void good(String... days) {
        for (String day : days) {
            history.check(day, history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
            history.check(day, history.oilBlue, CoverageHistory.POWER, VerdictLevel.PASS);
        }
    }

    private void fault(String day) {
        history.event(
                CoverageHistory.noon(day),
                Event.Kind.FAULT,
                Event.Effect.USABLE_WITH_CARE,
                Optional.empty(),
                List.of(history.blue));
    }

    @Test
    void goodBeforeAndAfterIsWithinLimits() {
        good("2026-03-09", "2026-04-06");

        assertThat(said(TEXT, "2026-03-12", "2026-03-12"))
                .containsExactly(
                        "Within limits for what you used on 12 March 2026.",
                        "488 nm power: within limits, checked 9 March and 6 April.",
                        "Resolution of the 63x/1.4 oil: within limits, checked 9 March and 6 April.");
    }

    @Test
    void aFaultBetweenIsNamedByItsDayOnly() {
        good("2026-03-09", "2026-04-06");
        fault("2026-03-17");

        assertThat(said(TEXT, "2026-03-12", "2026-03-14"))
                .containsExactly(
                        "Not established as a whole for what you used from 12 March 2026 to 14 March 2026:"
                                + " 1 of 2 points below are known to have been good.",
                        "488 nm power: not established between 9 March and 6 April, fault reported 17 March.",
                        "Resolution of the 63x/1.4 oil: within limits, checked 9 March and 6 April.");
        assertThat(said(BARE, "2026-03-12", "2026-03-14"))
                .contains(
                        "Power of the light source: not established between 9 March and 6 April.",
                        "Resolution: within limits, checked 9 March and 6 April.");
    }

    @Test
    void whatIsInferredSaysFromWhere() {
        history.check("2025-12-09", history.oilGreen, CoverageHistory.BEADS, VerdictLevel.PASS);
        history.check("2026-04-06", history.oilGreen, CoverageHistory.BEADS, VerdictLevel.PASS);
        history.check("2026-03-01", history.dryBlue, CoverageHistory.POWER, VerdictLevel.PASS);

        assertThat(said(TEXT, "2026-03-12", "2026-03-12"))
                .containsExactly(
                        "Last known good for what you used on 12 March 2026, not yet confirmed by later checks.",
                        "488 nm power: last known good on 1 March (from the light path 10x/0.45, 488 nm),"
                                + " not yet confirmed.",
                        "Resolution of the 63x/1.4 oil: within limits, checked 9 December 2025 and 6 April"
                                + " (at 561 nm).");
        assertThat(said(BARE, "2026-03-12", "2026-03-12"))
                .contains("Power of the light source: last known good on 1 March (from another light path),"
                        + " not yet confirmed.");
    }

    @Test
    void whereTheChecksWereMadeStandsWithEachIfTheyDiffer() {
        history.check("2026-03-09", history.oilBlue, CoverageHistory.BEADS, VerdictLevel.PASS);
        history.check("2026-04-06", history.oilGreen, CoverageHistory.BEADS, VerdictLevel.PASS);

        assertThat(said(TEXT, "2026-03-12", "2026-03-12"))
                .containsExactly(
                        "Known to have been good where it was checked, for what you used on 12 March 2026;"
                                + " not all of it was checked.",
                        "Resolution of the 63x/1.4 oil: within limits, checked 9 March and 6 April (at 561 nm).",
                        "488 nm power: never checked.");
    }

    @Test
    void nothingKnownSaysSo() {
        assertThat(said(TEXT, "2026-03-12", "2026-03-12"))
                .startsWith("No check covers what you used on 12 March 2026.");
    }

    @Test
    void whatAFindingAffectsIsSaidWhereItIsNotWithinLimits() {
        good("2026-03-09", "2026-04-06");
        fault("2026-03-17");
        Coverage coverage = history.coverage(history.oilBlue, "2026-03-12", "2026-03-14");

        assertThat(TEXT.affected(coverage.parts().get(0)))
                .containsExactly(
                        "Typically affected: intensity.", "Typically not: distance, co-localisation and resolution.");
        assertThat(TEXT.affected(coverage.parts().get(1))).isEmpty();
    }

    @Test
    void noSentenceSaysMoreThanItsClaimOrRepeatsWhatPeopleWrote() {
        long seed = 8_2026L;
        Random random = new Random(seed);
        for (int i = 0; i < 600; i++) {
            CoverageHistory drawn = CoverageHistory.drawn(random);
            LocalDate first = CoverageHistory.BEGIN.plusDays(random.nextInt(CoverageHistory.DAYS));
            Coverage coverage = drawn.coverage(
                    drawn.oilBlue, new Span(first, first.plusDays(random.nextInt(30)), CoverageHistory.ZONE));
            for (CoverageText text : List.of(TEXT, BARE)) {
                String overall = text.overall(coverage);
                assertThat(overall.startsWith("Within limits"))
                        .as("seed %d, history %d: %s", seed, i, overall)
                        .isEqualTo(coverage.claim() == Claim.WITHIN_LIMITS);
                String all = coverage.parts().stream()
                        .map(part -> text.line(part, coverage).sentence())
                        .collect(Collectors.joining(" ", overall + " ", ""));
                assertThat(all)
                        .as("seed %d, history %d", seed, i)
                        .doesNotContain("Ada", "broke", "scratched", "ps-1", "{", "  ", " .", " ,", "null");
                for (PartClaim part : coverage.parts()) {
                    String statement = text.line(part, coverage).statement();
                    assertThat(statement.startsWith("within limits"))
                            .as("seed %d, history %d: %s", seed, i, statement)
                            .isEqualTo(part.claim() == Claim.WITHIN_LIMITS);
                    assertThat(statement).matches("[a-z].*\\.");
                }
            }
            assertThat(coverage.parts().stream()
                            .map(part -> BARE.line(part, coverage).sentence())
                            .collect(Collectors.joining(" ")))
                    .as("what is hidden, seed %d, history %d", seed, i)
                    .doesNotContain("fault", "repair", "exchange", "service", "63x", "488");
        }
    }

    @Test
    void everyClaimHasItsWords() {
        Set<String> words = Stream.of(Claim.values()).map(Claim::word).collect(Collectors.toSet());

        assertThat(words)
                .allMatch(word ->
                        Texts.of(Locale.ENGLISH).find("coverage.claim." + word).isPresent());
    }
}
