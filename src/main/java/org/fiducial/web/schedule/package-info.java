/**
 * Plans and what they ask for: the board, the calendar, hours of use, and the letters about it. Way in: {@link
 * org.fiducial.web.schedule.ScheduleRoutes}. May import the facility, {@code report} and of the web {@code
 * records}, {@code page}, {@code event}.
 */
@NullMarked
package org.fiducial.web.schedule;

import org.jspecify.annotations.NullMarked;
