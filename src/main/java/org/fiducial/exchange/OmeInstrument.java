package org.fiducial.exchange;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;

/**
 * Reads the first instrument of an OME-XML document (2016-06 and near it), and the light paths the channels of its first image
 * used. Document types and outside entities are never followed.
 */
final class OmeInstrument {

    private static final int DEEPEST = 60;
    private static final int MOST_PARTS = 2000;
    private static final Map<String, Component.Kind> KINDS = Map.of(
            "Objective", Component.Kind.OBJECTIVE,
            "Laser", Component.Kind.LINE,
            "Arc", Component.Kind.LIGHT_SOURCE,
            "Filament", Component.Kind.LIGHT_SOURCE,
            "LightEmittingDiode", Component.Kind.LIGHT_SOURCE,
            "GenericExcitationSource", Component.Kind.LIGHT_SOURCE,
            "Detector", Component.Kind.DETECTOR,
            "Filter", Component.Kind.FILTER,
            "Dichroic", Component.Kind.FILTER);
    private static final Map<String, String> MODALITIES = Map.of(
            "WideField", "widefield",
            "LaserScanningConfocalMicroscopy", "confocal",
            "SpinningDiskConfocal", "spinning-disk",
            "MultiPhotonMicroscopy", "multiphoton",
            "TwoPhotonMicroscopy", "multiphoton",
            "SPIM", "light-sheet");

    private final String file;
    private final Map<String, InstrumentDraft.Part> parts = new LinkedHashMap<>();
    private final List<Map<String, String>> channels = new ArrayList<>();
    private final List<String> leftOver = new ArrayList<>();
    private Map<String, String> microscope = Map.of();
    private String objective = "";

    private int instruments;
    private int images;

    /** What kind of component an element describes. */
    static Optional<Component.Kind> kind(String element) {
        return Optional.ofNullable(KINDS.get(element));
    }

    /** Our word for an acquisition mode of the schema. */
    static Optional<String> modality(String mode) {
        return Optional.ofNullable(MODALITIES.get(mode));
    }

    private OmeInstrument(String file) {
        this.file = file;
    }

    static InstrumentDraft read(String file, String text) {
        OmeInstrument document = new OmeInstrument(file);
        try {
            document.parse(text.substring(0, text.lastIndexOf('>') + 1));
        } catch (XMLStreamException e) {
            throw InstrumentImport.refused(file, "is no well-formed OME-XML");
        }
        return document.draft();
    }

    private void parse(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        int depth = 0;
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw InstrumentImport.refused(file, "declares a document type, which is not read");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(reader, ++depth);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        } finally {
            reader.close();
        }
    }

    private void element(XMLStreamReader reader, int depth) {
        if (depth > DEEPEST || parts.size() > MOST_PARTS) {
            throw InstrumentImport.refused(file, "is nested too deeply or holds too many parts");
        }
        String name = reader.getLocalName();
        if (depth == 1 && !name.equals("OME")) {
            throw InstrumentImport.refused(file, "is XML of another kind (" + MicroMetaFile.plain(name) + ")");
        }
        Map<String, String> attributes = attributes(reader);
        switch (name) {
            case "Instrument" -> instruments++;
            case "Image" -> images++;
            default -> {
                if (instruments == 1 && images == 0) {
                    hardware(name, attributes);
                }
                if (images == 1) {
                    use(name, attributes);
                }
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), MicroMetaFile.plain(reader.getAttributeValue(i)));
        }
        return attributes;
    }

    private void hardware(String name, Map<String, String> attributes) {
        if (name.equals("Microscope")) {
            microscope = attributes;
            return;
        }
        Optional<Component.Kind> kind = Optional.ofNullable(KINDS.get(name));
        if (kind.isEmpty()) {
            if (attributes.containsKey("Model") || name.equals("FilterSet")) {
                leftOver.add(name + " " + attributes.getOrDefault("Model", attributes.getOrDefault("ID", "")));
            }
            if (name.equals("TransmittanceRange")) {
                leftOver.add("Transmittance of a filter: " + attributes.getOrDefault("CutIn", "?") + " to "
                        + attributes.getOrDefault("CutOut", "?") + " " + attributes.getOrDefault("CutInUnit", "nm"));
            }
            return;
        }
        parts.put(
                attributes.getOrDefault("ID", name + parts.size()),
                new InstrumentDraft.Part(
                        "part-" + (parts.size() + 1), kind.get(), fields(name, kind.get(), attributes)));
        over(name, attributes);
    }

    private Fields fields(String name, Component.Kind kind, Map<String, String> attributes) {
        TreeMap<String, String> properties = new TreeMap<>();
        if (kind == Component.Kind.OBJECTIVE) {
            put(properties, "magnification", attributes.getOrDefault("NominalMagnification", ""));
            put(properties, "na", attributes.getOrDefault("LensNA", ""));
            put(properties, "immersion", Immersion.word(attributes.getOrDefault("Immersion", "")));
            put(properties, "correction", attributes.getOrDefault("Correction", ""));
        }
        if (kind == Component.Kind.LINE) {
            put(properties, "wavelength", length(attributes, "Wavelength", " "));
        }
        if (!attributes.getOrDefault("Power", "").isEmpty()) {
            put(
                    properties,
                    "nominal-power",
                    attributes.get("Power") + " " + attributes.getOrDefault("PowerUnit", "mW"));
        }
        if (kind == Component.Kind.DETECTOR) {
            put(properties, "type", attributes.getOrDefault("Type", ""));
        }
        return new Fields(new TreeMap<>())
                .with(Fields.NAME, called(name, attributes, properties))
                .with(Fields.MANUFACTURER, attributes.getOrDefault("Manufacturer", ""))
                .with(Fields.MODEL, attributes.getOrDefault("Model", ""))
                .with(Fields.SERIAL, attributes.getOrDefault("SerialNumber", ""))
                .withProperties(properties);
    }

    /** What people would call it: {@code 63x/1.4 oil}, {@code 488 nm}, else its model, else what it is. */
    private static String called(String name, Map<String, String> attributes, Map<String, String> properties) {
        if (name.equals("Objective") && properties.containsKey("magnification") && properties.containsKey("na")) {
            return (number(properties.getOrDefault("magnification", "")) + "x/"
                            + number(properties.getOrDefault("na", "")) + " "
                            + properties.getOrDefault("immersion", ""))
                    .strip();
        }
        if (name.equals("Laser") && properties.containsKey("wavelength")) {
            return properties.getOrDefault("wavelength", "");
        }
        String model = attributes.getOrDefault("Model", "");
        return model.isEmpty() ? name + " " + attributes.getOrDefault("ID", "") : model;
    }

    private static String number(String text) {
        return text.replaceFirst("\\.0+$", "");
    }

    private void over(String name, Map<String, String> attributes) {
        Stream.of("CalibratedMagnification", "WorkingDistance", "LotNumber", "LaserMedium", "Gain", "Voltage", "Iris")
                .filter(key -> !attributes.getOrDefault(key, "").isEmpty())
                .forEach(key -> leftOver.add(
                        name + " " + attributes.getOrDefault("ID", "") + ": " + key + " " + attributes.get(key)));
    }

    private void use(String name, Map<String, String> attributes) {
        switch (name) {
            case "ObjectiveSettings" -> objective = attributes.getOrDefault("ID", "");
            case "Channel" -> {
                channels.add(new HashMap<>(attributes));
            }
            case "LightSourceSettings", "DetectorSettings" -> {
                if (!channels.isEmpty()) {
                    channels.get(channels.size() - 1).put(name, attributes.getOrDefault("ID", ""));
                }
            }
            default -> {
                // what else an image says is of the image
            }
        }
    }

    private InstrumentDraft draft() {
        if (instruments == 0 && channels.isEmpty()) {
            throw InstrumentImport.refused(file, "says nothing of an instrument");
        }
        String model = microscope.getOrDefault("Model", "");
        String made = (microscope.getOrDefault("Manufacturer", "") + " " + model).strip();
        Fields fields = new Fields(new TreeMap<>())
                .with(Fields.NAME, made.isEmpty() ? "Imported microscope" : made)
                .with(Fields.MANUFACTURER, microscope.getOrDefault("Manufacturer", ""))
                .with(Fields.MODEL, model)
                .with(Fields.SERIAL, microscope.getOrDefault("SerialNumber", ""));
        if (microscope.containsKey("Type")) {
            leftOver.add("The stand: Type " + microscope.get("Type"));
        }
        if (instruments > 1) {
            leftOver.add("The file describes " + instruments + " instruments; the first one is read.");
        }
        return new InstrumentDraft(fields, List.copyOf(parts.values()), paths(), List.of(), leftOver);
    }

    private List<InstrumentDraft.LightPath> paths() {
        List<InstrumentDraft.LightPath> paths = new ArrayList<>();
        for (Map<String, String> channel : channels) {
            List<InstrumentDraft.Part> used = Stream.of(
                            objective,
                            channel.getOrDefault("LightSourceSettings", ""),
                            channel.getOrDefault("DetectorSettings", ""))
                    .flatMap(id -> Stream.ofNullable(parts.get(id)))
                    .toList();
            TreeMap<String, String> properties = new TreeMap<>();
            put(properties, "excitation", length(channel, "ExcitationWavelength", ""));
            put(properties, "emission", length(channel, "EmissionWavelength", ""));
            String mode = channel.getOrDefault("AcquisitionMode", "");
            put(properties, "modality", MODALITIES.getOrDefault(mode, ""));
            if (!mode.isEmpty() && !MODALITIES.containsKey(mode)) {
                leftOver.add("Channel " + channel.getOrDefault("Name", "") + ": AcquisitionMode " + mode);
            }
            if (!channel.getOrDefault("PinholeSize", "").isEmpty()) {
                leftOver.add("Channel " + channel.getOrDefault("Name", "") + ": PinholeSize "
                        + channel.get("PinholeSize") + " " + channel.getOrDefault("PinholeSizeUnit", "µm")
                        + " (here a pinhole is given in Airy units)");
            }
            paths.add(new InstrumentDraft.LightPath(
                    "",
                    new Fields(new TreeMap<>())
                            .with(Fields.NAME, pathName(channel, used))
                            .withProperties(properties),
                    used.stream().map(InstrumentDraft.Part::key).toList()));
        }
        return paths;
    }

    private String pathName(Map<String, String> channel, List<InstrumentDraft.Part> used) {
        String lens = used.stream()
                .filter(part -> part.kind() == Component.Kind.OBJECTIVE)
                .findFirst()
                .map(part -> part.fields().text(Fields.NAME) + ", ")
                .orElse("");
        String name = channel.getOrDefault("Name", "");
        String light = length(channel, "ExcitationWavelength", " ");
        return lens + (name.isEmpty() ? light.isEmpty() ? "channel " + (channels.indexOf(channel) + 1) : light : name);
    }

    /** A wavelength in nanometres as our parameters write it, for instance {@code 488nm}. */
    private static String length(Map<String, String> attributes, String key, String between) {
        String number = attributes.getOrDefault(key, "");
        if (!number.matches("[0-9]+([.][0-9]+)?")) {
            return "";
        }
        String unit = attributes.getOrDefault(key + "Unit", "nm");
        return number(number) + between + unit.toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, String> properties, String name, String value) {
        if (!value.isEmpty()) {
            properties.put(name, value);
        }
    }
}
