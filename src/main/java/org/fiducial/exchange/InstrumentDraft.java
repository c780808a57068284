package org.fiducial.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Slug;
import org.fiducial.facility.service.Upkeep;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * An instrument as a file describes it, before anything is in the record.
 *
 * @param fields of the instrument
 * @param parts its components, each with a key of its own
 * @param paths its light paths
 * @param software what was installed
 * @param leftOver what the file says besides and could not be placed, one sentence each
 */
public record InstrumentDraft(
        Fields fields,
        List<Part> parts,
        List<LightPath> paths,
        List<Installation.Release> software,
        List<String> leftOver) {

    private static final int LONGEST_LEFT_OVER = 15_000;

    /** A component; its key is its name within the description. */
    public record Part(String key, Component.Kind kind, Fields fields) {}

    /** A light path of parts by their keys. */
    public record LightPath(String slug, Fields fields, List<String> parts) {

        public LightPath {
            parts = List.copyOf(parts);
        }
    }

    public InstrumentDraft {
        parts = List.copyOf(parts);
        paths = List.copyOf(paths);
        software = List.copyOf(software);
        leftOver = List.copyOf(leftOver);
    }

    /** A description of a new instrument like one of the record: the same parts and light paths, but no serial numbers. */
    public static InstrumentDraft like(Fields instrument, List<Located> parts, List<Configuration> paths) {
        Fields known = new Fields(new TreeMap<>())
                .with(Fields.NAME, instrument.text(Fields.NAME))
                .with(Fields.MANUFACTURER, instrument.text(Fields.MANUFACTURER))
                .with(Fields.MODEL, instrument.text(Fields.MODEL));
        List<UUID> order = parts.stream().map(each -> each.component().id()).toList();
        return new InstrumentDraft(
                known,
                parts.stream()
                        .map(each -> new Part(
                                key(order, each.component().id()),
                                each.component().kind(),
                                Fields.of(each.component()).with(Fields.SERIAL, "")))
                        .toList(),
                paths.stream()
                        .map(path -> new LightPath(
                                path.slug(),
                                Fields.of(path).with(Fields.COMPONENTS, ""),
                                path.components().stream()
                                        .filter(part -> order.contains(part.id()))
                                        .map(part -> key(order, part.id()))
                                        .toList()))
                        .toList(),
                List.of(),
                List.of());
    }

    private static String key(List<UUID> order, UUID id) {
        return "part-" + (order.indexOf(id) + 1);
    }

    /** The same without what no protocol could use; that is left over then. */
    public InstrumentDraft checked(Catalogue catalogue) {
        List<String> over = new ArrayList<>(leftOver);
        List<Part> sound = parts.stream()
                .map(part -> new Part(
                        part.key(),
                        part.kind(),
                        sound(part.fields(), part.fields().text(Fields.NAME), catalogue, over)))
                .toList();
        List<LightPath> light = paths.stream()
                .map(path -> new LightPath(
                        path.slug(),
                        sound(path.fields(), path.fields().text(Fields.NAME), catalogue, over),
                        path.parts()))
                .toList();
        return new InstrumentDraft(fields, sound, distinct(light), software, over);
    }

    private static Fields sound(Fields fields, String of, Catalogue catalogue, List<String> over) {
        SortedMap<String, String> kept = new TreeMap<>();
        fields.properties().forEach((name, value) -> {
            try {
                Upkeep.requireProperty(catalogue, name, value);
                kept.put(name, value);
            } catch (UnusableInputException e) {
                over.add(of + ": " + name + " " + value + " (" + e.getMessage() + ")");
            }
        });
        return fields.withProperties(kept);
    }

    private static List<LightPath> distinct(List<LightPath> paths) {
        Set<String> taken = new LinkedHashSet<>();
        List<LightPath> distinct = new ArrayList<>();
        for (LightPath path : paths) {
            String slug = Slug.of(path.slug().isEmpty() ? path.fields().text(Fields.NAME) : path.slug());
            String free = slug.isEmpty() ? "path" : slug;
            for (int n = 2; !taken.add(free); n++) {
                free = slug + "-" + n;
            }
            distinct.add(new LightPath(free, path.fields(), path.parts()));
        }
        return distinct;
    }

    /** The same under another name, with another serial number and place; empty texts leave what is there. */
    public InstrumentDraft with(Fields typed) {
        Fields more = fields;
        for (String field : List.of(Fields.NAME, Fields.SERIAL, Fields.LOCATION)) {
            more = typed.text(field).isEmpty() ? more : more.with(field, typed.text(field));
        }
        return new InstrumentDraft(more, parts, paths, software, leftOver);
    }

    /** As the YAML {@link InstrumentFile} reads; what was left over stands among the notes, so that nothing is lost. */
    public String yaml(String slug) {
        StringBuilder out = new StringBuilder("instrument:\n");
        line(out, "  ", "slug", slug);
        String notes = fields.text(Fields.NOTES);
        String over = String.join("\n", leftOver);
        String all = (notes
                        + (notes.isEmpty() || over.isEmpty() ? "" : "\n")
                        + (over.isEmpty() ? "" : "Not placed on import:\n" + over))
                .strip();
        Fields full = fields.with(
                Fields.NOTES, all.length() > LONGEST_LEFT_OVER ? all.substring(0, LONGEST_LEFT_OVER) + " …" : all);
        full.values().forEach((name, value) -> line(out, "  ", name, value));
        if (!parts.isEmpty()) {
            out.append("components:\n");
            for (Part part : parts) {
                line(out, "  - ", "key", part.key());
                line(out, "    ", "kind", part.kind().word());
                fields(out, part.fields());
            }
        }
        if (!paths.isEmpty()) {
            out.append("configurations:\n");
            for (LightPath path : paths) {
                line(out, "  - ", "slug", path.slug());
                out.append("    components: [")
                        .append(String.join(
                                ", ", path.parts().stream().map(Quoted::text).toList()))
                        .append("]\n");
                fields(out, path.fields());
            }
        }
        if (!software.isEmpty()) {
            out.append("software:\n");
            for (Installation.Release each : software) {
                line(out, "  - ", "kind", each.kind().name().toLowerCase(Locale.ROOT));
                line(out, "    ", "name", each.name());
                line(out, "    ", "version", each.number());
            }
        }
        return out.toString();
    }

    private static void fields(StringBuilder out, Fields fields) {
        fields.values().forEach((name, value) -> {
            if (!name.startsWith("property.") && !name.equals(Fields.NOTES)) {
                line(out, "    ", name, value);
            }
        });
        if (!fields.properties().isEmpty()) {
            out.append("    properties:\n");
            fields.properties().forEach((name, value) -> line(out, "      ", name, value));
        }
    }

    private static void line(StringBuilder out, String before, String name, String value) {
        out.append(before).append(name).append(": ").append(Quoted.text(value)).append('\n');
    }
}
