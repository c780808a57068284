package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Raster;

/**
 * A raster as coloured pixels at its physical aspect. Enlarged, each pixel stays a rectangle: what was measured is shown
 * and nothing invented. Reduced, each screen pixel is the mean of what it covers.
 */
final class TileImage {

    private static final int SMALL = 160;
    private static final int OVERSAMPLING = 2;

    private TileImage() {}

    /** Paints a raster into a rectangle. */
    static void paint(Raster raster, Ramp ramp, Rectangle at, Graphics2D graphics) {
        int columns = at.width * (raster.width() >= at.width ? 1 : OVERSAMPLING);
        int rows = at.height * (raster.height() >= at.height ? 1 : OVERSAMPLING);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                image.setRGB(column, row, ramp.rgb(mean(raster, column, row, columns, rows)));
            }
        }
        graphics.drawImage(
                image,
                new AffineTransform((double) at.width / columns, 0, 0, (double) at.height / rows, at.x, at.y),
                null);
    }

    /** Paints two rasters of one size over each other, the first green, the second magenta, each from 0 to 1. */
    static void paint(Raster green, Raster magenta, Rectangle at, Graphics2D graphics) {
        BufferedImage image = new BufferedImage(at.width, at.height, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < at.height; row++) {
            for (int column = 0; column < at.width; column++) {
                int first = level(mean(green, column, row, at.width, at.height));
                int second = level(mean(magenta, column, row, at.width, at.height));
                image.setRGB(column, row, second << 16 | first << 8 | second);
            }
        }
        graphics.drawImage(image, at.x, at.y, null);
    }

    private static int level(double share) {
        return (int) Math.round(255 * Math.sqrt(Math.max(0, Math.min(1, share))));
    }

    private static double mean(Raster raster, int column, int row, int columns, int rows) {
        int left = (int) ((long) column * raster.width() / columns);
        int right = Math.max(left + 1, (int) ((long) (column + 1) * raster.width() / columns));
        int top = (int) ((long) row * raster.height() / rows);
        int bottom = Math.max(top + 1, (int) ((long) (row + 1) * raster.height() / rows));
        double sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += raster.value(x, y);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    /** The ramp that serves all the given tiles: small crops from darkest to brightest, whole fields without outliers. */
    static Ramp ramp(Colours colours, List<Tile> tiles) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Tile tile : tiles) {
            float[] sorted = tile.raster().values();
            Arrays.sort(sorted);
            boolean small = tile.raster().width() <= SMALL && tile.raster().height() <= SMALL;
            double cut = small ? 0.002 : 0.0005;
            low = Math.min(low, sorted[(int) (cut * 10 * (sorted.length - 1))]);
            high = Math.max(high, sorted[(int) Math.ceil((small ? 1 : 1 - cut) * (sorted.length - 1))]);
        }
        return Ramp.ofImage(colours, low, high);
    }

    /** A frame so that dark images end somewhere on dark ground. */
    static void frame(Rectangle at, Color colour, Graphics2D graphics) {
        graphics.setPaint(colour);
        graphics.setStroke(new BasicStroke(1f));
        graphics.drawRect(at.x, at.y, at.width, at.height);
    }
}
