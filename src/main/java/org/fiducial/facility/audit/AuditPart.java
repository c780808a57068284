package org.fiducial.facility.audit;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a chain, newest first.
 *
 * @param entries the rows; of a question that leaves rows out there may be none in the stretch that was looked through
 * @param further before which place there is more to look through; nothing at the beginning of the chain
 */
public record AuditPart(List<AuditEntry> entries, Optional<Long> further) {

    public AuditPart {
        entries = List.copyOf(entries);
    }
}
