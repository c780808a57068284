package org.fiducial.web.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.PathRow;

/** The form of a check as the template draws it, made of what the protocol declares and the light path knows. */
record NewCheckView(
        ProtocolDefinition protocol, SortedMap<String, String> registry, Map<String, String> typed, Texts texts) {

    /**
     * A field for a parameter.
     *
     * @param name of the field
     * @param title what it is
     * @param help one sentence with an example
     * @param unit unit of a bare number; may be empty
     * @param words what can be chosen; empty where it is typed
     * @param value what was typed
     * @param known what holds where nothing is typed, with its origin; may be empty
     */
    public record Field(
            String name, String title, String help, String unit, List<String> words, String value, String known) {
        public Field {
            words = List.copyOf(words);
        }
    }

    /** The values of the template. */
    Map<String, Object> values() {
        List<Field> needed = new ArrayList<>();
        List<Field> known = new ArrayList<>();
        List<Field> rare = new ArrayList<>();
        for (ParameterDefinition each : protocol.parameters()) {
            if (NewCheckForm.isTyped(each)) {
                Field field = field(each);
                boolean said = !field.known().isEmpty();
                (said ? known : each.presence().usual() ? needed : rare).add(field);
            }
        }
        Map<String, Object> values = new HashMap<>();
        values.put("needed", needed);
        values.put("known", known);
        values.put("rare", rare);
        values.put("facts", facts());
        values.put("reasons", reasons());
        values.put("measured", text("measured"));
        values.put("by", text("by"));
        values.put("note", text("note"));
        values.put("more", text("more"));
        return values;
    }

    /** What the light path knows of this protocol's parameters. */
    private List<PathRow.Property> facts() {
        return registry.entrySet().stream()
                .flatMap(entry -> protocol.parameter(bare(entry.getKey())).stream()
                        .map(parameter -> new PathRow.Property(parameter.title(), entry.getValue())))
                .toList();
    }

    /** The field of one parameter. */
    Field field(ParameterDefinition parameter) {
        String name = NewCheckForm.PARAMETER + parameter.name();
        return new Field(
                name,
                parameter.title(),
                withoutOption(parameter),
                unit(parameter.kind()),
                parameter.kind() instanceof ParameterKind.Choice choice ? choice.words() : List.of(),
                text(name),
                known(parameter));
    }

    /** The unit of a bare number; may be empty. */
    static String unit(ParameterKind kind) {
        if (kind instanceof ParameterKind.Readings readings) {
            return readings.reading().unit().sign();
        }
        return kind instanceof ParameterKind.Measure measure ? measure.unit().sign() : "";
    }

    /** The help of a parameter shows what to type after its option; here only what stands behind it is typed. */
    private static String withoutOption(ParameterDefinition parameter) {
        return parameter.help().replaceAll("(?<![\\w.-])" + Pattern.quote(parameter.name()) + "=", "");
    }

    private String known(ParameterDefinition parameter) {
        List<String> registered = registry.entrySet().stream()
                .filter(entry -> bare(entry.getKey()).equals(parameter.name()))
                .map(entry -> entry.getKey().equals(parameter.name())
                        ? entry.getValue()
                        : texts.text(
                                        "newcheck.channel",
                                        entry.getKey()
                                                .substring(parameter.name().length() + 1)) + " " + entry.getValue())
                .toList();
        if (!registered.isEmpty()) {
            return texts.text("newcheck.known.registry", String.join(", ", registered));
        }
        return parameter
                .presence()
                .fallback()
                .map(value -> texts.text("newcheck.known.default", value))
                .orElse("");
    }

    private static String bare(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private List<Choice> reasons() {
        return Arrays.stream(CheckReason.values())
                .map(reason -> new Choice(
                        reason.word(),
                        texts.text("why." + reason.word()),
                        reason.word().equals(text("reason"))))
                .toList();
    }

    private String text(String field) {
        return Optional.ofNullable(typed.get(field)).orElse("");
    }
}
