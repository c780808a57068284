/**
 * Who entered what and when: the page of the audit chain, its table and its answer to programs. Way in: {@link
 * org.fiducial.web.audit.AuditRoutes}. May import {@code facility.audit}, {@code facility.instrument}, {@code
 * facility.people}, {@code report} and of the web {@code records}, {@code page}.
 */
@NullMarked
package org.fiducial.web.audit;

import org.jspecify.annotations.NullMarked;
