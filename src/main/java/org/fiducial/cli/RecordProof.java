package org.fiducial.cli;

import java.util.List;
import java.util.Locale;

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

    /** How much it is, for instance {@code 12 kept files of 3.4 MB, 40 audit rows}. */
    String extent() {
        long rows = heads.stream().mapToLong(Head::rows).sum();
        return counted(files, "kept file") + " of " + size(bytes) + ", " + counted(rows, "audit row");
    }

    /** Prints the head of every facility, to be noted elsewhere. */
    void printHeads(Terminal terminal) {
        heads.forEach(head -> terminal.out().println("Head of " + head.facility() + ": " + head.hash()));
        terminal.out().flush();
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
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
