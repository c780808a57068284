package org.fiducial.facility.publication;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a contact looks like the e-mail address of a person, which nobody could erase from the record again: before the at sign
 * it holds a word of at least three letters of a known name, or it is two words or more of which none is usual in the address of
 * a facility. A hint and no proof: {@code adalovelace@} is noticed only where her name is known, and two words of another
 * language may be taken for a name.
 */
public final class PersonalAddress {

    private static final Pattern MAIL = Pattern.compile("([^\\s@<>,;:\"()]{1,64})@[^\\s@<>,;:\"()]{3,255}");
    private static final int SHORTEST_NAME = 3;

    /** Parts of addresses of facilities. */
    private static final Set<String> OFFICES = Set.of(
            "admin",
            "advanced",
            "bio",
            "bioimaging",
            "booking",
            "center",
            "central",
            "centre",
            "contact",
            "core",
            "cores",
            "department",
            "desk",
            "equipment",
            "facilities",
            "facility",
            "group",
            "head",
            "help",
            "helpdesk",
            "image",
            "imagerie",
            "imaging",
            "info",
            "institute",
            "lab",
            "light",
            "mail",
            "microscope",
            "microscopes",
            "microscopia",
            "microscopie",
            "microscopy",
            "mikroskopie",
            "office",
            "optical",
            "optics",
            "plataforma",
            "plateforme",
            "platform",
            "qc",
            "quality",
            "reception",
            "research",
            "resource",
            "science",
            "secretary",
            "service",
            "services",
            "servicio",
            "shared",
            "staff",
            "support",
            "team",
            "tech",
            "training",
            "unidad",
            "unit",
            "users",
            "web");

    private PersonalAddress() {}

    /**
     * Whether it does.
     *
     * @param people names that are known
     */
    public static boolean isLikely(String contact, Collection<String> people) {
        Matcher mail = MAIL.matcher(contact);
        while (mail.find()) {
            if (isOfPerson(plain(mail.group(1)), people)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfPerson(String local, Collection<String> people) {
        List<String> words = words(local);
        boolean known = people.stream()
                .flatMap(name -> words(plain(name)).stream())
                .filter(word -> word.length() >= SHORTEST_NAME && !OFFICES.contains(word))
                .anyMatch(local::contains);
        return known || (words.size() > 1 && words.stream().noneMatch(OFFICES::contains));
    }

    private static List<String> words(String plain) {
        return Arrays.stream(plain.split("[^a-z]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** In small letters without accents. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
