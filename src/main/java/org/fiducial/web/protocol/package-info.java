/**
 * Protocols: those that are shipped, with a typical run, and those the facility makes itself. Way in: {@link
 * org.fiducial.web.protocol.ProtocolRoutes}. May import the facility, {@code report} and of the web {@code
 * records}, {@code page}, {@code check}.
 */
@NullMarked
package org.fiducial.web.protocol;

import org.jspecify.annotations.NullMarked;
