package org.fiducial.facility.status;

import java.time.Instant;
import java.util.Optional;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * What the checks of one protocol say of a light path at a time.
 *
 * @param protocol the protocol
 * @param asked the light path that is asked about
 * @param checked the light path the checks were made in: the same, or one that shares the parts the protocol speaks for
 * @param standing how well it is established
 * @param bracket what it rests on
 */
public record Finding(
        ProtocolReference protocol, Configuration asked, Configuration checked, Standing standing, Bracket bracket) {

    /**
     * What lies around the time asked for.
     *
     * @param before the newest check by then
     * @param after the next check that was evaluated
     * @param between what happened between both that could have changed what they measure; the first of it
     * @param until the last moment the check before holds without a newer one
     * @param doubt the recall that makes the verdict of the check before doubtful
     */
    public record Bracket(
            Optional<CheckSummary> before,
            Optional<CheckSummary> after,
            Optional<LoggedEvent> between,
            Optional<Instant> until,
            Optional<Doubt> doubt) {}

    /** Whether it is inferred from another light path. */
    public boolean isInferred() {
        return !asked.id().equals(checked.id());
    }

    /** What it makes of the light path. */
    public Level level() {
        return switch (standing) {
            case ESTABLISHED, LAST_KNOWN_GOOD -> warned() ? Level.USABLE_WITH_CARE : Level.FINE;
            case FAILED -> Level.DO_NOT_USE;
            case OUTDATED, DISTURBED, RECALLED, IN_DOUBT, NOT_EVALUATED, NOT_CHECKED -> Level.UNKNOWN;
        };
    }

    /** Since when it stands so; empty where nothing was ever checked by then. */
    public Optional<Instant> since() {
        return switch (standing) {
            case OUTDATED -> bracket.until();
            case DISTURBED -> bracket.between().map(logged -> logged.event().at());
            case ESTABLISHED, LAST_KNOWN_GOOD, RECALLED, IN_DOUBT, FAILED, NOT_EVALUATED, NOT_CHECKED ->
                bracket.before().map(CheckSummary::measuredAt);
        };
    }

    private boolean warned() {
        return isWarning(bracket.before()) || (standing == Standing.ESTABLISHED && isWarning(bracket.after()));
    }

    private static boolean isWarning(Optional<CheckSummary> check) {
        return check.isPresent() && check.get().overall() == VerdictLevel.WARNING;
    }
}
