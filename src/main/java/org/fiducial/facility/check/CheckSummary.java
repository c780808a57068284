package org.fiducial.facility.check;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * One line of a list of checks.
 *
 * @param id the check
 * @param configurationId the light path
 * @param protocol the protocol performed
 * @param measuredAt when the data were acquired
 * @param reason why it was done
 * @param overall the verdict
 * @param note what the person who did it wrote down; may be empty
 * @param standing how it stands with those who review
 */
public record CheckSummary(
        UUID id,
        UUID configurationId,
        ProtocolReference protocol,
        Instant measuredAt,
        CheckReason reason,
        VerdictLevel overall,
        String note,
        ReviewStanding standing) {

    /** A check nobody said anything of. */
    public CheckSummary(
            UUID id,
            UUID configurationId,
            ProtocolReference protocol,
            Instant measuredAt,
            CheckReason reason,
            VerdictLevel overall,
            String note) {
        this(
                id,
                configurationId,
                protocol,
                measuredAt,
                reason,
                overall,
                note,
                ReviewStanding.of(Optional.empty(), overall, note));
    }

    /** Whether it counts for nothing. */
    public boolean isVoid() {
        return standing == ReviewStanding.VOID;
    }

    /** What states are composed of: a rejected check shows nothing to be good, and its fail stays one. */
    public CheckSummary asEvidence() {
        if (standing != ReviewStanding.REJECTED || overall == VerdictLevel.FAIL) {
            return this;
        }
        return judged(VerdictLevel.NOT_EVALUATED);
    }

    /** The same with another verdict, as where only part of what it judged is asked for. */
    public CheckSummary judged(VerdictLevel level) {
        return new CheckSummary(id, configurationId, protocol, measuredAt, reason, level, note, standing);
    }
}
