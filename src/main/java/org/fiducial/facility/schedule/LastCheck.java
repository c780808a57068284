package org.fiducial.facility.schedule;

import java.time.Instant;
import java.util.UUID;

/** The newest check of a protocol on a light path that counts for plans. */
public record LastCheck(UUID checkId, UUID configurationId, String protocolId, Instant measuredAt) {}
