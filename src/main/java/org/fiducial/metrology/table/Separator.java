package org.fiducial.metrology.table;

import java.util.List;

/**
 * Finds the character between cells: of tab, semicolon and comma the one that cuts most lines into the same number of at
 * least two cells. A comma between digits speaks for itself only if neither of the others cuts, because it may be a decimal
 * comma. Without any, the table has one column and any separator does.
 */
final class Separator {

    private static final char[] CANDIDATES = {'\t', ';', ','};

    private Separator() {}

    static char guess(List<String> lines) {
        char best = ',';
        double bestShare = 0;
        List<String> rows = lines.stream().filter(line -> !line.isBlank()).toList();
        for (char candidate : CANDIDATES) {
            double share = share(rows, candidate);
            if (share > bestShare) {
                best = candidate;
                bestShare = share;
            }
        }
        return best;
    }

    /** Share of lines that have the commonest number of separators, if that is not zero. */
    private static double share(List<String> rows, char candidate) {
        int[] lines = new int[64];
        for (String row : rows) {
            lines[Math.min(lines.length - 1, count(row, candidate))]++;
        }
        int most = 0;
        for (int i = 1; i < lines.length; i++) {
            most = Math.max(most, lines[i]);
        }
        return rows.isEmpty() ? 0 : most / (double) rows.size();
    }

    private static int count(String row, char candidate) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            quoted ^= c == '"';
            count += c == candidate && !quoted ? 1 : 0;
        }
        return count;
    }
}
