/**
 * What an instrument needs before it is used again after work: which checks their protocols ask for, which of them were
 * done as found and as left, and who returned it to service without. Its way in is {@link
 * org.fiducial.facility.release.ReturnToService}. May import {@code metrology.protocol}, {@code facility.instrument},
 * {@code facility.judgement}, {@code facility.check}, {@code facility.service} and {@code facility.schedule}.
 */
@NullMarked
package org.fiducial.facility.release;

import org.jspecify.annotations.NullMarked;
