/**
 * What people say of checks: the queue, approval, rejection, and whether a check counts for plans. Way in: {@link
 * org.fiducial.web.review.ReviewRoutes}. May import the facility, {@code report} and of the web {@code records},
 * {@code page}.
 */
@NullMarked
package org.fiducial.web.review;

import org.jspecify.annotations.NullMarked;
