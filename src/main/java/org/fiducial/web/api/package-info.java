/**
 * What machines read, and the forms of pages as programs send them, once and no more; described by OpenAPI. Way
 * in: {@link org.fiducial.web.api.ApiRoutes}. May import the facility, {@code report} and of the web {@code
 * records}, {@code page}, {@code limit}, {@code review}, {@code check}, {@code door}, {@code event}, {@code
 * instrument}.
 */
@NullMarked
package org.fiducial.web.api;

import org.jspecify.annotations.NullMarked;
