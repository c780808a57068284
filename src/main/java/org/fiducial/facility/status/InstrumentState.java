package org.fiducial.facility.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * The state of an instrument at a time, in its simplest form: the worst of the newest checks of each configuration and
 * protocol; overdue turns fine into unknown.
 *
 * @param level the state
 * @param because why, in one sentence
 * @param newest the check the sentence rests on, if there is one
 */
public record InstrumentState(Level level, String because, Optional<CheckSummary> newest) {

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
        for (VerdictLevel level : List.of(VerdictLevel.FAIL, VerdictLevel.NOT_EVALUATED, VerdictLevel.WARNING)) {
            Optional<CheckSummary> found =
                    newest.stream().filter(check -> check.overall() == level).findFirst();
            if (found.isPresent()) {
                return judged(found.get());
            }
        }
        return newest.stream()
                .filter(check -> overdue(check, at, intervalDays))
                .findFirst()
                .map(check -> new InstrumentState(
                        Level.UNKNOWN,
                        "The newest " + check.protocol().id() + " check is older than its interval of "
                                + intervalDays.applyAsInt(check.protocol()) + " days.",
                        Optional.of(check)))
                .orElseGet(() -> new InstrumentState(
                        Level.FINE,
                        newest.size() == 1
                                ? "The newest check passed."
                                : "The newest checks of " + newest.size() + " configurations and protocols passed.",
                        Optional.of(newest.get(0))));
    }

    private static InstrumentState judged(CheckSummary check) {
        String name = "The newest " + check.protocol().id() + " check ";
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
                        (one, other) -> one.measuredAt().isBefore(other.measuredAt()) ? other : one))
                .values()
                .stream()
                .sorted((one, other) -> other.measuredAt().compareTo(one.measuredAt()))
                .toList();
    }
}
