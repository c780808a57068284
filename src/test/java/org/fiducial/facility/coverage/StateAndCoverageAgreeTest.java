package org.fiducial.facility.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.status.ConfigurationState;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Level;
import org.fiducial.facility.status.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A page says the state of a light path at a moment, and what its checks say of the day of that moment; what is said of a day
 * is the least of what holds at its moments, so that neither ever contradicts the other.
 */
class StateAndCoverageAgreeTest {

    private static final int HISTORIES = 1500;

    @ParameterizedTest
    @ValueSource(longs = {20_261_124L, 815L})
    void whatIsSaidOfADayIsTheLeastOfTheStatesOfItsMoments(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            CoverageHistory history = CoverageHistory.drawn(random);
            Configuration path = CoverageHistory.any(random, history.paths.toArray(Configuration[]::new));
            Span day = anyDay(history, random);
            Coverage coverage = history.coverage(path, day);
            for (PartClaim part : coverage.parts()) {
                List<Claim> said = moments(history, day).stream()
                        .map(at -> claim(history, path, part.protocol().id(), at))
                        .toList();

                assertThat(said.stream().min(Comparator.comparingInt(Claim::strength)))
                        .as(
                                "seed %d, history %d, %s of %s on %s%n%s",
                                seed, i, part.protocol(), path.name(), day, history.told())
                        .map(Claim::strength)
                        .contains(part.claim().strength());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_125L, 4711L})
    void onADayOnWhichNothingHappenedTheStateClaimsNoMoreThanWhatIsSaidOfTheDay(long seed) {
        Random random = new Random(seed);
        Set<Claim> seen = EnumSet.noneOf(Claim.class);
        int byLine = 0;
        for (int i = 0; i < HISTORIES; i++) {
            CoverageHistory history = CoverageHistory.drawn(random);
            Configuration path = CoverageHistory.any(random, history.paths.toArray(Configuration[]::new));
            Span day = anyDay(history, random);
            if (moments(history, day).size() > 2) {
                continue;
            }
            Coverage coverage = history.coverage(path, day);
            ConfigurationState state = state(history, path, day.to());
            String story = "seed %d, history %d, %s on %s%n%s".formatted(seed, i, path.name(), day, history.told());
            for (PartClaim part : coverage.parts()) {
                Optional<Finding> finding = finding(state, part.protocol().id());
                seen.add(part.claim());
                byLine += finding.filter(each -> isOfALine(each, history)).isPresent() ? 1 : 0;

                assertThat(finding.map(Finding::standing).orElse(Standing.NOT_CHECKED))
                        .as(story)
                        .isEqualTo(part.standing());
                assertThat(finding.map(each -> Claim.of(each.standing(), each.level() == Level.USABLE_WITH_CARE))
                                .orElse(Claim.NO_CHECK))
                        .as(story)
                        .isEqualTo(part.claim());
            }
            assertThat(state.level() == Level.DO_NOT_USE)
                    .as("not to be used: %s", story)
                    .isEqualTo(coverage.claim() == Claim.OUTSIDE_LIMITS || coverage.claim() == Claim.OUT_OF_USE);
            assertThat(!coverage.claim().isKnownGood() || state.level().urgency() >= Level.USABLE_WITH_CARE.urgency())
                    .as("known to be good: %s", story)
                    .isTrue();
        }
        assertThat(seen).contains(Claim.WITHIN_LIMITS, Claim.WITH_CARE, Claim.OUTSIDE_LIMITS, Claim.NOT_ESTABLISHED);
        assertThat(byLine).as("findings by a line of its own").isGreaterThan(20);
    }

    @Test
    void aStabilityThatFailedInGreenLeavesBlueAsItIs() {
        CoverageHistory history = new CoverageHistory();
        Instant at = CoverageHistory.noon("2026-03-09");
        history.checkOfBoth(at, CoverageHistory.LAMP, VerdictLevel.PASS, VerdictLevel.FAIL, ReviewStanding.APPROVED);

        assertThat(history.paths)
                .extracting(path -> state(history, path, at.plusSeconds(1)).level())
                .containsExactly(Level.FINE, Level.DO_NOT_USE, Level.FINE, Level.DO_NOT_USE);
    }

    private static boolean isOfALine(Finding finding, CoverageHistory history) {
        return finding.bracket()
                .before()
                .filter(check -> history.checks.stream()
                        .anyMatch(whole -> whole.id().equals(check.id()) && whole.overall() != check.overall()))
                .isPresent();
    }

    private static Claim claim(CoverageHistory history, Configuration path, String protocol, Instant at) {
        return finding(state(history, path, at), protocol)
                .map(each -> Claim.of(each.standing(), each.level() == Level.USABLE_WITH_CARE))
                .orElse(Claim.NO_CHECK);
    }

    private static Optional<Finding> finding(ConfigurationState state, String protocol) {
        return state.findings().stream()
                .filter(each -> each.protocol().id().equals(protocol))
                .findFirst();
    }

    private static ConfigurationState state(CoverageHistory history, Configuration path, Instant at) {
        return InstrumentState.of(history.known(), at, new CoverageHistory.Thirty()).configurations().stream()
                .filter(each -> each.configuration().id().equals(path.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Half of the days are those on which something was checked, or the days around them. */
    private static Span anyDay(CoverageHistory history, Random random) {
        LocalDate day = CoverageHistory.BEGIN.plusDays(random.nextInt(CoverageHistory.DAYS + 20) - 10L);
        if (!history.checks.isEmpty() && random.nextBoolean()) {
            CheckSummary check = history.checks.get(random.nextInt(history.checks.size()));
            day = LocalDate.ofInstant(check.measuredAt(), CoverageHistory.ZONE).plusDays(random.nextInt(3) - 1L);
        }
        return new Span(day, day, CoverageHistory.ZONE);
    }

    /** The first and the last of a day, and each at which something may become another thing. */
    private static List<Instant> moments(CoverageHistory history, Span day) {
        Stream<Instant> checks = history.checks.stream()
                .filter(check -> check.standing() != ReviewStanding.VOID)
                .map(CheckSummary::measuredAt)
                .flatMap(at -> Stream.of(at, at.plus(CoverageHistory.HOLDS).plusMillis(1)));
        Stream<Instant> events = history.events.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(each.event().at()), each.followUps().stream().map(FollowUp::at)));
        TreeSet<Instant> moments = new TreeSet<>(List.of(day.from(), day.to()));
        Stream.concat(checks, events)
                .filter(at -> at.isAfter(day.from()) && at.isBefore(day.to()))
                .forEach(moments::add);
        return new ArrayList<>(moments);
    }
}
