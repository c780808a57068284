/**
 * Who may come in and how: signing in, sessions, accounts, limits for strangers, and the backup that takes the
 * record out. Way in: {@link org.fiducial.web.door.DoorRoutes}. May import the facility, {@code report} and of
 * the web {@code records}, {@code page}, {@code check}.
 */
@NullMarked
package org.fiducial.web.door;

import org.jspecify.annotations.NullMarked;
