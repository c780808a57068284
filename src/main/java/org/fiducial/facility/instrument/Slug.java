package org.fiducial.facility.instrument;

import java.text.Normalizer;
import java.util.Locale;

/** Names in addresses: lower-case letters and digits joined by hyphens. */
public final class Slug {

    private static final int LONGEST = 64;

    private Slug() {}

    /**
     * Refuses what is no slug.
     *
     * @param what what it names, for the sentence
     * @throws IllegalArgumentException if it is none
     */
    public static void require(String slug, String what) {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > LONGEST) {
            throw new IllegalArgumentException("the address name of " + article(what) + what
                    + " is lower-case letters and digits joined by hyphens, at most " + LONGEST + ", was '" + slug
                    + "'");
        }
    }

    /** A slug made of a name: {@code Confocal 1 (Zürich)} becomes {@code confocal-1-zurich}; empty where nothing is left. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("^-|-$", "");
    }

    private static String article(String what) {
        return "aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ";
    }
}
