/**
 * What a series of checks says beyond its single values: whether it is still what its baseline was and what its points break.
 * Pure: points in, outcomes out; no store, no words for people. Ways in: {@link org.fiducial.facility.trend.Series} for the
 * points and their segments, {@link org.fiducial.facility.trend.Watch} for the usual charts with their rules, {@link
 * org.fiducial.facility.trend.Replicates} for repeated values. May import {@code metrology.numeric}.
 */
@NullMarked
package org.fiducial.facility.trend;

import org.jspecify.annotations.NullMarked;
