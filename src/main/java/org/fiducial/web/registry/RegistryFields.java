package org.fiducial.web.registry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;

/** Which fields of the registry a form asks for, and what people read of them. */
record RegistryFields(Catalogue catalogue, Texts texts) {

    private static final String PROPERTY = "property.";

    /**
     * A field of a form.
     *
     * @param type {@code text}, {@code date}, {@code number}, {@code notes} or {@code choice}
     */
    public record Field(String name, String label, String value, String type, List<String> choices) {

        public Field {
            choices = List.copyOf(choices);
        }

        /** As an id of the page. */
        public String id() {
            return "f-" + name.replace('.', '-');
        }
    }

    /** The fields of a kind of thing, those that hold something besides. */
    List<String> of(Version.Kind kind, Optional<Component.Kind> part, Fields known) {
        Set<String> names = new LinkedHashSet<>(List.of(Fields.NAME));
        if (kind != Version.Kind.CONFIGURATION) {
            names.addAll(List.of(Fields.MANUFACTURER, Fields.MODEL, Fields.SERIAL));
        }
        if (kind == Version.Kind.INSTRUMENT) {
            names.addAll(List.of(Fields.LOCATION, Fields.COMMISSIONED, Fields.IDENTIFIER));
        }
        if (kind == Version.Kind.CONFIGURATION) {
            List.of("modality", "excitation", "emission", "pinhole").forEach(name -> names.add(PROPERTY + name));
        }
        part.map(RegistryFields::properties).orElse(List.of()).forEach(name -> names.add(PROPERTY + name));
        known.properties().keySet().forEach(name -> names.add(PROPERTY + name));
        names.add(Fields.NOTES);
        return new ArrayList<>(names);
    }

    private static List<String> properties(Component.Kind kind) {
        return switch (kind) {
            case OBJECTIVE -> List.of("magnification", "na", "immersion", "correction");
            case LIGHT_SOURCE -> List.of("type", "nominal-power");
            case LINE -> List.of("wavelength", "nominal-power");
            case FILTER -> List.of("passband");
            case DETECTOR -> List.of("type", "pixel-pitch");
            case STAGE, SCANNER -> List.of("type");
        };
    }

    List<Field> fields(List<String> names, Fields values) {
        return names.stream().map(name -> field(name, values.text(name))).toList();
    }

    private Field field(String name, String value) {
        String bare = name.startsWith(PROPERTY) ? name.substring(PROPERTY.length()) : name;
        if (name.equals(Fields.COMMISSIONED)) {
            return new Field(name, label(name), value, "date", List.of());
        }
        if (name.equals(Fields.NOTES)) {
            return new Field(name, label(name), value, "notes", List.of());
        }
        List<String> choices = choices(bare);
        String label = unit(bare).map(unit -> label(name) + " (" + unit + ")").orElse(label(name));
        return new Field(name, label, value, choices.isEmpty() ? "text" : "choice", choices);
    }

    /** What people call a field, of one channel with its number; a property nobody named here keeps the protocols' name. */
    String label(String name) {
        String bare = name.startsWith(PROPERTY) ? name.substring(PROPERTY.length()) : name;
        int dot = bare.lastIndexOf('.');
        return texts.find("field." + bare)
                .or(() -> dot < 0
                        ? Optional.empty()
                        : texts.find("field." + bare.substring(0, dot))
                                .map(text -> text + " " + bare.substring(dot + 1)))
                .orElse(bare);
    }

    /** What a number without a unit is taken for, of one channel or of all; some labels of people say it themselves. */
    private Optional<String> unit(String property) {
        return kinds(property.replaceFirst("\\.[0-9]+$", ""))
                .flatMap(kind -> kind.unitOfBareNumber().stream())
                .filter(sign -> !label(PROPERTY + property).endsWith(")"))
                .findFirst();
    }

    private Stream<ParameterKind> kinds(String parameter) {
        return catalogue.current().stream()
                .filter(protocol -> protocol.form().isEmpty())
                .flatMap(protocol -> protocol.parameter(parameter).stream())
                .map(definition -> definition.kind());
    }

    private List<String> choices(String parameter) {
        return kinds(parameter)
                .filter(ParameterKind.Choice.class::isInstance)
                .map(kind -> ((ParameterKind.Choice) kind).words())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Refuses properties no protocol could use.
     *
     * @throws UnusableInputException naming what is wrong
     */
    void require(SortedMap<String, String> properties) {
        properties.forEach((name, value) -> Upkeep.requireProperty(catalogue, name, value));
    }
}
