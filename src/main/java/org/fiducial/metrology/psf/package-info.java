/**
 * The point spread function protocol: from stacks of small beads to widths, their theory, their uncertainty and their
 * pictures. Way in: {@link org.fiducial.metrology.psf.PsfModule}. May import {@code metrology.quantity},
 * {@code metrology.numeric}, {@code metrology.image}, {@code metrology.bead}, {@code metrology.protocol} and {@code metrology.acquisition}.
 */
@NullMarked
package org.fiducial.metrology.psf;

import org.jspecify.annotations.NullMarked;
