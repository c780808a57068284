/**
 * What happened to instruments, which checks that asks for, and how much of the time they could be used. Way in:
 * {@link org.fiducial.web.event.EventRoutes}. May import the facility, {@code report} and of the web {@code
 * records}, {@code page}, {@code door}.
 */
@NullMarked
package org.fiducial.web.event;

import org.jspecify.annotations.NullMarked;
