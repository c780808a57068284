package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.ChangedMeanwhileException;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Spelling;

/** Reads what people type about the registry, by the record. */
record RegistryEntry(FacilityRecord record, Rooms rooms) {

    private static final List<String> INSTRUMENT = List.of(
            Fields.NAME,
            Fields.MANUFACTURER,
            Fields.MODEL,
            Fields.SERIAL,
            Fields.LOCATION,
            Fields.COMMISSIONED,
            Fields.IDENTIFIER,
            Fields.NOTES);

    Upkeep upkeep() {
        return new Upkeep(record.instruments(), record.events(), rooms.clock(), rooms.ids());
    }

    Registry registry() {
        return record.instruments().registry();
    }

    Instrument instrument(String slug) {
        return new EventEntry(record).instrument(slug);
    }

    Configuration path(String address) {
        return record.instruments()
                .configuration(address)
                .orElseThrow(() -> new UnusableCommandException(
                        "There is no light path '" + address + "'; 'fiducial instrument list' shows them."));
    }

    /** A component by its id, or by its name where only one has it. */
    Located component(String typed) {
        List<Located> all = registry().components();
        List<Located> found = all.stream()
                .filter(each -> each.component().id().toString().equalsIgnoreCase(typed)
                        || each.component().name().equalsIgnoreCase(typed.strip()))
                .toList();
        if (found.size() > 1) {
            throw new UnusableCommandException("'" + typed + "' is the name of " + found.size()
                    + " components; give its identifier instead, 'fiducial component list' shows them.");
        }
        return found.stream()
                .findFirst()
                .orElseThrow(() -> new UnusableCommandException("There is no component '" + typed + "'; "
                        + Spelling.advice(
                                typed,
                                all.stream()
                                        .map(each -> each.component().name())
                                        .toList())
                        + "."));
    }

    /** The fields with what was set; a name that is no field of its own is a property. */
    Fields with(Version.Kind kind, Fields known, Map<String, String> set) {
        Fields wish = known;
        Catalogue catalogue = rooms.catalogue();
        for (Map.Entry<String, String> each : set.entrySet()) {
            String name = each.getKey();
            boolean own = INSTRUMENT.contains(name)
                    && (kind == Version.Kind.INSTRUMENT || !name.equals(Fields.LOCATION))
                    && (kind != Version.Kind.CONFIGURATION
                            || List.of(Fields.NAME, Fields.NOTES).contains(name));
            if (!own && kind == Version.Kind.INSTRUMENT) {
                throw new UnusableCommandException(
                        "An instrument has no field '" + name + "'; " + Spelling.advice(name, INSTRUMENT) + ".");
            }
            if (!own && !each.getValue().isBlank()) {
                Upkeep.requireProperty(catalogue, name, each.getValue());
            }
            wish = wish.with(own ? name : "property." + name, each.getValue());
        }
        return wish;
    }

    Fields fields(Version.Kind kind, UUID id) {
        return registry().fields(kind, id).orElseThrow(() -> new UnusableCommandException("Nothing is known of it."));
    }

    /** Changes a thing as it stands now. */
    Version edit(Version.Kind kind, UUID id, Fields wish, Optional<Instant> since, Upkeep.Signature signature) {
        try {
            int seen = registry().versions(id).size() + 1;
            return upkeep().edit(new Upkeep.Subject(kind, id, seen), wish, since, signature);
        } catch (ChangedMeanwhileException e) {
            throw new UnusableCommandException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Parts of these names that are on the stand of a light path, in the order given. */
    String parts(Configuration path, List<String> names) {
        List<Component> here = registry()
                .componentsOf(path.instrumentId(), rooms.clock().instant())
                .stream()
                .map(Located::component)
                .toList();
        return names.stream()
                .map(name -> here.stream()
                        .filter(part -> part.name().equalsIgnoreCase(name.strip())
                                || part.id().toString().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .map(part -> part.id().toString())
                        .orElseThrow(() -> new UnusableCommandException("There is no part '" + name
                                + "' on this instrument; "
                                + Spelling.advice(
                                        name, here.stream().map(Component::name).toList())
                                + ".")))
                .collect(Collectors.joining(" "));
    }

    String name(UUID instrumentId) {
        return record.instruments()
                .instrument(instrumentId)
                .map(Instrument::slug)
                .orElse("");
    }

    /** What was changed in a version, in one line. */
    static String words(Version version) {
        return version.changes().stream()
                .map(change -> change.field() + ": '" + change.from() + "' -> '" + change.to() + "'")
                .collect(Collectors.joining("; "));
    }

    /** Adds a version to a list. */
    static void describe(Version version, Printout list) {
        ObjectNode node = list.add("version " + version.key().number() + "  "
                        + version.entered()
                                .at()
                                .atZone(version.entered().zone())
                                .toLocalDate() + "  "
                        + version.entered().by() + ": " + version.entered().reason())
                .put("version", version.key().number())
                .put("at", version.entered().at().toString())
                .put("by", version.entered().by())
                .put("reason", version.entered().reason());
        version.since().ifPresent(since -> node.put("since", since.toString()));
        ArrayNode changes = node.putArray("changes");
        version.changes().forEach(change -> {
            changes.addObject()
                    .put("field", change.field())
                    .put("from", change.from())
                    .put("to", change.to());
            list.below("    " + change.field() + ": '" + change.from() + "' -> '" + change.to() + "'");
        });
    }
}
