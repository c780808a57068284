/**
 * What happens to instruments between checks: faults, services, repairs, exchanges, realignments, moves, with what became of
 * them and what they cost. Its ways in are {@link org.fiducial.facility.service.Events} and {@link
 * org.fiducial.facility.service.Upkeep}, which changes the registry and enters what that was as events; it imports {@code
 * facility.instrument} and {@code metrology.protocol} and knows nothing of checks, so that states, trends and schedules can all build on it.
 */
@NullMarked
package org.fiducial.facility.service;

import org.jspecify.annotations.NullMarked;
