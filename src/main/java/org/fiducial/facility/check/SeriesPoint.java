package org.fiducial.facility.check;

import java.time.Instant;
import java.util.UUID;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.Measurement;

/**
 * One measurement of a series over time.
 *
 * @param checkId the check it belongs to
 * @param configurationId the light path
 * @param measuredAt when the data were acquired
 * @param measurement value or reason why there is none
 * @param verdict the verdict of the whole check
 */
public record SeriesPoint(
        UUID checkId, UUID configurationId, Instant measuredAt, Measurement measurement, VerdictLevel verdict) {}
