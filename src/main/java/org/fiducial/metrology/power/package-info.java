/**
 * The protocols {@code light-source-power}, {@code light-source-linearity} and {@code light-source-stability}: what a power
 * meter with a slide sensor says of light sources. Way in: {@code PowerModule}. Imports {@code metrology.quantity},
 * {@code metrology.numeric}, {@code metrology.table} and {@code metrology.protocol}.
 */
@NullMarked
package org.fiducial.metrology.power;

import org.jspecify.annotations.NullMarked;
