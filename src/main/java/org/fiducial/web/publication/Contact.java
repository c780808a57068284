package org.fiducial.web.publication;

/**
 * How to reach somebody.
 *
 * @param text as the facility wrote it
 * @param address where a link leads; empty where the text is no e-mail address and no page
 */
public record Contact(String text, String address) {

    private static final String MAIL = "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+";
    private static final String PAGE = "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/%?=&#+-]*)?";

    static Contact of(String text) {
        return new Contact(text, text.matches(MAIL) ? "mailto:" + text : text.matches(PAGE) ? text : "");
    }
}
