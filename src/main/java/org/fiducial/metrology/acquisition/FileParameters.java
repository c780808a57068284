package org.fiducial.metrology.acquisition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;

/**
 * What an image file says, in the words of the protocol's parameters. Pixel sizes and z-step are taken as they stand, so
 * that nonsense can be refused by name; of the rest what cannot be true is left out with a remark. What the protocol does
 * not ask for is left out without a word.
 */
public final class FileParameters {

    private final ProtocolDefinition protocol;
    private final String file;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Remark> remarks = new ArrayList<>();

    private FileParameters(ProtocolDefinition protocol, String file) {
        this.protocol = protocol;
        this.file = file;
    }

    public static FileParameters of(ImageMetadata metadata, ProtocolDefinition protocol, String file) {
        FileParameters read = new FileParameters(protocol, file);
        read.spacing(metadata.spacing());
        read.optics(metadata.optics());
        for (int i = 0; i < metadata.channels().size(); i++) {
            read.channel(metadata.channels().get(i), i + 1);
        }
        read.modality(metadata.channels());
        return read;
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    private void spacing(ImageMetadata.Spacing spacing) {
        Optional<Quantity> x = spacing.pixelSizeX();
        Optional<Quantity> y = spacing.pixelSizeY();
        if (x.isPresent() && (y.isEmpty() || x.equals(y))) {
            plain("pixel-size", x.get());
        } else {
            x.ifPresent(size -> plain("pixel-size-x", size));
            y.ifPresent(size -> plain("pixel-size-y", size));
        }
        spacing.zStep().ifPresent(step -> plain("z-step", step));
    }

    private void plain(String name, Quantity quantity) {
        if (protocol.parameter(name).isEmpty()) {
            return;
        }
        parameters.add(new Parameter(ParameterName.of(name), new Value.Numeric(quantity), Origin.FILE));
    }

    private void optics(ImageMetadata.Optics optics) {
        optics.numericalAperture().ifPresent(na -> checked("na", na.toString()));
        optics.refractiveIndex().ifPresent(index -> checked("immersion-index", index.toString()));
        optics.immersion().flatMap(FileParameters::medium).ifPresent(medium -> checked("immersion", medium));
    }

    private static Optional<String> medium(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return List.of("oil", "water", "glycerol", "silicone", "air").stream()
                .filter(medium -> lower.startsWith(medium))
                .findFirst()
                .or(() -> lower.startsWith("dry") ? Optional.of("air") : Optional.empty())
                .or(() -> lower.startsWith("glycerin") ? Optional.of("glycerol") : Optional.empty());
    }

    private void channel(ImageMetadata.Channel channel, int number) {
        String suffix = "." + number;
        channel.emission().ifPresent(length -> checked("emission" + suffix, text(length)));
        channel.excitation().ifPresent(length -> checked("excitation" + suffix, text(length)));
        channel.pinholeAiryUnits().ifPresent(pinhole -> checked("pinhole" + suffix, pinhole.toString()));
    }

    private void modality(List<ImageMetadata.Channel> channels) {
        List<Optional<Modality>> modes = channels.stream()
                .map(channel -> channel.mode().flatMap(Modality::ofFileMode))
                .distinct()
                .toList();
        if (modes.size() == 1) {
            modes.get(0).ifPresent(mode -> checked("modality", mode.word()));
        }
    }

    private static String text(Quantity quantity) {
        return quantity.value() + quantity.unit().code();
    }

    private void checked(String name, String text) {
        if (protocol.parameter(name.split("\\.", 2)[0]).isEmpty()) {
            return;
        }
        try {
            parameters.add(protocol.parse(name, text, Origin.FILE));
        } catch (UnusableInputException impossible) {
            remarks.add(new Remark(
                    "FILE_VALUE_IGNORED",
                    Remark.Severity.NOTE,
                    "File '" + file + "' says " + name + " = " + text
                            + ", which cannot be true; it was ignored, give --set " + name + "=… if it matters."));
        }
    }
}
