/**
 * Synthetic bead stacks with known truth, for the demonstration, the self-test, the tests and the benchmark. It shares no
 * code with what it tests: neither the finding and fitting of beads nor their numerics. Way in:
 * {@link org.fiducial.metrology.simulation.Simulator}; scenes are laid out by
 * {@link org.fiducial.metrology.simulation.SceneLayout}. May import {@code metrology.quantity}.
 */
@NullMarked
package org.fiducial.metrology.simulation;

import org.jspecify.annotations.NullMarked;
