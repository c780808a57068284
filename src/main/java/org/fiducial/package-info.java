/**
 * The composition root: {@link org.fiducial.Fiducial} builds the whole application with {@code new}, floor by floor.
 */
@NullMarked
package org.fiducial;

import org.jspecify.annotations.NullMarked;
