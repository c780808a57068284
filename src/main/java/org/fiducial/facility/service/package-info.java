/**
 * What happens to instruments between checks: faults, services, repairs, exchanges, realignments, moves, with what became of
 * them and what they cost. Its way in is {@link org.fiducial.facility.service.Events}; it imports {@code
 * facility.instrument} and knows nothing of checks, so that states, trends and schedules can all build on it.
 */
@NullMarked
package org.fiducial.facility.service;

import org.jspecify.annotations.NullMarked;
