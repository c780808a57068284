/**
 * Checks: a protocol performed on a configuration, with its reason, times, inputs, result and verdicts. Append-only. Ways
 * in: {@link org.fiducial.facility.check.CheckRecorder} to make one, {@link org.fiducial.facility.check.Checks} to read
 * them. May import {@code metrology.quantity}, {@code metrology.protocol}, {@code facility.instrument} and {@code
 * facility.judgement}.
 */
@NullMarked
package org.fiducial.facility.check;

import org.jspecify.annotations.NullMarked;
