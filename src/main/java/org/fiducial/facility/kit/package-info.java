/**
 * The things measured with: power meters with their certificates, slides with their lots, and the word that one of them
 * was wrong. Way in:
 * {@link org.fiducial.facility.kit.Kit}. Imports {@code metrology.quantity}, {@code metrology.protocol} and
 * {@code facility.instrument}.
 */
@NullMarked
package org.fiducial.facility.kit;

import org.jspecify.annotations.NullMarked;
