package org.fiducial.metrology.field;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.fiducial.metrology.field.FieldChannel.SmoothField;
import org.fiducial.metrology.field.FieldFigures.Look;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Raster;
import org.fiducial.metrology.quantity.Unit;

/** Small pictures of a field: means over squares of pixels, at most 256 a side. */
final class FieldRasters {

    private static final int LONGEST = 256;

    private final FlatImage image;
    private final int binning;
    private final int columns;
    private final int rows;
    private final Optional<Double> pixelUm;

    FieldRasters(FlatImage image, Parameters parameters) {
        this.image = image;
        this.binning = (Math.max(image.width(), image.height()) + LONGEST - 1) / LONGEST;
        this.columns = image.width() / binning;
        this.rows = image.height() / binning;
        this.pixelUm = parameters.number("pixel-size", Unit.MICROMETRE);
    }

    /** Mean counts above the offset. */
    Raster image() {
        return raster((x, y, row) -> image.counts()[y * image.width() + x], image::counts, Optional.empty());
    }

    /** The smooth field in per cent of its maximum. */
    Raster surface(SmoothField field) {
        double highest = field.shape().highest(field.surface().coefficients());
        return raster((x, y, row) -> 100 * row[x] / highest, index -> true, Optional.of(field));
    }

    /** What pixels differ from the smooth field, in per cent of it. */
    Raster residual(SmoothField field) {
        return raster(
                (x, y, row) -> 100 * (image.counts()[y * image.width() + x] / row[x] - 1),
                image::counts,
                Optional.of(field));
    }

    /** The value of a pixel, given the smooth field along its row. */
    private interface PixelValue {
        double at(int x, int y, double[] row);
    }

    private Raster raster(PixelValue value, IntPredicate shown, Optional<SmoothField> field) {
        double[] sums = new double[columns * rows];
        int[] counted = new int[columns * rows];
        for (int y = 0; y < rows * binning; y++) {
            int line = y;
            double[] row = field.map(each -> each.surface().row(line, image)).orElseGet(() -> new double[0]);
            for (int x = 0; x < columns * binning; x++) {
                if (shown.test(y * image.width() + x)) {
                    int place = y / binning * columns + x / binning;
                    sums[place] += value.at(x, y, row);
                    counted[place]++;
                }
            }
        }
        float[] means = new float[sums.length];
        for (int i = 0; i < means.length; i++) {
            means[i] = counted[i] > 0 ? (float) (sums[i] / counted[i]) : 0;
        }
        return pixelUm.map(um -> Raster.of(columns, rows, means, um * binning, um * binning))
                .orElseGet(() -> Raster.unscaled(columns, rows, means));
    }

    /** A marker at a relative position. */
    Marker marker(double u, double v, Look look) {
        return new Marker(
                new Marker.Position(pixel(u, image.width()), pixel(v, image.height()), look.size()),
                look.shape(),
                look.tone(),
                look.label());
    }

    private double pixel(double relative, int size) {
        return (0.5 * ((relative + 1) * size - 1) - 0.5 * (binning - 1)) / binning;
    }

    /** A length in pixels of the image, in pixels of the picture. */
    double scaled(double pixels) {
        return pixels / binning;
    }
}
