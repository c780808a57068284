package org.fiducial.metrology.image;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * What an image file says of its acquisition. Absent means the file does not say it.
 *
 * @param spacing the sampling grid as the file states it
 * @param optics numerical aperture and immersion
 * @param channels one entry a channel, in file order
 * @param acquisition when and with what
 */
public record ImageMetadata(Spacing spacing, Optics optics, List<Channel> channels, Acquisition acquisition) {

    public ImageMetadata {
        channels = List.copyOf(channels);
    }

    /** Metadata that say nothing but the sampling grid. */
    public static ImageMetadata spacedBy(VoxelSize voxel) {
        return new ImageMetadata(
                new Spacing(micrometres(voxel.xUm()), micrometres(voxel.yUm()), micrometres(voxel.zUm())),
                new Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new Acquisition("", Optional.empty(), Optional.empty(), List.of()));
    }

    private static Optional<Quantity> micrometres(double lengthUm) {
        return Optional.of(new Quantity(lengthUm, Unit.MICROMETRE));
    }

    /** Pixel sizes and plane distance. */
    public record Spacing(Optional<Quantity> pixelSizeX, Optional<Quantity> pixelSizeY, Optional<Quantity> zStep) {}

    /** The objective. {@code immersion} in the words of the file. */
    public record Optics(
            Optional<Double> numericalAperture, Optional<String> immersion, Optional<Double> refractiveIndex) {}

    /** One channel. {@code mode} is the acquisition mode in the words of the file. */
    public record Channel(
            Optional<String> name,
            Optional<Quantity> excitation,
            Optional<Quantity> emission,
            Optional<Double> pinholeAiryUnits,
            Optional<String> mode) {}

    /** Time and instrument. {@code format} names the kind of file, for instance {@code OME-TIFF}. */
    public record Acquisition(
            String format, Optional<Instant> acquiredAt, Optional<String> instrument, List<String> notes) {

        public Acquisition {
            notes = List.copyOf(notes);
        }
    }
}
