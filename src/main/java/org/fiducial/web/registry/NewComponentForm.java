package org.fiducial.web.registry;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Version;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Route;

/** A component as a person typed it; fields that make no sense for its kind are left empty. */
record NewComponentForm(Route.Request request, RegistryFields known) {

    Component component(UUID id) {
        String word = request.form("kind");
        Component.Kind kind = Arrays.stream(Component.Kind.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnusableInputException("Choose what kind of component it is."));
        Fields typed = typed();
        if (typed.text(Fields.NAME).isEmpty()) {
            throw new UnusableInputException("The component has no name; type what people call it.");
        }
        SortedMap<String, String> properties = typed.properties();
        known.require(properties);
        Make make = new Make(typed.text(Fields.MANUFACTURER), typed.text(Fields.MODEL), typed.text(Fields.SERIAL));
        return new Component(id, kind, typed.text(Fields.NAME), make, properties);
    }

    private Fields typed() {
        Fields typed = new Fields(new TreeMap<>());
        for (String name : names()) {
            typed = typed.with(name, request.form(name));
        }
        return typed;
    }

    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Component.Kind kind : Component.Kind.values()) {
            names.addAll(known.of(Version.Kind.COMPONENT, Optional.of(kind), new Fields(new TreeMap<>())));
        }
        names.remove(Fields.NOTES);
        return names;
    }

    List<RegistryFields.Field> fields() {
        return known.fields(List.copyOf(names()), typed());
    }
}
