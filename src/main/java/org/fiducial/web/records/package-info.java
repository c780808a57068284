/**
 * What pages read: instruments, checks, plans, events and the time, kept at hand until the record grows. Nothing
 * is laid out here. Way in: {@link org.fiducial.web.records.FacilityRecords}. May import the facility and nothing
 * of the web.
 */
@NullMarked
package org.fiducial.web.records;

import org.jspecify.annotations.NullMarked;
