package org.fiducial.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import org.fiducial.metrology.protocol.ItemKind;

/** What pages and reports say, by key, in one language. */
public final class Texts {

    private static final String BUNDLE = "org.fiducial.report.messages";

    private final ResourceBundle bundle;
    private final Locale locale;
    private final DateTimeFormatter day;
    private final String decimal;
    /** Read when they are first spoken of. */
    private final Map<String, ItemKind> kinds = new ConcurrentHashMap<>();

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(bundle.getString("day.full"), locale);
        this.decimal = bundle.getString("decimal");
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
        return ItemKind.fill(bundle.getString(key), arguments);
    }

    /** The text of a key, if there is one. */
    public Optional<String> find(String key, Object... arguments) {
        return bundle.containsKey(key) ? Optional.of(text(key, arguments)) : Optional.empty();
    }

    /** The text of a key for a number of things: {@code key.one} for one, else {@code key.many}; the number is {0}. */
    public String count(String key, long number) {
        return text(key + (number == 1 ? ".one" : ".many"), number);
    }

    /** A day in full, for instance {@code 9 March 2026}. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** The same digits with the decimal sign of the language. */
    public String decimals(String number) {
        return number.replace(".", decimal);
    }

    /**
     * What a protocol calls something, such as its title, a metric or a level: our protocols speak English, and a language has
     * its own words for theirs under {@code named.<English>}. What a facility called otherwise stays as it wrote it.
     */
    public String named(String title) {
        String key = "named." + title;
        return bundle.containsKey(key) ? bundle.getString(key) : title;
    }

    /** A sentence or heading for a kind of items; a language may have its own under {@code kind.<kind>.<word>}. */
    public String ofKind(String kind, String word, Object... arguments) {
        return find("kind." + kind + "." + word, arguments)
                .orElseGet(() -> kind(kind).say(word, arguments));
    }

    /** The sentence of a reason for an item of a kind; a language may have its own under {@code reason.<code>}. */
    Optional<String> reason(String kind, String code, Object... arguments) {
        return find("reason." + code, arguments)
                .or(() -> Optional.ofNullable(kind(kind).reasons().get(code))
                        .map(pattern -> ItemKind.fill(pattern, arguments)));
    }

    /** The sentence of a reason without numbers, if it reads otherwise than the one with them. */
    Optional<String> bareReason(String kind, String code) {
        return find("reason." + code + ".bare")
                .or(() -> Optional.ofNullable(kind(kind).bareReasons().get(code)));
    }

    private ItemKind kind(String word) {
        return kinds.computeIfAbsent(word, ItemKind::of);
    }
}
