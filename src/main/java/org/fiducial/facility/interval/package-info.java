/**
 * How often what is planned is to be checked: reads the past of a plan and of like light paths from a record, and asks {@link
 * org.fiducial.facility.advice.Adviser} about it. Changes nothing. Way in: {@link org.fiducial.facility.interval.PlanAdvice};
 * {@link org.fiducial.facility.interval.PlannedInterval} is the time between the checks of a plan. May import {@code
 * metrology.quantity}, {@code metrology.protocol}, {@code facility.instrument}, {@code facility.judgement}, {@code
 * facility.check}, {@code facility.schedule}, {@code facility.service}, {@code facility.trend} and {@code facility.advice}.
 */
@NullMarked
package org.fiducial.facility.interval;

import org.jspecify.annotations.NullMarked;
