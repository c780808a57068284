package org.fiducial.web.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language the public pages speak; the others speak English. */
public enum PageLanguage {
    ENGLISH(Locale.UK, "en", "English"),
    SPANISH(Locale.forLanguageTag("es"), "es", "Español");

    private static final int LONGEST_HEADER = 200;

    private final Locale locale;
    private final String tag;
    private final String title;

    PageLanguage(Locale locale, String tag, String title) {
        this.locale = locale;
        this.tag = tag;
        this.title = title;
    }

    /** What a request asks for: by its query, else by what the browser prefers, else English. */
    public static PageLanguage of(Route.Request request) {
        return tagged(request.query("language"))
                .or(() -> preferred(request.header("Accept-Language")))
                .orElse(ENGLISH);
    }

    /** The language of a tag. */
    static Optional<PageLanguage> tagged(String tag) {
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
