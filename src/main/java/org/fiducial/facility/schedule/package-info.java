/**
 * When checks are due: plans of a protocol on light paths, counted in the days of the facility, and what fulfils them.
 * Ways in: {@link org.fiducial.facility.schedule.Planning} to make, change and end plans, {@link
 * org.fiducial.facility.schedule.DueDates} to ask what is due, {@link org.fiducial.facility.schedule.Schedule} for the
 * record of both. Sole owner of the library for recurrence rules. May import {@code metrology.quantity}, {@code
 * metrology.protocol}, {@code facility.instrument} and {@code facility.check}.
 */
@NullMarked
package org.fiducial.facility.schedule;

import org.jspecify.annotations.NullMarked;
