/**
 * The state of an instrument and of its light paths at a time, and the evidence for it. Way in: {@link
 * org.fiducial.facility.status.InstrumentState}. It computes from what it is handed and says nothing in words: sentences are
 * made where the reader's language and zone are known. May import the facility's other packages, {@code metrology.quantity}
 * and {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.facility.status;

import org.jspecify.annotations.NullMarked;
