/**
 * Pages and API: what the record says, for a browser and for machines. Reads, never computes: numbers come from stored
 * results, verdicts from stored judgements. Way in: {@link org.fiducial.web.WebServer}. May import {@code
 * metrology.quantity}, {@code metrology.protocol}, the facility and {@code report}. Sole owner of the HTTP server.
 */
@NullMarked
package org.fiducial.web;

import org.jspecify.annotations.NullMarked;
