/**
 * The numbers of a light path over time. Way in: {@link org.fiducial.web.trend.TrendRoutes}. May import the
 * facility, {@code report} and of the web {@code records}, {@code page}.
 */
@NullMarked
package org.fiducial.web.trend;

import org.jspecify.annotations.NullMarked;
