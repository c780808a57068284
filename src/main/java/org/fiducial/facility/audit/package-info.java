/**
 * Who entered what and when: the rows of the audit chain as people read them. Its way in is {@link
 * org.fiducial.facility.audit.AuditBook}; it imports no other part of the project.
 */
@NullMarked
package org.fiducial.facility.audit;

import org.jspecify.annotations.NullMarked;
