/**
 * Pages and API: what the record says, for a browser and for machines. Reads, never computes: numbers come from stored
 * results, verdicts from stored judgements. Here is the server and the one table of its addresses; what is asked and
 * answered is in the rooms below, by subject. Each has a table of its own addresses, and all stand on {@code page} and
 * {@code records}. Way in: {@link org.fiducial.web.WebServer}. Sole owner of the HTTP server.
 */
@NullMarked
package org.fiducial.web;

import org.jspecify.annotations.NullMarked;
