package org.fiducial.facility.instrument;

import java.time.Instant;
import java.util.Optional;

/**
 * A component and where it is.
 *
 * @param component as it is known today
 * @param place where it is
 * @param since when it came there; empty where it has been there since it was added
 */
public record Located(Component component, Move.Place place, Optional<Instant> since) {}
