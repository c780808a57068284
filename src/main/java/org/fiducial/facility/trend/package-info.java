/**
 * What a series of checks says beyond its single values: whether it is still what its baseline was, since when it is not,
 * where it drifts and what alarms cost. Pure: points in, outcomes out; no store, no words for people. Ways in: {@link
 * org.fiducial.facility.trend.Series} for the points and their segments, {@link org.fiducial.facility.trend.Watch} for the
 * usual charts with their rules, {@link org.fiducial.facility.trend.Replicates} for repeated values, {@link
 * org.fiducial.facility.trend.AlarmPrice} for what rules cost, {@link org.fiducial.facility.trend.LevelChange} for a break,
 * {@link org.fiducial.facility.trend.Drift} and {@link org.fiducial.facility.trend.Forecast} for a slope and the day a limit is
 * met, {@link org.fiducial.facility.trend.SharedShift} for several instruments on one artefact, {@link
 * org.fiducial.facility.trend.Pareto} for causes. May import {@code metrology.numeric}.
 */
@NullMarked
package org.fiducial.facility.trend;

import org.jspecify.annotations.NullMarked;
