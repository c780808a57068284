package org.fiducial.metrology.field;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.field.FieldChannel.SmoothField;
import org.fiducial.metrology.field.FieldChannel.Source;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.quantity.Unit;

/** From the mean frames of a channel to its smooth field. */
final class ChannelReading {

    private final Parameters parameters;
    private final int channel;

    ChannelReading(Parameters parameters, int channel) {
        this.parameters = parameters;
        this.channel = channel;
    }

    /**
     * Measures a channel.
     *
     * @param files mean frames, one a file
     * @param dark the mean of the dark frames, where there is one
     */
    FieldChannel read(List<FrameMean> files, Optional<FrameMean> dark) {
        Offset offset = offset(dark);
        List<FlatImage> images =
                files.stream().map(file -> aboveOffset(file, dark, offset)).toList();
        FlatImage image = mean(images);
        int pixels = image.counts().length;
        Source source = new Source(
                image,
                offset,
                files.stream().mapToInt(FrameMean::frames).sum(),
                image.excluded().cardinality() / (double) pixels,
                belowOffset(image) / (double) pixels);
        PixelFigures figures =
                PixelFigures.of(meanOf(files.stream().map(FrameMean::counts).toList()), image.width());
        return new FieldChannel(channel, source, smooth(image, images), figures);
    }

    private Offset offset(Optional<FrameMean> dark) {
        if (dark.isPresent()) {
            FrameMean frames = dark.get();
            FlatImage image = image(frames, frames.counts());
            BlockMeans blocks = BlockMeans.of(image);
            double[] means = IntStream.range(0, blocks.size())
                    .filter(blocks::valid)
                    .mapToDouble(blocks::mean)
                    .toArray();
            // The dark image is taken off pixel by pixel: what stays is how well each block of it is known.
            return new Offset(Offset.Source.MEASURED, RobustStatistics.median(means), typicalError(blocks));
        }
        Optional<Double> given = parameters.number("offset", channel, Unit.COUNT);
        if (given.isPresent()) {
            double u =
                    parameters.number("offset-uncertainty", channel, Unit.COUNT).orElse(0.0);
            return new Offset(Offset.Source.GIVEN, given.get(), u);
        }
        return new Offset(Offset.Source.NOT_REMOVED, 0, 0);
    }

    private static double typicalError(BlockMeans blocks) {
        double[] variances = IntStream.range(0, blocks.size())
                .filter(blocks::valid)
                .mapToDouble(blocks::variance)
                .toArray();
        return Math.sqrt(RobustStatistics.median(variances));
    }

    private static FlatImage aboveOffset(FrameMean file, Optional<FrameMean> dark, Offset offset) {
        float[] counts = file.counts().clone();
        for (int i = 0; i < counts.length; i++) {
            counts[i] -= dark.isPresent() ? dark.get().counts()[i] : (float) offset.level();
        }
        return image(file, counts);
    }

    private static FlatImage image(FrameMean frames, float[] counts) {
        return new FlatImage(frames.width(), counts.length / frames.width(), counts, frames.excluded());
    }

    /** A pixel that tells nothing in one file tells nothing in the mean. */
    private static FlatImage mean(List<FlatImage> images) {
        FlatImage first = images.get(0);
        BitSet excluded = new BitSet();
        images.forEach(image -> excluded.or(image.excluded()));
        return new FlatImage(
                first.width(),
                first.height(),
                meanOf(images.stream().map(FlatImage::counts).toList()),
                excluded);
    }

    private static float[] meanOf(List<float[]> images) {
        float[] mean = new float[images.get(0).length];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (float[] image : images) {
                sum += image[i];
            }
            mean[i] = (float) (sum / images.size());
        }
        return mean;
    }

    private static int belowOffset(FlatImage image) {
        int below = 0;
        for (int i = 0; i < image.counts().length; i++) {
            below += image.counts(i) && image.counts()[i] < 0 ? 1 : 0;
        }
        return below;
    }

    private static Optional<SmoothField> smooth(FlatImage image, List<FlatImage> repeats) {
        BlockMeans blocks = BlockMeans.of(image);
        return SurfaceFit.of(blocks).filter(surface -> positive(surface, image)).map(surface -> {
            FieldShape shape = new FieldShape(surface.basis(), image.width(), image.height());
            return new SmoothField(
                    surface,
                    repeats.size() < 2 ? List.of() : coefficients(repeats, surface),
                    SurfaceFit.next(blocks, surface),
                    shape,
                    FieldCentre.of(surface, shape),
                    blocks,
                    new PixelResiduals(image, blocks, surface));
        });
    }

    private static List<double[]> coefficients(List<FlatImage> repeats, FieldSurface like) {
        return repeats.stream()
                .flatMap(each -> SurfaceFit.of(BlockMeans.of(each), like).stream())
                .map(FieldSurface::coefficients)
                .toList();
    }

    /** Without light the ratios below mean nothing. */
    private static boolean positive(FieldSurface surface, FlatImage image) {
        double[] lowest = new double[image.height()];
        for (int y = 0; y < lowest.length; y++) {
            lowest[y] = Arrays.stream(surface.row(y, image)).min().orElseThrow();
        }
        return Arrays.stream(lowest).min().orElseThrow() > 0;
    }
}
