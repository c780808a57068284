/**
 * Numbers on plain arrays: least squares, small symmetric systems, robust statistics. The ways in are
 * {@link org.fiducial.metrology.numeric.LevenbergMarquardt}, {@link org.fiducial.metrology.numeric.CholeskyFactor} and
 * {@link org.fiducial.metrology.numeric.RobustStatistics}. Imports nothing of the project.
 */
@NullMarked
package org.fiducial.metrology.numeric;

import org.jspecify.annotations.NullMarked;
