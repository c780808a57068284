package org.fiducial.facility.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said of a light path never says more than the records hold. The records are read here by the rules as they are
 * written down (bracketed by good checks with nothing between: established; only before, within its interval: last known
 * good; else not), moment by moment, without a line of what is tested.
 */
class CoverageClaimsNoMoreTest {

    private static final int HISTORIES = 1200;
    private static final int MOMENTS = 40;

    /** What the rules allow to say of a part at a moment. */
    private enum Allowed {
        FAILED,
        NOTHING,
        LAST_KNOWN_GOOD,
        ESTABLISHED
    }

    @ParameterizedTest
    @ValueSource(longs = {20_261_123L, 4711L, 42L})
    void aClaimOverDaysIsAllowedAtEveryMomentOfThem(long seed) {
        Random random = new Random(seed);
        Map<Claim, Integer> seen = new EnumMap<>(Claim.class);
        for (int i = 0; i < HISTORIES; i++) {
            CoverageHistory history = CoverageHistory.drawn(random);
            Configuration path = CoverageHistory.any(random, history.paths.toArray(Configuration[]::new));
            Span span = span(random);
            Coverage coverage = history.coverage(path, span);
            seen.merge(coverage.claim(), 1, Integer::sum);
            List<Instant> moments = moments(history, span, random);
            for (PartClaim part : coverage.parts()) {
                seen.merge(part.claim(), 1, Integer::sum);
                Allowed least = moments.stream()
                        .map(at -> allowed(history, path, part.protocol().id(), at))
                        .min(Enum::compareTo)
                        .orElseThrow();
                assertThat(said(part.claim()))
                        .as(
                                "seed %d, history %d, %s of %s from %s to %s%n%s",
                                seed, i, part.protocol(), path.name(), span.from(), span.to(), history.told())
                        .isEqualTo(least);
            }
            assertThat(coverage.claim().isKnownGood())
                    .as(
                            "as a whole: seed %d, history %d, %s, %s to %s%n%s",
                            seed, i, path.name(), span.from(), span.to(), history.told())
                    .isEqualTo(isGood(coverage, history, path, moments));
            assertThat(history.coverage(path, wider(span, random)).claim().strength())
                    .as("more days: seed %d, history %d%n%s", seed, i, history.told())
                    .isLessThanOrEqualTo(coverage.claim().strength());
        }
        assertThat(seen.keySet()).as("every claim occurs, seed %d", seed).containsExactlyInAnyOrder(Claim.values());
    }

    @Test
    void eachCheckItNamesIsInTheRecordAndCounts() {
        long seed = 99L;
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            CoverageHistory history = CoverageHistory.drawn(random);
            Span span = span(random);
            for (PartClaim part : history.coverage(history.oilBlue, span).parts()) {
                assertThat(part.checks())
                        .as("seed %d, history %d%n%s", seed, i, history.told())
                        .allMatch(each -> counts(
                                each.check(),
                                history,
                                history.oilBlue,
                                part.protocol().id()))
                        .isSortedAccordingTo((one, other) ->
                                one.check().measuredAt().compareTo(other.check().measuredAt()));
                if (part.claim() == Claim.WITHIN_LIMITS) {
                    assertThat(part.checks().get(0).check().measuredAt()).isBeforeOrEqualTo(span.from());
                    assertThat(part.checks()
                                    .get(part.checks().size() - 1)
                                    .check()
                                    .measuredAt())
                            .isAfter(span.to());
                }
            }
        }
    }

    private static Allowed said(Claim claim) {
        return switch (claim) {
            case WITHIN_LIMITS, WITH_CARE -> Allowed.ESTABLISHED;
            case LAST_KNOWN_GOOD -> Allowed.LAST_KNOWN_GOOD;
            case NOT_ESTABLISHED, NO_CHECK, PARTLY -> Allowed.NOTHING;
            case OUTSIDE_LIMITS, OUT_OF_USE -> Allowed.FAILED;
        };
    }

    /** Good as a whole is only what is good in every part, with beads and power, and that nobody reported as broken. */
    private static boolean isGood(
            Coverage coverage, CoverageHistory history, Configuration path, List<Instant> moments) {
        List<String> needed = Stream.concat(
                        Stream.of(CoverageHistory.BEADS, CoverageHistory.POWER),
                        coverage.parts().stream().map(part -> part.protocol().id()))
                .toList();
        return moments.stream()
                .allMatch(at -> needed.stream()
                                .allMatch(each ->
                                        allowed(history, path, each, at).compareTo(Allowed.LAST_KNOWN_GOOD) >= 0)
                        && history.events.stream()
                                .noneMatch(each -> each.event().report().effect() == Event.Effect.DO_NOT_USE
                                        && touches(each, path.components())
                                        && lasts(each, at)));
    }

    private static boolean lasts(LoggedEvent event, Instant at) {
        boolean over = event.followUps().stream()
                .anyMatch(each ->
                        each.step() == FollowUp.Step.RESOLVED && !each.at().isAfter(at));
        return !isWithdrawn(event) && !event.event().at().isAfter(at) && !over;
    }

    private static Allowed allowed(CoverageHistory history, Configuration path, String protocol, Instant at) {
        List<CheckSummary> counting = history.checks.stream()
                .filter(check -> counts(check, history, path, protocol))
                .map(check -> check.judged(level(check, history, path)))
                .sorted((one, other) -> one.measuredAt().compareTo(other.measuredAt()))
                .toList();
        Optional<CheckSummary> before = counting.stream()
                .filter(check -> !check.measuredAt().isAfter(at))
                .reduce((one, other) -> other);
        if (before.isEmpty()) {
            return Allowed.NOTHING;
        }
        if (before.get().overall() == VerdictLevel.FAIL) {
            return Allowed.FAILED;
        }
        if (!isGood(before.get()) || isDoubtful(before.get(), history)) {
            return Allowed.NOTHING;
        }
        Optional<CheckSummary> after = counting.stream()
                .filter(check -> check.measuredAt().isAfter(at))
                .filter(check -> isGood(check) || check.overall() == VerdictLevel.FAIL)
                .filter(check -> !isDoubtful(check, history))
                .findFirst();
        Instant end = after.map(CheckSummary::measuredAt).orElse(Instant.MAX);
        boolean disturbed = history.events.stream()
                .filter(each -> touches(each, spokenFor(path, protocol)))
                .filter(each -> !isWithdrawn(each))
                .filter(each -> each.event().kind() != Event.Kind.FAULT
                        || each.event().report().effect() != Event.Effect.NONE)
                .map(each -> each.event().at())
                .anyMatch(each -> each.isAfter(before.get().measuredAt()) && each.isBefore(end));
        if (disturbed) {
            return Allowed.NOTHING;
        }
        if (after.isPresent()) {
            return isGood(after.get()) ? Allowed.ESTABLISHED : Allowed.NOTHING;
        }
        boolean inTime = !at.isAfter(before.get().measuredAt().plus(CoverageHistory.HOLDS));
        return inTime ? Allowed.LAST_KNOWN_GOOD : Allowed.NOTHING;
    }

    /** What a check outside limits found of another line is of no concern; both lines are judged in each such check. */
    private static VerdictLevel level(CheckSummary check, CoverageHistory history, Configuration path) {
        boolean outside = check.overall() == VerdictLevel.FAIL || check.overall() == VerdictLevel.WARNING;
        if (!outside || path.id().equals(history.oilBoth.id()) || !history.byLine.containsKey(check.id())) {
            return check.overall();
        }
        String own = path.components().contains(history.blue) ? "488" : "561";
        return history.byLine.get(check.id()).stream()
                .filter(verdict -> own.equals(verdict.key().qualifiers().get("line_nm")))
                .map(Verdict::level)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isGood(CheckSummary check) {
        return check.standing() != ReviewStanding.REJECTED
                && (check.overall() == VerdictLevel.PASS || check.overall() == VerdictLevel.WARNING);
    }

    private static boolean isDoubtful(CheckSummary check, CoverageHistory history) {
        return history.doubts.stream()
                .anyMatch(doubt -> doubt.use().check().id().equals(check.id()));
    }

    private static boolean isWithdrawn(LoggedEvent event) {
        return event.followUps().stream().anyMatch(each -> each.step() == FollowUp.Step.WITHDRAWN);
    }

    private static boolean touches(LoggedEvent event, List<Component> parts) {
        return event.event().report().components().isEmpty()
                || parts.stream()
                        .anyMatch(part -> event.event().report().components().contains(part.id()));
    }

    private static List<Component> spokenFor(Configuration path, String protocol) {
        return path.components().stream()
                .filter(part -> switch (protocol) {
                    case CoverageHistory.BEADS -> part.kind() == Component.Kind.OBJECTIVE;
                    case CoverageHistory.POWER -> part.kind() == Component.Kind.LINE;
                    case CoverageHistory.LAMP -> part.kind() == Component.Kind.LIGHT_SOURCE;
                    default -> true;
                })
                .toList();
    }

    /** Colours speak for their own light path, the others for each with the same part. */
    private static boolean counts(CheckSummary check, CoverageHistory history, Configuration path, String protocol) {
        Configuration made = history.paths.stream()
                .filter(each -> each.id().equals(check.configurationId()))
                .findFirst()
                .orElseThrow();
        boolean speaks = made.id().equals(path.id())
                || (!protocol.equals(CoverageHistory.COLOURS)
                        && made.components().containsAll(spokenFor(path, protocol)));
        return check.protocol().id().equals(protocol) && speaks && check.standing() != ReviewStanding.VOID;
    }

    private static Span span(Random random) {
        LocalDate first = CoverageHistory.BEGIN.plusDays(random.nextInt(CoverageHistory.DAYS + 20) - 10L);
        int days = random.nextInt(3) == 0 ? random.nextInt(60) : random.nextInt(4);
        return new Span(first, first.plusDays(days), CoverageHistory.ZONE);
    }

    private static Span wider(Span span, Random random) {
        return new Span(
                span.first().minusDays(random.nextInt(20)), span.last().plusDays(random.nextInt(20)), span.zone());
    }

    /** Any moments of the days, and those around which anything happened. */
    private static List<Instant> moments(CoverageHistory history, Span span, Random random) {
        long lengthMs = Duration.between(span.from(), span.to()).toMillis();
        Stream<Instant> any = LongStream.generate(random::nextLong)
                .limit(MOMENTS)
                .mapToObj(number -> span.from().plusMillis(Math.floorMod(number, lengthMs + 1)));
        Stream<Instant> happened = Stream.concat(
                        history.checks.stream().map(CheckSummary::measuredAt),
                        history.events.stream().map(each -> each.event().at()))
                .flatMap(at -> Stream.of(at, at.plus(CoverageHistory.HOLDS), at.plus(Duration.ofDays(3))))
                .flatMap(at -> Stream.of(at.minusMillis(1), at, at.plusMillis(1)));
        return Stream.of(any, happened, Stream.of(span.from(), span.to()))
                .flatMap(each -> each)
                .filter(at -> !at.isBefore(span.from()) && !at.isAfter(span.to()))
                .toList();
    }
}
