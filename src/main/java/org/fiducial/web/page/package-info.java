/**
 * One request and its answer: an address, who asks, what was sent, how long lists are ordered and told in parts,
 * and the rows several pages share. Way in: {@link org.fiducial.web.page.Route}. May import the facility, {@code
 * report} and of the web {@code records}.
 */
@NullMarked
package org.fiducial.web.page;

import org.jspecify.annotations.NullMarked;
