package org.fiducial.facility.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.judgement.VerdictLevel;

/**
 * A part of a list of checks.
 *
 * @param checks the part, newest measurement first, or oldest first where those after a time were asked for
 * @param total how many there are in all
 */
public record CheckList(List<CheckSummary> checks, int total) {

    public CheckList {
        checks = List.copyOf(checks);
    }

    /**
     * Which checks of an instrument, void ones too.
     *
     * @param configuration only of this light path
     * @param protocol only of the protocol of this id
     * @param verdict only with this verdict
     * @param reason only done for this reason
     * @param until only measured at or before this time
     * @param after only measured after this time
     */
    public record Filter(
            Optional<UUID> configuration,
            Optional<String> protocol,
            Optional<VerdictLevel> verdict,
            Optional<CheckReason> reason,
            Optional<Instant> until,
            Optional<Instant> after) {

        /** All of them. */
        public static Filter none() {
            return new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Those of one protocol on one light path. */
        public static Filter of(UUID configuration, String protocol) {
            return new Filter(
                    Optional.of(configuration),
                    Optional.of(protocol),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Those done for a reason. */
        public static Filter of(CheckReason reason) {
            return new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(reason),
                    Optional.empty(),
                    Optional.empty());
        }

        /** Those measured by a time. */
        public static Filter until(Instant last) {
            return none().withTimes(Optional.of(last), Optional.empty());
        }

        /** Those measured after a time, oldest first. */
        public static Filter after(Instant time) {
            return none().withTimes(Optional.empty(), Optional.of(time));
        }

        /** Those of these measured after one time and by another, oldest first. */
        public Filter within(Instant time, Instant last) {
            return withTimes(Optional.of(last), Optional.of(time));
        }

        private Filter withTimes(Optional<Instant> last, Optional<Instant> before) {
            return new Filter(configuration, protocol, verdict, reason, last, before);
        }

        /** Whether a check is one of these. */
        public boolean accepts(CheckSummary check) {
            return configuration.map(check.configurationId()::equals).orElse(true)
                    && protocol.map(check.protocol().id()::equals).orElse(true)
                    && verdict.map(level -> level == check.overall()).orElse(true)
                    && reason.map(why -> why == check.reason()).orElse(true)
                    && until.map(last -> !check.measuredAt().isAfter(last)).orElse(true)
                    && after.map(check.measuredAt()::isAfter).orElse(true);
        }
    }

    /**
     * What a list may be ordered by. A verdict grows with its gravity, a light path comes where the order names it, a note
     * that is empty comes last whichever way.
     */
    public enum Column {
        WHEN,
        VERDICT,
        REASON,
        NOTE,
        PATH,
        PROTOCOL;

        /** Verdicts as a list orders them, the mildest first. */
        public static final List<VerdictLevel> BY_GRAVITY =
                List.of(VerdictLevel.PASS, VerdictLevel.NOT_EVALUATED, VerdictLevel.WARNING, VerdictLevel.FAIL);

        /** The word of addresses. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How a list is ordered; what is alike comes newest first.
     *
     * @param column by what
     * @param down whether the largest comes first
     * @param paths the light paths in the order of their names
     */
    public record Order(Column column, boolean down, List<UUID> paths) {

        public Order {
            paths = List.copyOf(paths);
        }

        /** The same order for checks at hand. */
        public Comparator<CheckSummary> comparator() {
            Comparator<CheckSummary> up =
                    switch (column) {
                        case WHEN -> Comparator.comparing(CheckSummary::measuredAt);
                        case VERDICT -> Comparator.comparing(check -> Column.BY_GRAVITY.indexOf(check.overall()));
                        case REASON ->
                            Comparator.comparing(check -> check.reason().word());
                        case NOTE -> Comparator.comparing(check -> check.note().toLowerCase(Locale.ROOT));
                        case PATH -> Comparator.comparing(check -> paths.indexOf(check.configurationId()));
                        case PROTOCOL ->
                            Comparator.comparing((CheckSummary check) ->
                                            check.protocol().id())
                                    .thenComparing(check -> check.protocol().version());
                    };
            Comparator<CheckSummary> directed = down ? up.reversed() : up;
            Comparator<CheckSummary> newest = Comparator.comparing(CheckSummary::measuredAt)
                    .thenComparing(check -> check.id().toString())
                    .reversed();
            return Comparator.comparing((CheckSummary check) ->
                            column == Column.NOTE && check.note().isEmpty())
                    .thenComparing(directed)
                    .thenComparing(newest);
        }
    }

    /**
     * The lines of a list to be shown.
     *
     * @param skip how many to leave out
     * @param most how many to take at most
     * @param order how the list is ordered; by time without one
     */
    public record Part(int skip, int most, Optional<Order> order) {

        public Part {
            if (skip < 0 || most < 1) {
                throw new IllegalArgumentException(
                        "a part leaves out 0 or more and takes 1 or more, was " + skip + " and " + most);
            }
        }

        /** A part of the list by time. */
        public Part(int skip, int most) {
            this(skip, most, Optional.empty());
        }
    }
}
