package org.fiducial.exchange;

import java.util.List;
import java.util.Locale;

/** Immersion media by our words, from what other programs call them. */
final class Immersion {

    private static final List<String> KNOWN = List.of("silicone", "oil", "water", "air", "glycer");

    private Immersion() {}

    /** Our word; the text itself where it is none of ours. */
    static String word(String theirs) {
        String lower = theirs.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(lower::contains)
                .findFirst()
                .map(word -> word.equals("glycer") ? "glycerol" : word)
                .orElse(lower);
    }
}
