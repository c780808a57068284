package org.fiducial.facility.service;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.PersistentIdentifier;
import org.fiducial.facility.instrument.Version;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;

/** What the fields of the registry may hold. */
final class UpkeepRules {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NOTES = 20_000;
    private static final double LARGEST_MAGNIFICATION = 1000;

    private UpkeepRules() {}

    static void require(Version.Kind kind, Fields fields) {
        if (fields.text(Fields.NAME).isEmpty()) {
            throw new UnusableInputException("The name is empty; fill it in.");
        }
        for (Map.Entry<String, String> each : fields.values().entrySet()) {
            boolean notes = each.getKey().equals(Fields.NOTES);
            boolean parts = each.getKey().equals(Fields.COMPONENTS);
            requireFits(each.getKey(), each.getValue(), notes || parts ? LONGEST_NOTES : LONGEST_NAME);
            if (!notes && each.getValue().chars().anyMatch(Character::isISOControl)) {
                throw new UnusableInputException("The field '" + each.getKey()
                        + "' holds letters that cannot be printed; type it anew on one line.");
            }
        }
        requireDay(fields, Fields.COMMISSIONED);
        requireDay(fields, Fields.DECOMMISSIONED);
        requireDay(fields, Fields.RETIRED);
        requireDayOrder(fields);
        String identifier = fields.text(Fields.IDENTIFIER);
        if (!identifier.isEmpty() && PersistentIdentifier.of(identifier).isEmpty()) {
            throw new UnusableInputException("'" + identifier + "' has the form of no persistent identifier; give a DOI"
                    + " (10.21938/abc), an RRID (RRID:SCR_012345), a handle (hdl:21.11101/abc), an ARK or an https"
                    + " address.");
        }
        if (kind == Version.Kind.CONFIGURATION
                && new HashSet<>(fields.components()).size()
                        != fields.components().size()) {
            throw new UnusableInputException("A part stands twice in the light path; name each once.");
        }
    }

    private static void requireFits(String field, String value, int longest) {
        if (value.length() > longest) {
            throw new UnusableInputException("The field '" + field + "' has " + value.length() + " letters, but "
                    + longest + " fit; shorten it.");
        }
    }

    private static void requireDay(Fields fields, String field) {
        String text = fields.text(field);
        if (!text.isEmpty() && day(text).isEmpty()) {
            throw new UnusableInputException(
                    "A day is written 2026-03-12, but '" + text + "' stands under '" + field + "'.");
        }
    }

    private static void requireDayOrder(Fields fields) {
        Optional<LocalDate> first = fields.day(Fields.COMMISSIONED);
        Optional<LocalDate> last = fields.day(Fields.DECOMMISSIONED);
        if (first.isPresent() && last.filter(day -> day.isBefore(first.get())).isPresent()) {
            throw new UnusableInputException("It cannot go out of service on " + last.orElseThrow()
                    + ", before it was commissioned on " + first.get() + "; correct one of the days.");
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static void requireProperty(Catalogue protocols, String name, String value) {
        if (name.equals("magnification")) {
            requireMagnification(value);
        } else if (!Component.DESCRIPTIVE.contains(name)) {
            protocols.requireProperty(name, value);
        }
    }

    private static void requireMagnification(String value) {
        String number = value.replaceAll("[x×]$", "");
        if (!number.matches("[0-9]{1,4}([.][0-9]{1,3})?")
                || Double.parseDouble(number) > LARGEST_MAGNIFICATION
                || Double.parseDouble(number) <= 0) {
            throw new UnusableInputException("A magnification is a number above 0 and at most 1000, for instance 63,"
                    + " but '" + value + "' was given.");
        }
    }

    static void require(Installation.Release release) {
        requireFits("name", release.name(), LONGEST_NAME);
        requireFits("version", release.number(), LONGEST_NAME);
    }

    static void requireReason(Upkeep.Signature signature) {
        if (signature.reason().isBlank()) {
            throw new UnusableInputException("Say why it is changed; the reason is kept with it.");
        }
        requireShort(signature);
    }

    static void requireShort(Upkeep.Signature signature) {
        if (signature.by().length() > LONGEST_NAME || signature.reason().length() > LONGEST_TEXT) {
            throw new UnusableInputException("A name has at most " + LONGEST_NAME + " and a reason at most "
                    + LONGEST_TEXT + " characters; shorten them.");
        }
    }
}
