package org.fiducial.web.methods;

import org.fiducial.facility.methods.Evidence;
import org.fiducial.facility.methods.Value;

/**
 * Where strangers see what ticks an item of a checklist: on the public page of the instrument, in its identity record, or where
 * its identifier leads. What their own image says is nowhere but in their hands.
 *
 * @param page the address of the public page for these days; empty on that page itself
 * @param identity the address of the identity record
 */
record ShownEvidence(String page, String identity) {

    private static final String CHECK = "check.";
    private static final String MAKE = "make";

    /** For a page beside the public one. */
    static ShownEvidence beside(Wish wish) {
        return new ShownEvidence(wish.published().address() + wish.query(), identity(wish));
    }

    /** For the public page itself. */
    static ShownEvidence within(Wish wish) {
        return new ShownEvidence("", identity(wish));
    }

    private static String identity(Wish wish) {
        return wish.published().address() + "/pidinst.json";
    }

    /** The address of what ticks an item; empty where it is shown nowhere. */
    String of(String word, Evidence found) {
        return switch (found.origin()) {
            case IMAGE -> "";
            case CHECKS -> page + "#said" + (word.startsWith(CHECK) ? "-" + word.substring(CHECK.length()) : "");
            case REGISTRY -> registry(word, found);
        };
    }

    private String registry(String word, Evidence found) {
        if (found.values().get(0) instanceof Value.Link link) {
            return link.address();
        }
        return word.equals(MAKE) ? identity : page + "#registry";
    }
}
