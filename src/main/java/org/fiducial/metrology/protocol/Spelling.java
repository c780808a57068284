package org.fiducial.metrology.protocol;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Advice to somebody who typed a name that is not known. */
public final class Spelling {

    /** More names than these are no help in a sentence. */
    private static final int LISTED = 30;

    private Spelling() {}

    /**
     * {@code perhaps 'emission' was meant} where a known name is near, else {@code known are …}.
     *
     * @param known the names there are, in the order to list them; at least one
     */
    public static String advice(String typed, Collection<String> known) {
        return nearest(typed, known)
                .map(name -> "perhaps '" + name + "' was meant")
                .orElseGet(() -> "known are "
                        + String.join(", ", known.stream().limit(LISTED).toList())
                        + (known.size() > LISTED ? " and " + (known.size() - LISTED) + " more" : ""));
    }

    /** The known name with the fewest edits, if a third of its letters or fewer differ; case and dashes do not count. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        String word = folded(typed);
        return known.stream()
                .filter(name -> 3 * edits(word, folded(name)) <= Math.min(name.length(), word.length()))
                .min(Comparator.comparingInt(name -> edits(word, folded(name))));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** The Levenshtein distance, row by row. */
    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
