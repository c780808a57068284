package org.fiducial.facility.check;

import java.time.Instant;
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
 */
public record CheckSummary(
        UUID id,
        UUID configurationId,
        ProtocolReference protocol,
        Instant measuredAt,
        CheckReason reason,
        VerdictLevel overall,
        String note) {}
