/**
 * Limits and baselines of an instrument. Way in: {@link org.fiducial.web.limit.LimitRoutes}. May import the
 * facility, {@code report} and of the web {@code records}, {@code page}.
 */
@NullMarked
package org.fiducial.web.limit;

import org.jspecify.annotations.NullMarked;
