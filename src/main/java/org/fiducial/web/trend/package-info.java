/**
 * The numbers of a light path over time: charts of all of them, and each by itself as a control chart with what its rules say.
 * Charts are laid out here and drawn by the templates as SVG, so that points are links the keyboard reaches and colours follow
 * the theme of the page. Way in: {@link org.fiducial.web.trend.TrendRoutes}. May import the facility, {@code report} and of the
 * web {@code records}, {@code page}.
 */
@NullMarked
package org.fiducial.web.trend;

import org.jspecify.annotations.NullMarked;
