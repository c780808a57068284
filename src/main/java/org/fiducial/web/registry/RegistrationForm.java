package org.fiducial.web.registry;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Slug;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Route;

/**
 * An instrument as a person typed it into the form: objectives and light paths in numbered rows, empty rows left away.
 * Every method throws {@link UnusableInputException} with a sentence for the person.
 */
final class RegistrationForm {

    /** Rows of the form. */
    static final int OBJECTIVES = 4;

    static final int LIGHT_PATHS = 6;

    /** What a light path says of itself, by the names of the protocols' parameters. */
    private static final List<String> LIGHT_PATH_PROPERTIES = List.of("modality", "excitation", "emission", "pinhole");

    private final Route.Request request;
    private final Catalogue catalogue;
    private final Supplier<UUID> ids;

    RegistrationForm(Route.Request request, Catalogue catalogue, Supplier<UUID> ids) {
        this.request = request;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    /** The home facility the form describes, asked for where the record has none yet. */
    Facility facility() {
        try {
            return new Facility(ids.get(), required("facility"), ZoneId.of(required("zone")), Facility.Kind.HOME);
        } catch (DateTimeException e) {
            throw new UnusableInputException(
                    "Time zone takes a name such as Europe/Berlin, but '" + typed("zone") + "' was typed.", e);
        }
    }

    Instrument instrument(UUID facilityId) {
        String name = required("name");
        String slug = typed("slug").isEmpty() ? Slug.of(name) : typed("slug");
        return checked(() -> new Instrument(
                ids.get(),
                facilityId,
                slug,
                name,
                new Make(typed("manufacturer"), typed("model"), typed("serial")),
                typed("location")));
    }

    /** The light paths with their objectives; at least one. */
    List<Configuration> configurations(Instrument instrument) {
        SortedMap<Integer, Component> objectives = objectives();
        List<Configuration> paths = new ArrayList<>();
        for (int row = 1; row <= LIGHT_PATHS; row++) {
            String prefix = "path." + row + ".";
            if (!typed(prefix + "name").isEmpty()) {
                paths.add(configuration(instrument, prefix, objectives));
            } else if (LIGHT_PATH_PROPERTIES.stream()
                    .anyMatch(each -> !typed(prefix + each).isEmpty())) {
                throw new UnusableInputException("Light path " + row + " has no name; name it or empty its row.");
            }
        }
        if (paths.isEmpty()) {
            throw new UnusableInputException("No light path was named; checks are made in one, so name at least one.");
        }
        return paths;
    }

    private SortedMap<Integer, Component> objectives() {
        SortedMap<Integer, Component> objectives = new TreeMap<>();
        for (int row = 1; row <= OBJECTIVES; row++) {
            String prefix = "objective." + row + ".";
            String name = typed(prefix + "name");
            if (!name.isEmpty()) {
                SortedMap<String, String> properties = properties(prefix, List.of("na", "immersion"));
                Make make = new Make("", "", typed(prefix + "serial"));
                objectives.put(row, new Component(ids.get(), Component.Kind.OBJECTIVE, name, make, properties));
            } else if (!typed(prefix + "na").isEmpty()) {
                throw new UnusableInputException("Objective " + row + " has no name; name it or empty its row.");
            }
        }
        return objectives;
    }

    private Configuration configuration(Instrument instrument, String prefix, Map<Integer, Component> objectives) {
        String name = typed(prefix + "name");
        String slug = Slug.of(name);
        String chosen = typed(prefix + "objective");
        List<Component> components = chosen.isEmpty()
                ? List.of()
                : List.of(Optional.ofNullable(objectives.get(number(chosen)))
                        .orElseThrow(() -> new UnusableInputException("Light path '" + name + "' names objective "
                                + chosen + ", but that row has no name; name it or choose another.")));
        return checked(() -> new Configuration(
                ids.get(), instrument.id(), slug, name, components, properties(prefix, LIGHT_PATH_PROPERTIES)));
    }

    private SortedMap<String, String> properties(String prefix, List<String> names) {
        SortedMap<String, String> properties = new TreeMap<>();
        for (String name : names) {
            String value = typed(prefix + name);
            if (!value.isEmpty()) {
                catalogue.requireProperty(name, value);
                properties.put(name, value);
            }
        }
        return properties;
    }

    private static int number(String text) {
        return text.matches("[1-9]") ? Integer.parseInt(text) : 0;
    }

    private String required(String field) {
        String text = typed(field);
        if (text.isEmpty()) {
            throw new UnusableInputException("The field '" + field + "' is empty; fill it in.");
        }
        return text;
    }

    private String typed(String field) {
        return request.form(field).strip();
    }

    private static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new UnusableInputException(sentence(e), e);
        }
    }

    /** The rule a value broke, as a sentence. */
    static String sentence(RuntimeException broken) {
        String rule = String.valueOf(broken.getMessage());
        return rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + (rule.endsWith(".") ? "" : ".");
    }
}
