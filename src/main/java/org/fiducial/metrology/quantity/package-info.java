/**
 * A number with its unit and its uncertainty. Way in: {@link org.fiducial.metrology.quantity.Quantity}. Imports nothing
 * of the project.
 */
@NullMarked
package org.fiducial.metrology.quantity;

import org.jspecify.annotations.NullMarked;
