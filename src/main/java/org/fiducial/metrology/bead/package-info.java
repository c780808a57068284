/**
 * Beads: find them in a stack without help, judge what preparation or acquisition spoilt, and measure the rest. Used by
 * every protocol that looks at beads. May import {@code metrology.quantity}, {@code metrology.numeric} and
 * {@code metrology.image}.
 */
@NullMarked
package org.fiducial.metrology.bead;

import org.jspecify.annotations.NullMarked;
