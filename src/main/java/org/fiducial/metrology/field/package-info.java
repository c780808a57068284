/**
 * The field illumination protocol: from images of a uniform slide to how even the light is, where its centre lies, and
 * what is dirt and what is noise. Way in: {@link org.fiducial.metrology.field.FieldModule}. May import
 * {@code metrology.quantity}, {@code metrology.numeric}, {@code metrology.image}, {@code metrology.protocol} and
 * {@code metrology.acquisition}.
 */
@NullMarked
package org.fiducial.metrology.field;

import org.jspecify.annotations.NullMarked;
