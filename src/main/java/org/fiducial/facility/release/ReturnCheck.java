package org.fiducial.facility.release;

import java.util.Locale;
import java.util.Optional;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/**
 * A check a protocol asks for after work, on one light path.
 *
 * @param path the light path
 * @param protocol the protocol
 * @param usual whether it was ever done or is planned there; what never was is advice and holds nobody up
 * @param found the check that shows what the work began with
 * @param left the check that shows what it ended with
 */
public record ReturnCheck(Configuration path, ProtocolDefinition protocol, boolean usual, Found found, Left left) {

    /**
     * As found: what was measured, for this purpose, before anything was touched.
     *
     * @param check empty where nobody did it
     */
    public record Found(Optional<CheckSummary> check) {}

    /**
     * As left: what was measured after the work and before the next.
     *
     * @param check the newest; empty where nobody did it
     * @param next later work that disturbed the same parts, after which nobody can do it any more
     */
    public record Left(Optional<CheckSummary> check, Optional<LoggedEvent> next) {}

    /** How an asked check stands. */
    public enum Standing {
        /** Done, and within the limits or with a warning. */
        DONE,
        /** Not done. */
        MISSING,
        /** Done, and outside its limits. */
        FAILED,
        /** Done, and nothing could be judged. */
        NOT_EVALUATED,
        /** Not done before the next work began, which asks for it again. */
        OVERTAKEN;

        /** The word used in data, for instance {@code not-evaluated}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it stands. */
    public Standing standing() {
        if (left.check().isEmpty()) {
            return left.next().isPresent() ? Standing.OVERTAKEN : Standing.MISSING;
        }
        VerdictLevel overall = left.check().orElseThrow().overall();
        return switch (overall) {
            case PASS, WARNING -> Standing.DONE;
            case FAIL -> Standing.FAILED;
            case NOT_EVALUATED -> Standing.NOT_EVALUATED;
        };
    }

    /** Whether the instrument should not go back to service as things are. */
    public boolean isLacking() {
        return usual && standing() != Standing.DONE && standing() != Standing.OVERTAKEN;
    }
}
