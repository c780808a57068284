/**
 * The things measured with: slides, meters, their certificates and recalls. Way in: {@link
 * org.fiducial.web.kit.KitRoutes}. May import the facility, {@code report} and of the web {@code records}, {@code
 * page}, {@code check}.
 */
@NullMarked
package org.fiducial.web.kit;

import org.jspecify.annotations.NullMarked;
