package org.fiducial.facility.audit;

import java.util.List;
import java.util.Optional;

/**
 * Some rows of a chain, newest first.
 *
 * @param further before which place there are more; nothing after the last
 * @param flaws what is wrong with these rows, the oldest first; with others there may be more
 */
public record AuditPart(List<AuditEntry> entries, Optional<Long> further, List<ChainFlaw> flaws) {

    public AuditPart {
        entries = List.copyOf(entries);
        flaws = List.copyOf(flaws);
    }

    /** No row. */
    public static AuditPart none() {
        return new AuditPart(List.of(), Optional.empty(), List.of());
    }
}
