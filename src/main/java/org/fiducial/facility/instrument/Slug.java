package org.fiducial.facility.instrument;

/** Names in addresses: lower-case letters and digits joined by hyphens. */
public final class Slug {

    private Slug() {}

    /**
     * Refuses what is no slug.
     *
     * @param what what it names, for the sentence
     * @throws IllegalArgumentException if it is none
     */
    public static void require(String slug, String what) {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > 64) {
            throw new IllegalArgumentException("the address name of " + article(what) + what
                    + " is lower-case letters and digits joined by hyphens, at most 64, was '" + slug + "'");
        }
    }

    private static String article(String what) {
        return "aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ";
    }
}
