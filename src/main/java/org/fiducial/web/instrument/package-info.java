/**
 * How instruments stand: Monday's page, one instrument now and on a past day, its label, and the letter that says
 * the same. Way in: {@link org.fiducial.web.instrument.InstrumentRoutes}. May import the facility, {@code report}
 * and of the web {@code records}, {@code page}, {@code trend}, {@code check}, {@code event}, {@code schedule}.
 */
@NullMarked
package org.fiducial.web.instrument;

import org.jspecify.annotations.NullMarked;
