package org.fiducial.web.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * A check as a person typed it into the form, for any protocol: fields are those its definition declares. Every method
 * throws {@link UnusableInputException} with a sentence for the person.
 */
record NewCheckForm(Map<String, String> typed, ProtocolDefinition protocol, ZoneId zone) {

    /** What the name of a parameter's field begins with. */
    static final String PARAMETER = "p.";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 4000;

    /** What is to be recorded. */
    CheckRecorder.Request request(Draft draft, Kit kit) {
        if (draft.files().isEmpty() && protocol.form().isEmpty()) {
            throw new UnusableInputException("No file was chosen; choose at least one.");
        }
        return new CheckRecorder.Request(
                draft.subject().configuration(),
                new CheckRecorder.Evidence(draft.files(), given(), new CheckRecorder.Tools(meter(kit), artefact(kit))),
                reason(),
                measuredAt(),
                new CheckRecorder.Signature(
                        limited("by", "Performed by", LONGEST_NAME), limited("note", "Note", LONGEST_NOTE), zone));
    }

    private CheckReason reason() {
        return CheckReason.of(text("reason"))
                .orElseThrow(() -> new UnusableInputException(
                        "No reason was chosen; say why the check was done, because it decides how it counts."));
    }

    /** The time of the acquisition, in the zone of the facility; empty where nothing was typed. */
    private Optional<Instant> measuredAt() {
        String text = text("measured");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDateTime moment = text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(12, 0);
            return Optional.of(moment.atZone(zone).toInstant());
        } catch (DateTimeParseException e) {
            throw new UnusableInputException(
                    "Measured at takes a time such as 2026-03-12T14:30, but '" + shortened(text) + "' was typed.", e);
        }
    }

    private Optional<Meter> meter(Kit kit) {
        String slug = text("meter");
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        if (!text(PARAMETER + "meter").isEmpty()) {
            throw new UnusableInputException("A meter was chosen from the kit and another one was typed; keep one.");
        }
        return Optional.of(kit.meter(slug)
                .orElseThrow(() -> new UnusableInputException(
                        "There is no meter '" + shortened(slug) + "' in the kit; choose one of the list.")));
    }

    private Optional<Artefact> artefact(Kit kit) {
        String slug = text("artefact");
        if (slug.isEmpty()) {
            return Optional.empty();
        }
        if (!text(PARAMETER + "artefact").isEmpty()) {
            throw new UnusableInputException(
                    "An artefact was chosen from the kit and another one was typed; keep one.");
        }
        return Optional.of(kit.artefact(slug)
                .orElseThrow(() -> new UnusableInputException(
                        "There is no artefact '" + shortened(slug) + "' in the kit; choose one of the list.")));
    }

    /** What was typed for the protocol's parameters, for all channels or for single ones. */
    List<Parameter> given() {
        Map<ParameterName, Parameter> given = new LinkedHashMap<>();
        for (ParameterDefinition each : protocol.parameters()) {
            String text = text(PARAMETER + each.name());
            if (!text.isEmpty() && isTyped(each)) {
                add(given, protocol.parse(each.name(), text, Origin.GIVEN));
            }
        }
        for (String line : text("more").lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                add(given, single(line));
            }
        }
        return List.copyOf(given.values());
    }

    private Parameter single(String line) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new UnusableInputException("A line for a single channel or file is written emission.2=600nm, but '"
                    + shortened(line) + "' was typed.");
        }
        String name = line.substring(0, equals).strip();
        String bare = name.replaceFirst("\\.\\d+$", "");
        if (protocol.parameter(bare).filter(each -> !isTyped(each)).isPresent()) {
            throw new UnusableInputException(
                    "The certificate of a meter comes from the kit; choose the meter instead of typing '" + bare
                            + "'.");
        }
        return protocol.parse(name, line.substring(equals + 1), Origin.GIVEN);
    }

    /** Certificates come from the kit: a text here would be the name of a file of this computer. */
    static boolean isTyped(ParameterDefinition parameter) {
        return !(parameter.kind() instanceof ParameterKind.Calibration);
    }

    private static void add(Map<ParameterName, Parameter> given, Parameter parameter) {
        if (given.put(parameter.name(), parameter) != null) {
            throw new UnusableInputException("'" + parameter.name() + "' was typed twice; keep one of the two.");
        }
    }

    private String limited(String field, String title, int longest) {
        String text = text(field);
        if (text.length() > longest) {
            throw new UnusableInputException("'" + title + "' takes at most " + longest + " characters, but "
                    + text.length() + " were typed; shorten it.");
        }
        return text;
    }

    private String text(String field) {
        return Optional.ofNullable(typed.get(field)).orElse("").strip();
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }
}
