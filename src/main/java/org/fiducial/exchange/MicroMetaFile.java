package org.fiducial.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;

/**
 * Reads {@code microscope.json} of the Micro-Meta App (model 2, any tier) as far as it has a place here; keys are taken in
 * either case, as its versions differ in them.
 */
final class MicroMetaFile {

    private static final int DEEPEST = 60;
    private static final int MOST_PARTS = 2000;
    private static final int LONGEST = 180;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(400)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    /** What says how the app draws and checks it, not what the hardware is. */
    private static final Set<String> OF_THE_APP = Set.of(
            "id",
            "tier",
            "validationtier",
            "schema_id",
            "appversion",
            "modelversion",
            "positionx",
            "positiony",
            "width",
            "height",
            "occupiedspot",
            "components",
            "linkedfields",
            "extension",
            "category",
            "domain",
            "xposition",
            "yposition");

    private static final Pattern FILTER = Pattern.compile("filter|dichroic|beamsplitter");
    private static final Pattern HOLDER = Pattern.compile("wheel|slider|turret|holder|set|cube|settings|magazine");
    private static final Pattern SOURCE =
            Pattern.compile("laser|lightsource|lightemittingdiode|led|^arc$|filament|excitationsource");
    private static final Pattern DETECTOR =
            Pattern.compile("ccd|cmos|detector|photomultiplier|photodiode|camera|analogvideo|pmt|spad");

    private final String file;
    private final List<InstrumentDraft.Part> parts = new ArrayList<>();
    private final List<Installation.Release> software = new ArrayList<>();
    private final List<String> leftOver = new ArrayList<>();

    private MicroMetaFile(String file) {
        this.file = file;
    }

    static InstrumentDraft read(String file, String text) {
        try {
            JsonNode root = JSON.readTree(text);
            return new MicroMetaFile(file).draft(root);
        } catch (JsonProcessingException e) {
            throw InstrumentImport.refused(file, "is no JSON this program reads (" + firstLine(e) + ")");
        }
    }

    private static String firstLine(JsonProcessingException e) {
        return String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("damaged");
    }

    private InstrumentDraft draft(JsonNode root) {
        boolean known = !text(root, "Schema_ID").isEmpty() || root.has("components") || root.has("MicroscopeStand");
        if (!known) {
            throw InstrumentImport.refused(file, "describes no microscope");
        }
        JsonNode stand = root.path("MicroscopeStand");
        JsonNode source = stand.isObject() ? stand : root;
        Fields fields = new Fields(new TreeMap<>())
                .with(Fields.NAME, first(text(root, "Name"), text(stand, "Name"), "Imported microscope"))
                .with(Fields.MANUFACTURER, first(text(source, "Manufacturer"), text(root, "Manufacturer"), ""))
                .with(Fields.MODEL, first(text(source, "Model"), text(root, "Model"), text(source, "CatalogNumber")))
                .with(Fields.SERIAL, text(source, "SerialNumber"))
                .with(Fields.NOTES, text(root, "Description"));
        over("The microscope", root, Set.of("name", "manufacturer", "model", "serialnumber", "description"));
        over("The stand", stand, Set.of("name", "manufacturer", "model", "serialnumber"));
        int count = 0;
        for (JsonNode component : root.path("components")) {
            if (++count > MOST_PARTS) {
                throw InstrumentImport.refused(file, "has more than " + MOST_PARTS + " components");
            }
            component(component);
        }
        if (root.path("linkedFields").size() > 0) {
            leftOver.add("linkedFields: " + root.path("linkedFields").size()
                    + " links between parts; light paths are made of them by hand.");
        }
        return new InstrumentDraft(fields, parts, List.of(), software, leftOver);
    }

    private void component(JsonNode node) {
        String schema = text(node, "Schema_ID").replaceFirst("(?i)\\.json$", "");
        String name = first(text(node, "Name"), text(node, "Model"), schema);
        if (schema.equalsIgnoreCase("AcquisitionSoftware")) {
            software(node, name);
            return;
        }
        Optional<Component.Kind> kind = kind(schema.toLowerCase(Locale.ROOT), node);
        if (kind.isEmpty()) {
            leftOver.add(brief(schema + " '" + name + "': " + made(node)));
            return;
        }
        Fields fields = new Fields(new TreeMap<>())
                .with(Fields.NAME, name)
                .with(Fields.MANUFACTURER, text(node, "Manufacturer"))
                .with(Fields.MODEL, first(text(node, "Model"), text(node, "CatalogNumber"), ""))
                .with(Fields.SERIAL, text(node, "SerialNumber"))
                .withProperties(properties(kind.get(), node));
        parts.add(new InstrumentDraft.Part("part-" + (parts.size() + 1), kind.get(), fields));
        over(
                name,
                node,
                Set.of(
                        "name",
                        "manufacturer",
                        "model",
                        "serialnumber",
                        "magnification",
                        "lensna",
                        "immersiontype",
                        "correction",
                        "wavelength",
                        "wavelengthunit",
                        "power",
                        "powerunit"));
    }

    private void software(JsonNode node, String name) {
        String version = text(node, "Version");
        if (version.isEmpty()) {
            leftOver.add(brief("Software '" + name + "' without a version"));
            return;
        }
        software.add(new Installation.Release(Installation.Kind.SOFTWARE, name, version));
    }

    private static Optional<Component.Kind> kind(String schema, JsonNode node) {
        if (schema.equals("objective")) {
            return Optional.of(Component.Kind.OBJECTIVE);
        }
        if (HOLDER.matcher(schema).find()) {
            return Optional.empty();
        }
        if (FILTER.matcher(schema).find()) {
            return Optional.of(Component.Kind.FILTER);
        }
        if (SOURCE.matcher(schema).find()) {
            boolean line = schema.contains("laser") && !text(node, "Wavelength").isEmpty();
            return Optional.of(line ? Component.Kind.LINE : Component.Kind.LIGHT_SOURCE);
        }
        if (DETECTOR.matcher(schema).find()) {
            return Optional.of(Component.Kind.DETECTOR);
        }
        if (schema.endsWith("stage") || schema.equals("microscopetable")) {
            return Optional.of(Component.Kind.STAGE);
        }
        return schema.contains("scan") ? Optional.of(Component.Kind.SCANNER) : Optional.empty();
    }

    private static SortedMap<String, String> properties(Component.Kind kind, JsonNode node) {
        SortedMap<String, String> properties = new TreeMap<>();
        if (kind == Component.Kind.OBJECTIVE) {
            put(properties, "magnification", text(node, "Magnification"));
            put(properties, "na", text(node, "LensNA"));
            put(properties, "immersion", Immersion.word(text(node, "ImmersionType")));
            put(properties, "correction", text(node, "Correction"));
        }
        if (kind == Component.Kind.LINE || kind == Component.Kind.LIGHT_SOURCE) {
            put(properties, "wavelength", with(text(node, "Wavelength"), text(node, "WavelengthUnit"), "nm"));
            put(properties, "nominal-power", with(text(node, "Power"), text(node, "PowerUnit"), "mW"));
        }
        return properties;
    }

    private static void put(Map<String, String> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }

    private static String with(String number, String unit, String usual) {
        return number.isEmpty() ? "" : number + " " + (unit.isEmpty() ? usual : unit);
    }

    private static String made(JsonNode node) {
        return first(
                (text(node, "Manufacturer") + " " + text(node, "Model")).strip(),
                text(node, "Description"),
                "no place here");
    }

    /** Lists what a thing says besides. */
    private void over(String of, JsonNode node, Set<String> placed) {
        node.fields().forEachRemaining(field -> {
            String key = field.getKey().toLowerCase(Locale.ROOT);
            String value =
                    field.getValue().isValueNode() ? field.getValue().asText().strip() : "";
            if (!value.isEmpty() && !placed.contains(key) && !OF_THE_APP.contains(key)) {
                leftOver.add(brief(of + ": " + field.getKey() + " " + value));
            }
        });
    }

    private static String brief(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    }

    /** A text without control characters, cut where no name is that long; keys begin with a capital or not. */
    private static String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        JsonNode found = value.isValueNode()
                ? value
                : node.path(key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1));
        JsonNode any = found.isValueNode() ? found : node.path(key.toLowerCase(Locale.ROOT));
        return any.isValueNode() && !any.isNull() ? plain(any.asText()) : "";
    }

    static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    private static String first(String one, String other, String third) {
        return one.isEmpty() ? other.isEmpty() ? third : other : one;
    }
}
