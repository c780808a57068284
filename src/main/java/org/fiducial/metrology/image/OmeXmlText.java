package org.fiducial.metrology.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata.Channel;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** Writes what is known of a stack as OME-XML (schema 2016-06). */
final class OmeXmlText {

    private static final String NAMESPACE = "http://www.openmicroscopy.org/Schemas/OME/2016-06";

    private final StringBuilder out = new StringBuilder(1024);
    private final StackShape shape;
    private final PixelType type;
    private final ImageMetadata metadata;

    private OmeXmlText(StackShape shape, PixelType type, ImageMetadata metadata) {
        this.shape = shape;
        this.type = type;
        this.metadata = metadata;
    }

    static String of(StackShape shape, PixelType type, ImageMetadata metadata) {
        return new OmeXmlText(shape, type, metadata).document();
    }

    private String document() {
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?><OME xmlns=\"")
                .append(NAMESPACE)
                .append("\">");
        out.append("<Instrument ID=\"Instrument:0\">");
        metadata.acquisition().instrument().ifPresent(name -> open("Microscope")
                .attribute("Model", Optional.of(name))
                .end());
        open("Objective").attribute("ID", Optional.of("Objective:0"));
        attribute("LensNA", metadata.optics().numericalAperture().map(OmeXmlText::number));
        attribute("Immersion", metadata.optics().immersion());
        end();
        out.append("</Instrument><Image ID=\"Image:0\">");
        metadata.acquisition()
                .acquiredAt()
                .ifPresent(when -> out.append("<AcquisitionDate>").append(when).append("</AcquisitionDate>"));
        out.append("<InstrumentRef ID=\"Instrument:0\"/>");
        open("ObjectiveSettings").attribute("ID", Optional.of("Objective:0"));
        attribute("RefractiveIndex", metadata.optics().refractiveIndex().map(OmeXmlText::number));
        end();
        pixels();
        out.append("</Image></OME>");
        return out.toString();
    }

    private void pixels() {
        open("Pixels").attribute("ID", Optional.of("Pixels:0"));
        attribute("DimensionOrder", Optional.of("XYCZT"));
        attribute("Type", Optional.of(typeName()));
        attribute("SizeX", Optional.of(Integer.toString(shape.width())));
        attribute("SizeY", Optional.of(Integer.toString(shape.height())));
        attribute("SizeC", Optional.of(Integer.toString(shape.channels())));
        attribute("SizeZ", Optional.of(Integer.toString(shape.depth())));
        attribute("SizeT", Optional.of(Integer.toString(shape.times())));
        length("PhysicalSizeX", metadata.spacing().pixelSizeX(), Unit.MICROMETRE);
        length("PhysicalSizeY", metadata.spacing().pixelSizeY(), Unit.MICROMETRE);
        length("PhysicalSizeZ", metadata.spacing().zStep(), Unit.MICROMETRE);
        out.append('>');
        List<Channel> channels = metadata.channels();
        for (int i = 0; i < shape.channels(); i++) {
            open("Channel").attribute("ID", Optional.of("Channel:0:" + i));
            attribute("SamplesPerPixel", Optional.of("1"));
            if (i < channels.size()) {
                Channel channel = channels.get(i);
                attribute("Name", channel.name());
                attribute("AcquisitionMode", channel.mode());
                length("ExcitationWavelength", channel.excitation(), Unit.NANOMETRE);
                length("EmissionWavelength", channel.emission(), Unit.NANOMETRE);
            }
            end();
        }
        out.append("<TiffData/></Pixels>");
    }

    private String typeName() {
        return switch (type) {
            case FLOAT32 -> "float";
            case FLOAT64 -> "double";
            case UINT8, UINT16, UINT32, INT16, INT32 -> type.name().toLowerCase(Locale.ROOT);
        };
    }

    private OmeXmlText open(String element) {
        out.append('<').append(element);
        return this;
    }

    private void end() {
        out.append("/>");
    }

    private OmeXmlText attribute(String name, Optional<String> value) {
        value.ifPresent(text -> out.append(' ')
                .append(name)
                .append("=\"")
                .append(text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;"))
                .append('"'));
        return this;
    }

    private void length(String name, Optional<Quantity> length, Unit unit) {
        attribute(name, length.map(quantity -> number(quantity.valueIn(unit))));
        attribute(name + "Unit", length.map(quantity -> unit.sign()));
    }

    private static String number(double value) {
        return Double.toString(value);
    }
}
