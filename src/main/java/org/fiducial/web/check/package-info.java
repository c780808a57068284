/**
 * Checks: the list, one with its pictures and its report, and a new one from the first field to the record. Way
 * in: {@link org.fiducial.web.check.CheckRoutes}. May import the facility, {@code report} and of the web {@code
 * records}, {@code page}, {@code review}.
 */
@NullMarked
package org.fiducial.web.check;

import org.jspecify.annotations.NullMarked;
