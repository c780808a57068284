/**
 * What the checks say of a light path over a day or a range of days: part by part, and never more than holds at every moment
 * of it. Way in: {@link org.fiducial.facility.coverage.Coverages}. Says nothing in words and knows nothing of what is public.
 * May import {@code facility.status} and what that may import.
 */
@NullMarked
package org.fiducial.facility.coverage;

import org.jspecify.annotations.NullMarked;
