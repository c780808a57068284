/**
 * QC statements: asking for one, the page that shows it as it stood for good and tells what was corrected since, the proof of a
 * number or a PDF, and for managers the list of all with withdrawal. Way in: {@code StatementRoutes}, and {@code Issuing} for
 * the command line. May import the facility, {@code report}, {@code settings}, {@code web.records}, {@code web.page} and the
 * guard of {@code web.door}.
 */
@NullMarked
package org.fiducial.web.statement;

import org.jspecify.annotations.NullMarked;
