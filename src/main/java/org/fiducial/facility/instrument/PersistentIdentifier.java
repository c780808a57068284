package org.fiducial.facility.instrument;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identifier an instrument keeps for ever, whoever owns it: a DOI (as PIDINST gives them through DataCite), an RRID of the
 * SciCrunch registry, a handle, an ARK, or an address of the web that is meant to last. Only its form is checked.
 *
 * @param scheme of which kind it is
 * @param value without the scheme, for instance {@code 10.21938/abc} or {@code SCR_023456}
 */
public record PersistentIdentifier(Scheme scheme, String value) {

    private static final int LONGEST = 400;

    /** DOI: the prefix {@code 10.} with a registrant of at least four digits, a slash, a suffix (ISO 26324). */
    private static final String DOI_FORM = "10\\.[0-9]{4,9}(\\.[0-9]+)*/\\S+";

    /** The kinds of identifiers. */
    public enum Scheme {
        DOI("(?i)(?:doi:\\s*|https?://(?:dx\\.)?doi\\.org/)?(" + DOI_FORM + ")", "https://doi.org/"),
        RRID(
                "(?i)(?:rrid:\\s*|https?://scicrunch\\.org/resolver/(?:rrid:)?)?([a-z]+_[a-z0-9_:-]*[0-9][a-z0-9_:-]*)",
                "https://scicrunch.org/resolver/RRID:"),
        HANDLE(
                "(?i)(?:hdl:\\s*|https?://hdl\\.handle\\.net/)?([0-9][0-9a-z]*(?:\\.[0-9a-z]+)*/\\S+)",
                "https://hdl.handle.net/"),
        ARK("(?i)(?:https?://n2t\\.net/)?ark:/?([0-9]{5,}/\\S+)", "https://n2t.net/ark:"),
        ADDRESS("(https://[a-zA-Z0-9.-]+\\.[a-zA-Z]{2,}(?::[0-9]+)?(?:/[^\\s<>\"]*)?)", "");

        @SuppressWarnings("ImmutableEnumChecker") // A compiled pattern never changes.
        private final Pattern form;

        private final String resolver;

        Scheme(String form, String resolver) {
            this.form = Pattern.compile(form);
            this.resolver = resolver;
        }

        /** What people call it. */
        public String title() {
            return this == ADDRESS ? "address" : name();
        }
    }

    /** The identifier somebody typed, with or without its scheme; empty where it has the form of none. */
    public static Optional<PersistentIdentifier> of(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        for (Scheme scheme : Scheme.values()) {
            Matcher matcher = scheme.form.matcher(text);
            if (matcher.matches() && isWeb(scheme, matcher.group(1))) {
                return Optional.of(new PersistentIdentifier(scheme, value(scheme, matcher.group(1))));
            }
        }
        return Optional.empty();
    }

    private static boolean isWeb(Scheme scheme, String value) {
        if (scheme != Scheme.ADDRESS) {
            return true;
        }
        try {
            return URI.create(value).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String value(Scheme scheme, String found) {
        return scheme == Scheme.RRID && !found.contains(":")
                ? found.substring(0, found.indexOf('_')).toUpperCase(Locale.ROOT) + found.substring(found.indexOf('_'))
                : found;
    }

    /** As people write it, for instance {@code DOI 10.21938/abc}. */
    public String text() {
        return scheme == Scheme.ADDRESS ? value : scheme.title() + " " + value;
    }

    /** As it is kept, for instance {@code doi:10.21938/abc}. */
    public String compact() {
        return scheme == Scheme.ADDRESS ? value : (scheme == Scheme.RRID ? "RRID" : prefix()) + ":" + value;
    }

    private String prefix() {
        return scheme == Scheme.HANDLE ? "hdl" : scheme.name().toLowerCase(Locale.ROOT);
    }

    /** Where the web tells about it. */
    public String address() {
        return scheme.resolver + value;
    }
}
