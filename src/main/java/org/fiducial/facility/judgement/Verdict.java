package org.fiducial.facility.judgement;

import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.MeasurementKey;

/**
 * The verdict on one measurement.
 *
 * @param key the measurement judged
 * @param level the verdict
 * @param limit the limit that judged it
 * @param because why, in one sentence with the numbers
 */
public record Verdict(MeasurementKey key, VerdictLevel level, DefaultLimit limit, String because) {}
