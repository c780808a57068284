package org.fiducial.facility.check;

import java.time.Instant;
import java.util.List;
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

        /** Those on one light path done for a reason. */
        public static Filter of(UUID configuration, CheckReason reason) {
            return new Filter(
                    Optional.of(configuration),
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

    /** The lines of a list to be shown: how many to leave out, and how many to take at most. */
    public record Part(int skip, int most) {

        public Part {
            if (skip < 0 || most < 1) {
                throw new IllegalArgumentException(
                        "a part leaves out 0 or more and takes 1 or more, was " + skip + " and " + most);
            }
        }
    }
}
