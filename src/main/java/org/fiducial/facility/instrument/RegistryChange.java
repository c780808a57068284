package org.fiducial.facility.instrument;

import java.util.UUID;

/** Something the registry learnt after a thing was added. Never edited. */
public sealed interface RegistryChange permits Version, Move, Installation {

    /** Of this change. */
    UUID id();

    /** By whom, when and why. */
    Entered entered();
}
