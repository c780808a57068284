package org.fiducial.report;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** What pages and reports say, by key, in one language. */
public final class Texts {

    private static final String BUNDLE = "org.fiducial.report.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts of a language; where it lacks one, and for languages we do not have, English. */
    public static Texts of(Locale locale) {
        ResourceBundle.Control noSystemLanguage =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Texts(ResourceBundle.getBundle(BUNDLE, locale, noSystemLanguage), locale);
    }

    /** The language these texts were asked for in. */
    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key, with {@code {0}}, {@code {1}} … replaced by the arguments.
     *
     * @throws MissingResourceException if no language has it: a programming mistake that a test finds
     */
    public String text(String key, Object... arguments) {
        return fill(bundle.getString(key), arguments);
    }

    /** The text of a key, if there is one. */
    public Optional<String> find(String key, Object... arguments) {
        return bundle.containsKey(key) ? Optional.of(text(key, arguments)) : Optional.empty();
    }

    /** The text of a key for a number of things: {@code key.one} for one, else {@code key.many}; the number is {0}. */
    public String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number);
    }

    private static String fill(String pattern, Object... arguments) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            int index = Integer.parseInt(pattern.substring(open + 1, close));
            filled.append(pattern, from, open).append(arguments[index]);
            from = close + 1;
        }
        return filled.append(pattern.substring(from)).toString();
    }
}
