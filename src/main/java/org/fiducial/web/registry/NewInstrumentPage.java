package org.fiducial.web.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The page that adds an instrument with its objectives and light paths; what was typed stays when something is wrong. */
final class NewInstrumentPage {

    private static final List<String> FIELDS =
            List.of("facility", "zone", "name", "slug", "manufacturer", "model", "serial", "location", "by");
    private static final List<String> OBJECTIVE_FIELDS = List.of("name", "na", "immersion", "serial");
    private static final List<String> PATH_FIELDS =
            List.of("name", "objective", "modality", "excitation", "emission", "pinhole");

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    NewInstrumentPage(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** The empty form. */
    Answer form(Route.Request request) {
        return page(request, Optional.empty());
    }

    /** Adds what was typed, or shows the form again with a sentence. */
    Answer add(Route.Request request) {
        if (sources.demonstration()) {
            return page(request, Optional.of(pages.texts().text("register.demonstration")));
        }
        try {
            RegistrationForm form = new RegistrationForm(request, records.catalogue(), sources.ids());
            Optional<Facility> home = records.instruments().home();
            Facility facility = home.orElseGet(form::facility);
            Instrument instrument = form.instrument(facility.id());
            List<Configuration> configurations = form.configurations(instrument);
            if (records.instruments().bySlug(instrument.slug()).isPresent()) {
                throw new DuplicateSlugException("an instrument", instrument.slug());
            }
            if (home.isEmpty()) {
                records.instruments().add(facility);
            }
            records.instruments()
                    .add(instrument, configurations, request.form("by").strip());
            return new Answer.Elsewhere("/instruments/" + instrument.slug());
        } catch (UnusableInputException | DuplicateSlugException e) {
            return page(request, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Answer page(Route.Request request, Optional<String> refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("refusal", refusal.orElse(""));
        values.put("demonstration", sources.demonstration());
        values.put("first", records.instruments().home().isEmpty());
        values.put("typed", typed(request, "", FIELDS));
        values.put("objectives", rows(request, "objective.", RegistrationForm.OBJECTIVES, OBJECTIVE_FIELDS));
        values.put("paths", rows(request, "path.", RegistrationForm.LIGHT_PATHS, PATH_FIELDS));
        values.put("immersions", choices("immersion"));
        values.put("modalities", choices("modality"));
        return pages.page("new-instrument.html", pages.texts().text("register.title"), values);
    }

    private static List<Map<String, String>> rows(
            Route.Request request, String prefix, int count, List<String> fields) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> {
                    Map<String, String> typed = new TreeMap<>(typed(request, prefix + row + ".", fields));
                    typed.put("row", String.valueOf(row));
                    return typed;
                })
                .toList();
    }

    private static Map<String, String> typed(Route.Request request, String prefix, List<String> fields) {
        Map<String, String> typed = new TreeMap<>();
        fields.forEach(field -> typed.put(field, request.form(prefix + field).strip()));
        return typed;
    }

    /** The words of a parameter, from the first protocol that declares it. */
    private List<String> choices(String parameter) {
        return records.catalogue().current().stream()
                .map((ProtocolDefinition protocol) -> protocol.parameter(parameter))
                .flatMap(Optional::stream)
                .map(definition -> definition.kind())
                .filter(ParameterKind.Choice.class::isInstance)
                .map(ParameterKind.Choice.class::cast)
                .map(ParameterKind.Choice::words)
                .findFirst()
                .orElse(List.of());
    }
}
