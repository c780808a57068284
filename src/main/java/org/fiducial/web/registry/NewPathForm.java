package org.fiducial.web.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Slug;
import org.fiducial.facility.instrument.Version;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** A light path as a person typed it, of the parts that are on the stand. */
record NewPathForm(Route.Request request, FacilityRecords records, RegistryFields fields) {

    /** The light path of the form. */
    Configuration path(UUID id, Instrument instrument) {
        Fields typed = typed();
        fields.require(typed.properties());
        List<Component> parts = onStand(instrument).stream()
                .map(Located::component)
                .filter(part -> !request.form("part." + part.id()).isEmpty())
                .toList();
        String name = typed.text(Fields.NAME);
        String slug = request.form("slug").isBlank()
                ? Slug.of(name)
                : request.form("slug").strip();
        return new Configuration(id, instrument.id(), slug, name, parts, typed.properties());
    }

    private Fields typed() {
        Fields typed = new Fields(new TreeMap<>());
        for (String name : names()) {
            typed = typed.with(name, request.form(name));
        }
        return typed;
    }

    private List<String> names() {
        return fields.of(Version.Kind.CONFIGURATION, Optional.empty(), new Fields(new TreeMap<>())).stream()
                .filter(name -> !name.equals(Fields.NOTES))
                .toList();
    }

    private List<Located> onStand(Instrument instrument) {
        return records.instruments()
                .registry()
                .componentsOf(instrument.id(), records.clock().instant());
    }

    /** What the form shows. */
    Map<String, Object> values(Instrument instrument, boolean demonstration, Texts texts) {
        Map<String, Object> values = new HashMap<>();
        String address = "/instruments/" + instrument.slug();
        values.put("place", new RegistryEditor.Place(instrument.name(), address + "/new-path", address + "/registry"));
        values.put("conflicts", List.of());
        values.put("demonstration", demonstration);
        values.put("version", 0);
        values.put("fields", fields.fields(names(), typed()));
        values.put(
                "parts",
                onStand(instrument).stream()
                        .map(each -> new RegistryEditor.PartChoice(
                                each.component().id().toString(),
                                each.component().name(),
                                texts.text("component.kind."
                                        + each.component().kind().word()),
                                "",
                                !request.form("part." + each.component().id()).isEmpty()))
                        .toList());
        values.put("isPath", true);
        values.put("dated", false);
        values.put("change", false);
        values.put("since", "");
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        return values;
    }
}
