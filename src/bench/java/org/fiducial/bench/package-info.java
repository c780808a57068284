/**
 * What the project claims about itself, measured: every row of accuracy and speed on simulated beads whose truth is known,
 * and what rules for intervals cost on simulated fleets. Way in: {@link org.fiducial.bench.PsfBenchmark}. Runs in its own Maven profile and never enters the jar.
 */
@NullMarked
package org.fiducial.bench;

import org.jspecify.annotations.NullMarked;
