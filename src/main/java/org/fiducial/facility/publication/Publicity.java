package org.fiducial.facility.publication;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * What strangers may see of the instruments of a facility, or of one of them, from some time on. The newest word on a subject
 * holds; what an instrument says of itself goes before what the facility says of all.
 *
 * @param id version-7 UUID
 * @param subject of what
 * @param terms what is said
 * @param entry by whom, when and why
 */
public record Publicity(UUID id, Subject subject, Terms terms, Entry entry) {

    public Publicity {
        if (subject.instrumentId().isEmpty() && terms.standing() == Standing.AS_FACILITY) {
            throw new UnusableInputException(
                    "A facility has nobody to follow: say whether its instruments are public.");
        }
    }

    /** All instruments of a facility, or one of them. */
    public record Subject(UUID facilityId, Optional<UUID> instrumentId) {}

    /** Whether anything is public. */
    public enum Standing {
        PUBLISHED,
        HIDDEN,
        /** Of an instrument: as the facility says of all. */
        AS_FACILITY;

        /** The word used in data and forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The standing of a word. */
        public static Optional<Standing> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word.strip()))
                    .findFirst();
        }
    }

    /**
     * What may be public of an instrument beyond its name, the names of its light paths and its state in words, which are of
     * whatever is published.
     */
    public enum Field {
        /** Manufacturer and model. */
        MAKE,
        /** The persistent identifier. */
        IDENTIFIER,
        /** What it is made of, with the properties that matter in a methods section. */
        COMPONENTS,
        /** Software and firmware with their versions. */
        SOFTWARE,
        /** The numbers of checks with their limits. */
        VALUES,
        /** The pictures of checks. */
        PICTURES,
        /** What happened, in the words it was entered with. */
        EVENTS,
        /** The facility's contact. */
        CONTACT,
        /** Where it stands. */
        ROOM,
        /** Serial numbers of the instrument and its parts. */
        SERIAL,
        /** Who measured and entered. */
        STAFF;

        /** What is offered first: what a methods section needs, and nothing of people, rooms and serials. */
        public static final Set<Field> USUAL = Set.copyOf(EnumSet.range(MAKE, CONTACT));

        /** The word used in data and forms. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The field of a word. */
        public static Optional<Field> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word.strip()))
                    .findFirst();
        }
    }

    /**
     * What is said.
     *
     * @param fields what is shown of what is published
     * @param contact how strangers reach somebody: an e-mail address, a page, a sentence; empty for none, of an instrument for
     *     that of the facility
     */
    public record Terms(Standing standing, Set<Field> fields, String contact) {

        private static final int LONGEST_CONTACT = 300;

        public Terms {
            fields = Set.copyOf(fields);
            contact = contact.strip();
            if (contact.length() > LONGEST_CONTACT) {
                throw new UnusableInputException("The contact has " + contact.length() + " letters, but "
                        + LONGEST_CONTACT + " fit; give an e-mail address or the address of a page.");
            }
            if (contact.chars().anyMatch(Character::isISOControl)) {
                throw new UnusableInputException(
                        "The contact is one line of text, but it holds line breaks or other control characters.");
            }
        }

        /** Nothing is public. */
        public static Terms hidden() {
            return new Terms(Standing.HIDDEN, Set.of(), "");
        }

        /** Whether something is public of an instrument these terms are of. */
        public boolean isPublished() {
            return standing == Standing.PUBLISHED;
        }
    }
}
