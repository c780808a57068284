package org.fiducial.facility.check;

import java.util.UUID;

/** A protocol on a light path. */
public record CheckedPath(UUID configurationId, String protocolId) {}
