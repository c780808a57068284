package org.fiducial.web.page;

/** Something at hand: where it leads to, what it is, what is to be known of it, and until when; texts may be empty. */
public record Notice(String address, String name, String text, String until, String word, String sign) {

    public Notice(String address, String name, String text, String word, String sign) {
        this(address, name, text, "", word, sign);
    }
}
