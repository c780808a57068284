package org.fiducial.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language the public pages speak; the others speak English. */
public enum PageLanguage {
    ENGLISH(Locale.UK, "en", "English"),
    SPANISH(Locale.forLanguageTag("es"), "es", "Español");

    /** The parameter of an address that asks for a language. */
    public static final String QUERY = "lang";

    /** What the parameter was called before; addresses that were given then stay valid. */
    private static final String QUERY_BEFORE = "language";

    private static final int LONGEST_HEADER = 200;

    private final Locale locale;
    private final String tag;
    private final String title;

    PageLanguage(Locale locale, String tag, String title) {
        this.locale = locale;
        this.tag = tag;
        this.title = title;
    }

    /** What a request asks for: by its address, else by what the browser prefers, else English. */
    public static PageLanguage of(Route.Request request) {
        return stated(request)
                .or(() -> preferred(request.header("Accept-Language")))
                .orElse(ENGLISH);
    }

    /** What the address itself asks for, whatever the browser prefers. */
    public static Optional<PageLanguage> stated(Route.Request request) {
        return tagged(request.query(QUERY)).or(() -> tagged(request.query(QUERY_BEFORE)));
    }

    /** The query with which links to other pages keep the language an address asks for; empty where it asks for none. */
    public static String kept(Route.Request request) {
        return stated(request).map(each -> "?" + QUERY + "=" + each.tag).orElse("");
    }

    /** The same behind a query that asks for something else already. */
    public static String also(Route.Request request) {
        return kept(request).replace('?', '&');
    }

    /** The language of a tag. */
    public static Optional<PageLanguage> tagged(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }

    private static Optional<PageLanguage> preferred(String header) {
        if (header.isBlank() || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            List<String> known = Arrays.stream(values()).map(PageLanguage::tag).toList();
            return Optional.ofNullable(Locale.lookupTag(Locale.LanguageRange.parse(header), known))
                    .flatMap(PageLanguage::tagged);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Locale locale() {
        return locale;
    }

    /** As addresses and pages write it. */
    public String tag() {
        return tag;
    }

    /** What its speakers call it. */
    public String title() {
        return title;
    }
}
