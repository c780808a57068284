package org.fiducial.facility.instrument;

/** Names in addresses: lower-case letters and digits joined by hyphens. */
final class Slug {

    private Slug() {}

    static void require(String slug, String what) {
        if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || slug.length() > 64) {
            throw new IllegalArgumentException("the address name of an " + what
                    + " is lower-case letters and digits joined by hyphens, at most 64, was '" + slug + "'");
        }
    }
}
