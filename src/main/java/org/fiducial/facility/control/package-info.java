/**
 * The numbers of one light path and metric under statistical control: turns checks, events and accepted baselines into a series
 * with its segments and asks the trend room for its judgement. Ways in: {@link org.fiducial.facility.control.WatchedSeries},
 * {@link org.fiducial.facility.control.FalseAlarms} and {@link org.fiducial.facility.control.SharedArtefact}. No SQL, no words for people. May import {@code metrology.numeric},
 * {@code metrology.protocol}, {@code facility.judgement}, {@code facility.check}, {@code facility.service} and {@code
 * facility.trend}.
 */
@NullMarked
package org.fiducial.facility.control;

import org.jspecify.annotations.NullMarked;
