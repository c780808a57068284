package org.fiducial.exchange;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.AcquiredImage.Setting;
import org.fiducial.facility.methods.Value;

/**
 * Reads the first image of an OME-XML document (2016-06 and near it): with what and how it was acquired. Document types and
 * outside entities are never followed.
 */
final class OmeAcquisition {

    private static final int DEEPEST = 60;
    private static final int MOST_PARTS = 2000;
    private static final int MOST_CHANNELS = 64;

    /** Elements inside a channel that name a part by its identifier. */
    private static final Set<String> REFERENCES = Set.of(
            "LightSourceSettings", "DetectorSettings", "ExcitationFilterRef", "EmissionFilterRef", "DichroicRef");

    private final String file;
    private final Map<String, Described> parts = new LinkedHashMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<ChannelSettings> channels = new ArrayList<>();
    private final Map<String, String> pixels = new HashMap<>();
    private Map<String, String> microscope = Map.of();
    private Map<String, String> objectiveSettings = Map.of();
    private String filter = "";
    private String acquired = "";
    private int instruments;
    private int images;

    /** An element of an instrument. */
    private record Described(String element, Component.Kind kind, Map<String, String> attributes) {}

    private OmeAcquisition(String file) {
        this.file = file;
    }

    static AcquiredImage read(String file, String text, String format) {
        OmeAcquisition document = new OmeAcquisition(file);
        try {
            document.parse(text.substring(Math.max(0, text.indexOf('<')), text.lastIndexOf('>') + 1));
        } catch (XMLStreamException e) {
            throw AcquiredImageFile.refused(file, "is no well-formed OME-XML");
        }
        if (document.images == 0) {
            throw AcquiredImageFile.refused(file, "holds OME-XML without an image");
        }
        return document.image(format);
    }

    private void parse(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        int depth = 0;
        try {
            while (reader.hasNext() && images < 2) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw AcquiredImageFile.refused(file, "declares a document type, which is not read");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element(reader, ++depth);
                } else if (event == XMLStreamConstants.CHARACTERS && !dated.isEmpty()) {
                    acquired += acquired.length() < 100 ? reader.getText().strip() : "";
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                    dated = "";
                }
            }
        } finally {
            reader.close();
        }
    }

    /** The name of the element whose text is the time of acquisition, while the reader is in it. */
    private String dated = "";

    private void element(XMLStreamReader reader, int depth) {
        if (depth > DEEPEST || parts.size() > MOST_PARTS) {
            throw AcquiredImageFile.refused(file, "is nested too deeply or holds too many parts");
        }
        String name = reader.getLocalName();
        if (depth == 1 && !name.equals("OME")) {
            throw AcquiredImageFile.refused(file, "is XML of another kind (" + MicroMetaFile.plain(name) + ")");
        }
        if (name.equals("Plane") && images == 1) {
            plane(reader);
            return;
        }
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), MicroMetaFile.plain(reader.getAttributeValue(i)));
        }
        if (name.equals("Instrument")) {
            instruments++;
        } else if (name.equals("Image")) {
            images++;
        } else if (instruments == 1 && images == 0) {
            hardware(name, attributes);
        } else if (images == 1) {
            use(name, attributes);
        }
    }

    private void hardware(String name, Map<String, String> attributes) {
        if (name.equals("Microscope")) {
            microscope = attributes;
            return;
        }
        Optional<Component.Kind> kind = OmeInstrument.kind(name);
        if (kind.isPresent()) {
            filter = attributes.getOrDefault("ID", name + parts.size());
            parts.put(filter, new Described(name, kind.get(), attributes));
        } else if (name.equals("TransmittanceRange") && parts.containsKey(filter)) {
            attributes.forEach((key, value) -> parts.get(filter).attributes().putIfAbsent(key, value));
        }
    }

    private void use(String name, Map<String, String> attributes) {
        switch (name) {
            case "AcquisitionDate" -> dated = name;
            case "ObjectiveSettings" -> {
                objectiveSettings = attributes;
                used.add(attributes.getOrDefault("ID", ""));
            }
            case "Pixels" -> pixels.putAll(attributes);
            case "Channel" -> {
                if (channels.size() < MOST_CHANNELS) {
                    channels.add(new ChannelSettings(attributes));
                }
            }
            default -> {
                if (REFERENCES.contains(name) && !channels.isEmpty()) {
                    used.add(attributes.getOrDefault("ID", ""));
                    channels.get(channels.size() - 1).set(name, attributes);
                }
            }
        }
    }

    private void plane(XMLStreamReader reader) {
        String number = attribute(reader, "TheC");
        if (number.matches("[0-9]{1,3}") && Integer.parseInt(number) < channels.size()) {
            channels.get(Integer.parseInt(number))
                    .expose(attribute(reader, "ExposureTime"), attribute(reader, "ExposureTimeUnit"));
        }
    }

    private static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : MicroMetaFile.plain(value);
    }

    private AcquiredImage image(String format) {
        return new AcquiredImage(
                format,
                make(microscope),
                time(acquired),
                parts.entrySet().stream()
                        .filter(each -> used.contains(each.getKey()))
                        .map(each -> part(each.getValue()))
                        .toList(),
                grid(),
                channels.stream().map(ChannelSettings::channel).toList());
    }

    private static Make make(Map<String, String> attributes) {
        return new Make(
                attributes.getOrDefault("Manufacturer", ""),
                attributes.getOrDefault("Model", ""),
                attributes.getOrDefault("SerialNumber", ""));
    }

    private static AcquiredImage.Part part(Described described) {
        Map<String, String> said = described.attributes();
        Map<String, Value> properties = new TreeMap<>();
        switch (described.kind()) {
            case OBJECTIVE -> {
                number(said, "NominalMagnification", "").ifPresent(value -> properties.put("magnification", value));
                number(said, "LensNA", "").ifPresent(value -> properties.put("na", value));
                text(said, "Immersion")
                        .ifPresent(value -> properties.put("immersion", new Value.Word(Immersion.word(value))));
                text(said, "Correction").ifPresent(value -> properties.put("correction", new Value.Name(value)));
            }
            case LINE, LIGHT_SOURCE -> {
                number(said, "Wavelength", "nm").ifPresent(value -> properties.put("wavelength", value));
                text(said, "Type").ifPresent(value -> properties.put("type", new Value.Name(value)));
            }
            case FILTER -> band(said).ifPresent(value -> properties.put("passband", value));
            default -> text(said, "Type").ifPresent(value -> properties.put("type", new Value.Name(value)));
        }
        return new AcquiredImage.Part(described.kind(), make(said), properties);
    }

    private static Optional<Value> band(Map<String, String> said) {
        Optional<Value.Amount> from = number(said, "CutIn", "nm");
        Optional<Value.Amount> to = number(said, "CutOut", "nm");
        return from.isPresent() && to.isPresent()
                ? Optional.of(new Value.Range(from.get(), to.get()))
                : Optional.empty();
    }

    private SortedMap<Setting, Value> grid() {
        SortedMap<Setting, Value> grid = new TreeMap<>();
        Optional<Value.Amount> across = number(pixels, "PhysicalSizeX", "µm");
        Optional<Value.Amount> down = number(pixels, "PhysicalSizeY", "µm");
        across.ifPresent(size -> grid.put(
                Setting.PIXEL_SIZE,
                down.filter(other -> !other.equals(size)).isPresent()
                        ? new Value.Several(List.of(size, down.orElseThrow()))
                        : size));
        number(pixels, "PhysicalSizeZ", "µm").ifPresent(step -> grid.put(Setting.Z_STEP, step));
        if (number(pixels, "SizeX", "").isPresent()
                && number(pixels, "SizeY", "").isPresent()) {
            grid.put(Setting.EXTENT, new Value.Name(pixels.get("SizeX") + " × " + pixels.get("SizeY")));
        }
        several("SizeZ").ifPresent(planes -> grid.put(Setting.PLANES, planes));
        several("SizeT").ifPresent(times -> grid.put(Setting.TIMES, times));
        number(pixels, "TimeIncrement", "s").ifPresent(interval -> grid.put(Setting.INTERVAL, interval));
        text(pixels, "Type").ifPresent(type -> grid.put(Setting.PIXEL_TYPE, new Value.Name(type)));
        number(objectiveSettings, "RefractiveIndex", "").ifPresent(index -> grid.put(Setting.REFRACTIVE_INDEX, index));
        return grid;
    }

    private Optional<Value> several(String name) {
        return number(pixels, name, "")
                .filter(each -> each.number().intValue() > 1)
                .map(each -> each);
    }

    /** A positive number with the unit beside it, else the one the schema declares; four digits at most. */
    static Optional<Value.Amount> number(Map<String, String> attributes, String name, String declared) {
        String unit = attributes.getOrDefault(name + "Unit", declared);
        return Numbers.of(attributes.getOrDefault(name, ""), unit)
                .filter(each -> each.number().signum() > 0);
    }

    static Optional<String> text(Map<String, String> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).filter(text -> !text.isBlank());
    }

    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(
                    text.matches(".*(Z|[+-][0-9]{2}:[0-9]{2})")
                            ? OffsetDateTime.parse(text).toLocalDateTime()
                            : LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Numbers as programs write them into attributes. */
    static final class Numbers {

        private Numbers() {}

        static Optional<Value.Amount> of(String text, String unit) {
            if (!text.matches("[+-]?[0-9]{1,15}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?")
                    || !unit.matches("[\\p{L}µ%°²/]{0,8}")) {
                return Optional.empty();
            }
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
            return Optional.of(new Value.Amount(plain, unit).rounded());
        }
    }
}
