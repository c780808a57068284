package org.fiducial.cli;

import java.util.List;

/**
 * What an examination of a whole record found.
 *
 * @param heads the newest audit row of every facility
 * @param faults what is wrong, one sentence each
 * @param files kept input files whose content was hashed again
 * @param bytes their size
 */
public record RecordProof(List<Head> heads, List<String> faults, int files, long bytes) {

    public RecordProof {
        heads = List.copyOf(heads);
        faults = List.copyOf(faults);
    }

    /**
     * The newest audit row of a facility.
     *
     * @param facility its name
     * @param rows how many rows its chain has
     * @param hash vouches for everything before it
     */
    public record Head(String facility, long rows, String hash) {}
}
