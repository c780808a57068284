package org.fiducial.facility.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * The state of an instrument at a time, in its simplest form: the worst of the newest checks of each configuration and
 * protocol; without a newer check, what was fine or usable with care becomes unknown when its interval has passed.
 *
 * @param level the state
 * @param because why, in one sentence
 * @param newest the check the sentence rests on, if there is one
 */
public record InstrumentState(Level level, String because, Optional<CheckSummary> newest) {

    /** What the whole instrument is called where its configurations differ: the first of these that occurs. */
    private static final List<Level> SEVERITY =
            List.of(Level.DO_NOT_USE, Level.UNKNOWN, Level.USABLE_WITH_CARE, Level.FINE);

    /** Of two checks of the same moment the one entered later is the newer: identifiers ascend with the entry. */
    private static final Comparator<CheckSummary> OLDEST_FIRST =
            Comparator.comparing(CheckSummary::measuredAt).thenComparing(CheckSummary::id);

    /** The four states. */
    public enum Level {
        FINE,
        USABLE_WITH_CARE,
        DO_NOT_USE,
        UNKNOWN;

        /** The words people read, for instance {@code usable with care}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * The state at a time.
     *
     * @param checks all checks of the instrument
     * @param at the time asked for; later checks do not count
     * @param intervalDays days a protocol's check holds
     */
    public static InstrumentState of(
            List<CheckSummary> checks, Instant at, ToIntFunction<ProtocolReference> intervalDays) {
        List<CheckSummary> newest = newestOfEach(checks, at);
        if (newest.isEmpty()) {
            return new InstrumentState(Level.UNKNOWN, "No check was recorded by then.", Optional.empty());
        }
        List<InstrumentState> states =
                newest.stream().map(check -> state(check, at, intervalDays)).toList();
        InstrumentState worst = SEVERITY.stream()
                .flatMap(level -> states.stream().filter(state -> state.level() == level))
                .findFirst()
                .orElseThrow();
        return worst.level() == Level.FINE && newest.size() > 1
                ? new InstrumentState(
                        Level.FINE,
                        "The newest checks of " + newest.size() + " configurations and protocols passed.",
                        worst.newest())
                : worst;
    }

    private static InstrumentState state(
            CheckSummary check, Instant at, ToIntFunction<ProtocolReference> intervalDays) {
        String name = "The newest " + check.protocol().id() + " check ";
        boolean overdue = overdue(check, at, intervalDays);
        if (overdue && check.overall() != VerdictLevel.FAIL) {
            return new InstrumentState(
                    Level.UNKNOWN,
                    name + "is older than its interval of " + intervalDays.applyAsInt(check.protocol()) + " days.",
                    Optional.of(check));
        }
        return switch (check.overall()) {
            case FAIL -> new InstrumentState(Level.DO_NOT_USE, name + "failed a limit.", Optional.of(check));
            case WARNING ->
                new InstrumentState(Level.USABLE_WITH_CARE, name + "is outside a warning limit.", Optional.of(check));
            case NOT_EVALUATED ->
                new InstrumentState(Level.UNKNOWN, name + "could not be evaluated in full.", Optional.of(check));
            case PASS -> new InstrumentState(Level.FINE, name + "passed.", Optional.of(check));
        };
    }

    private static boolean overdue(CheckSummary check, Instant at, ToIntFunction<ProtocolReference> intervalDays) {
        return check.measuredAt()
                .plus(Duration.ofDays(intervalDays.applyAsInt(check.protocol())))
                .isBefore(at);
    }

    private static List<CheckSummary> newestOfEach(List<CheckSummary> checks, Instant at) {
        return checks.stream()
                .filter(check -> !check.measuredAt().isAfter(at))
                .collect(Collectors.toMap(
                        check ->
                                check.configurationId() + " " + check.protocol().id(),
                        check -> check,
                        BinaryOperator.maxBy(OLDEST_FIRST)))
                .values()
                .stream()
                .sorted(OLDEST_FIRST.reversed())
                .toList();
    }
}
