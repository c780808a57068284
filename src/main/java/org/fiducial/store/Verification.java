package org.fiducial.store;

import java.util.List;

/**
 * What an examination of the whole record found.
 *
 * @param heads the newest audit row of every facility
 * @param faults what is wrong, one sentence each; empty if everything is as it was written
 * @param files kept input files whose content was hashed again
 * @param bytes their size
 */
public record Verification(List<AuditTrail.Head> heads, List<String> faults, int files, long bytes) {

    public Verification {
        heads = List.copyOf(heads);
        faults = List.copyOf(faults);
    }
}
