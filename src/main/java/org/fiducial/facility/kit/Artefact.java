package org.fiducial.facility.kit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.facility.instrument.Slug;

/**
 * A slide or another thing that is measured, not measured with a reading of its own. Never edited: a new lot is a new
 * artefact that succeeds the old one.
 *
 * @param slug its name in addresses and on the command line, for instance {@code ps-1}; no meter has the same
 * @param kind what it is
 * @param source who made it
 * @param diameter of its beads, where it has some and their size is known
 * @param life when it was made, opened, and expires
 * @param notes in free words; may be empty
 * @param succeeds slug of the artefact whose place it takes, as a new lot does
 */
public record Artefact(
        UUID id,
        UUID facilityId,
        String slug,
        Kind kind,
        Source source,
        Optional<Diameter> diameter,
        Life life,
        String notes,
        Optional<String> succeeds) {

    public Artefact {
        Slug.require(slug, "artefact");
        if (succeeds.filter(slug::equals).isPresent()) {
            throw new IllegalArgumentException("an artefact cannot succeed itself");
        }
    }

    /** What an artefact can be. */
    public enum Kind {
        BEAD_SLIDE_SOLID,
        BEAD_SLIDE_SHELL,
        BEAD_SLIDE_POINT,
        MULTICOLOUR_BEAD_SLIDE,
        FLUORESCENT_SLIDE,
        POWER_METER_CHECK,
        OTHER;

        /** The word used in files and in data, for instance {@code bead-slide-solid}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of a word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }

        /** How its beads are stained, as protocols say it: {@code solid}, {@code shell} or {@code point}. */
        public Optional<String> beadKind() {
            return switch (this) {
                case BEAD_SLIDE_SOLID -> Optional.of("solid");
                case BEAD_SLIDE_SHELL -> Optional.of("shell");
                case BEAD_SLIDE_POINT -> Optional.of("point");
                case MULTICOLOUR_BEAD_SLIDE, FLUORESCENT_SLIDE, POWER_METER_CHECK, OTHER -> Optional.empty();
            };
        }
    }

    /** Who made it; texts may be empty. */
    public record Source(String maker, String product, String lot) {

        /** Maker and product as one calls it; empty where neither is known. */
        public String title() {
            return (maker + " " + product).strip();
        }
    }

    /**
     * Diameter of the beads in nm.
     *
     * @param uncertaintyNm standard uncertainty in nm, where it is certified
     */
    public record Diameter(double nm, OptionalDouble uncertaintyNm) {

        public Diameter {
            if (!(nm > 0) || Double.isInfinite(nm)) {
                throw new IllegalArgumentException("the diameter of beads is above zero, was " + nm + " nm");
            }
            double uncertainty = uncertaintyNm.orElse(0);
            if (!(uncertainty >= 0) || uncertainty > nm) {
                throw new IllegalArgumentException("the standard uncertainty of a diameter lies between zero and the"
                        + " diameter of " + nm + " nm, was " + uncertainty + " nm");
            }
        }
    }

    /** Days of its life, as far as known. */
    public record Life(Optional<LocalDate> made, Optional<LocalDate> opened, Optional<LocalDate> expires) {}

    /** How it stands on a day. */
    public enum Standing {
        /** Nobody said that it expires. */
        NO_EXPIRY,
        /** Good for more than the days of warning. */
        GOOD,
        /** Good, and expires within the days of warning. */
        EXPIRES_SOON,
        /** Past the last day it is good. */
        EXPIRED
    }

    /** How it stands on a day; the day it expires is the last one it is good. */
    public Standing standing(LocalDate day) {
        if (life.expires().isEmpty()) {
            return Standing.NO_EXPIRY;
        }
        LocalDate last = life.expires().orElseThrow();
        if (day.isAfter(last)) {
            return Standing.EXPIRED;
        }
        return day.plusDays(MeterCertificate.WARNING_DAYS).isAfter(last) ? Standing.EXPIRES_SOON : Standing.GOOD;
    }
}
