/**
 * The state of an instrument or configuration at a time, and why. Way in: {@link
 * org.fiducial.facility.status.InstrumentState}. May import the facility's other packages, {@code metrology.quantity} and
 * {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.facility.status;

import org.jspecify.annotations.NullMarked;
