package org.fiducial.metrology.protocol;

import java.util.Arrays;

/**
 * A small grey image with the size of its pixels, where that is known.
 *
 * <p>Pixel (x, y) is element {@code y * width + x}. The array is copied in and out.
 */
public final class Raster {

    private final int width;
    private final int height;
    private final float[] values;
    private final double pixelWidthUm;
    private final double pixelHeightUm;
    private final boolean scaled;

    private Raster(int width, int height, float[] values, double[] pixelUm, boolean scaled) {
        this.width = width;
        this.height = height;
        this.values = values;
        this.pixelWidthUm = pixelUm[0];
        this.pixelHeightUm = pixelUm[1];
        this.scaled = scaled;
    }

    /**
     * An image of square or oblong pixels.
     *
     * @param values [height * width], row by row
     * @param pixelWidthUm width of a pixel [µm]; for XZ and YZ views the two sizes differ
     * @param pixelHeightUm height of a pixel [µm]
     */
    public static Raster of(int width, int height, float[] values, double pixelWidthUm, double pixelHeightUm) {
        requireSize(width, height, values);
        if (!(pixelWidthUm > 0) || !(pixelHeightUm > 0)) {
            throw new IllegalArgumentException("pixel sizes must be positive");
        }
        return new Raster(width, height, values.clone(), new double[] {pixelWidthUm, pixelHeightUm}, true);
    }

    /**
     * An image whose pixels are square and of unknown size: drawn without a scale bar.
     *
     * @param values [height * width], row by row
     */
    public static Raster unscaled(int width, int height, float[] values) {
        requireSize(width, height, values);
        return new Raster(width, height, values.clone(), new double[] {1, 1}, false);
    }

    private static void requireSize(int width, int height, float[] values) {
        if (width < 1 || height < 1 || values.length != width * height) {
            throw new IllegalArgumentException(
                    "a raster of " + width + " x " + height + " needs as many values, had " + values.length);
        }
    }

    /** Whether the size of the pixels is known; 1 µm stands for it where not. */
    public boolean scaled() {
        return scaled;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public double pixelWidthUm() {
        return pixelWidthUm;
    }

    public double pixelHeightUm() {
        return pixelHeightUm;
    }

    /** The value of one pixel. */
    public float value(int x, int y) {
        return values[y * width + x];
    }

    /** A copy of all values, row by row. */
    public float[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Raster raster
                && width == raster.width
                && height == raster.height
                && scaled == raster.scaled
                && Double.compare(pixelWidthUm, raster.pixelWidthUm) == 0
                && Double.compare(pixelHeightUm, raster.pixelHeightUm) == 0
                && Arrays.equals(values, raster.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * width + height) + Arrays.hashCode(values);
    }
}
