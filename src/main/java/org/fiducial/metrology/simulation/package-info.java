/**
 * Synthetic bead stacks and power logs with known truth, for the demonstration, the self-test, the tests and the benchmark. It shares no
 * code with what it tests: neither the finding and fitting of beads nor their numerics, nor the reading of logs. Ways
 * in: {@link org.fiducial.metrology.simulation.Simulator}, whose scenes are laid out by
 * {@link org.fiducial.metrology.simulation.SceneLayout}, and
 * {@link org.fiducial.metrology.simulation.PowerLogSimulation}. May import {@code metrology.quantity}.
 */
@NullMarked
package org.fiducial.metrology.simulation;

import org.jspecify.annotations.NullMarked;
