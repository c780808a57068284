package org.fiducial.metrology.image;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;
import org.fiducial.metrology.image.ImageMetadata.Channel;
import org.fiducial.metrology.image.ImageMetadata.Optics;
import org.fiducial.metrology.image.ImageMetadata.Spacing;
import org.fiducial.metrology.quantity.Dimension;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Reads the first image of an OME-XML document. Neither document types nor outside entities are ever followed. */
final class OmeXml {

    private final Map<String, String> pixels = new HashMap<>();
    private final List<Map<String, String>> channels = new ArrayList<>();
    private final List<Map<String, String>> tiffData = new ArrayList<>();
    private final Map<String, Map<String, String>> objectives = new HashMap<>();
    private final Map<String, String> instruments = new HashMap<>();
    private final Map<String, String> objectiveSettings = new HashMap<>();
    private String instrument = "";
    private String instrumentRef = "";
    private String acquired = "";
    private int images;

    private OmeXml() {}

    static boolean describes(String text) {
        return text.contains("<OME") && text.contains("<Pixels");
    }

    /**
     * Reads the document.
     *
     * @throws UnsoundTiffException if it is no XML or states impossible extents
     */
    static OmeImage read(String text, String format) throws UnsoundTiffException {
        OmeXml document = new OmeXml();
        try {
            document.parse(text);
            return document.image(format);
        } catch (XMLStreamException e) {
            throw new UnsoundTiffException("OME-XML that is not well-formed");
        } catch (NumberFormatException e) {
            throw new UnsoundTiffException("OME-XML with a number that is none");
        }
    }

    private void parse(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String trimmed = text.substring(text.indexOf('<'), text.lastIndexOf('>') + 1);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(trimmed));
        try {
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    element(reader);
                }
            }
        } finally {
            reader.close();
        }
    }

    private void element(XMLStreamReader reader) throws XMLStreamException {
        Map<String, String> attributes = attributes(reader);
        String name = reader.getLocalName();
        if (name.equals("Image")) {
            images++;
        }
        if (images == 0) {
            instrumentElement(name, attributes);
        }
        if (images == 1) {
            imageElement(name, attributes, reader);
        }
    }

    private void instrumentElement(String name, Map<String, String> attributes) {
        switch (name) {
            case "Instrument" -> instrument = attributes.getOrDefault("ID", "");
            case "Objective" -> objectives.put(attributes.getOrDefault("ID", ""), attributes);
            case "Microscope" -> instruments.put(instrument, label(attributes));
            default -> {
                // detectors, filters and light sources say nothing that a check needs
            }
        }
    }

    private static String label(Map<String, String> microscope) {
        return (microscope.getOrDefault("Manufacturer", "") + " " + microscope.getOrDefault("Model", "")).strip();
    }

    private void imageElement(String name, Map<String, String> attributes, XMLStreamReader reader)
            throws XMLStreamException {
        switch (name) {
            case "Pixels" -> pixels.putAll(attributes);
            case "Channel" -> channels.add(attributes);
            case "TiffData" -> tiffData.add(attributes);
            case "UUID" -> {
                if (!tiffData.isEmpty()) {
                    tiffData.get(tiffData.size() - 1).put("FileName", attributes.getOrDefault("FileName", ""));
                }
            }
            case "ObjectiveSettings", "ObjectiveRef" -> objectiveSettings.putAll(attributes);
            case "InstrumentRef" -> instrumentRef = attributes.getOrDefault("ID", "");
            case "AcquisitionDate", "AcquiredDate", "CreationDate" -> acquired = reader.getElementText();
            default -> {
                // planes, regions and annotations
            }
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(
                    reader.getAttributeLocalName(i), reader.getAttributeValue(i).strip());
        }
        return attributes;
    }

    private OmeImage image(String format) throws UnsoundTiffException {
        String order = pixels.getOrDefault("DimensionOrder", "XYZCT").toUpperCase(Locale.ROOT);
        boolean known = order.length() == 5
                && order.startsWith("XY")
                && order.indexOf('C') > 0
                && order.indexOf('Z') > 0
                && order.indexOf('T') > 0;
        if (!known) {
            throw new UnsoundTiffException("OME-XML with the dimension order " + order);
        }
        return new OmeImage(shape(), order.substring(2), tiffData(), metadata(format), images > 1);
    }

    private StackShape shape() throws UnsoundTiffException {
        int width = extent("SizeX");
        int height = extent("SizeY");
        int depth = extent("SizeZ");
        int samples = channels.stream()
                .mapToInt(channel -> Integer.parseInt(channel.getOrDefault("SamplesPerPixel", "1")))
                .max()
                .orElse(1);
        if (samples > 1) {
            throw new UnsoundTiffException("a colour picture with " + samples + " values a pixel");
        }
        return new StackShape(width, height, depth, extent("SizeC"), extent("SizeT"));
    }

    private int extent(String name) throws UnsoundTiffException {
        int extent = Integer.parseInt(pixels.getOrDefault(name, "0"));
        if (extent < 1) {
            throw new UnsoundTiffException("OME-XML with " + name + " " + pixels.getOrDefault(name, "missing"));
        }
        return extent;
    }

    private List<OmeImage.TiffData> tiffData() {
        return tiffData.stream()
                .map(data -> new OmeImage.TiffData(
                        Integer.parseInt(data.getOrDefault("IFD", "-1")),
                        new OmeImage.Position(
                                Integer.parseInt(data.getOrDefault("FirstC", "0")),
                                Integer.parseInt(data.getOrDefault("FirstZ", "0")),
                                Integer.parseInt(data.getOrDefault("FirstT", "0"))),
                        Integer.parseInt(data.getOrDefault("PlaneCount", data.getOrDefault("NumPlanes", "-1"))),
                        data.getOrDefault("FileName", "")))
                .toList();
    }

    private ImageMetadata metadata(String format) {
        Spacing spacing = new Spacing(
                length(pixels, "PhysicalSizeX", Unit.MICROMETRE),
                length(pixels, "PhysicalSizeY", Unit.MICROMETRE),
                length(pixels, "PhysicalSizeZ", Unit.MICROMETRE));
        Optional<String> microscope = Optional.ofNullable(instruments.get(instrumentRef))
                .or(() -> instruments.values().stream().findFirst())
                .filter(label -> !label.isEmpty());
        return new ImageMetadata(
                spacing,
                optics(),
                channels.stream().map(OmeXml::channel).toList(),
                new Acquisition(format, instant(acquired), microscope, List.of()));
    }

    private Optics optics() {
        String id = objectiveSettings.getOrDefault("ID", "");
        Map<String, String> objective = objectives.containsKey(id)
                ? objectives.getOrDefault(id, Map.of())
                : objectives.size() == 1 ? objectives.values().iterator().next() : Map.of();
        return new Optics(
                positive(objective, "LensNA"),
                Optional.ofNullable(objective.get("Immersion")).filter(word -> !word.isEmpty()),
                positive(objectiveSettings, "RefractiveIndex"));
    }

    private static Channel channel(Map<String, String> channel) {
        return new Channel(
                Optional.ofNullable(channel.get("Name")).filter(name -> !name.isEmpty()),
                length(channel, "ExcitationWavelength", Unit.NANOMETRE),
                length(channel, "EmissionWavelength", Unit.NANOMETRE),
                Optional.empty(),
                Optional.ofNullable(channel.get("AcquisitionMode")));
    }

    /** A length with the unit of its own attribute, else the unit the schema declares. */
    private static Optional<Quantity> length(Map<String, String> attributes, String name, Unit declared) {
        Optional<Double> value = Optional.ofNullable(attributes.get(name)).flatMap(OmeXml::number);
        Optional<String> unitText = Optional.ofNullable(attributes.get(name + "Unit"));
        Optional<Unit> unit = unitText.isEmpty()
                ? Optional.of(declared)
                : LengthText.unit(unitText.get()).filter(each -> each.dimension() == Dimension.LENGTH);
        return value.flatMap(number -> unit.map(each -> new Quantity(number, each)));
    }

    private static Optional<Double> positive(Map<String, String> attributes, String name) {
        return Optional.ofNullable(attributes.get(name)).flatMap(OmeXml::number).filter(number -> number > 0);
    }

    private static Optional<Double> number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A date without a zone is taken as UTC, as the OME schema asks. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException withoutZone) {
            try {
                return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
            } catch (DateTimeParseException none) {
                return Optional.empty();
            }
        }
    }
}
