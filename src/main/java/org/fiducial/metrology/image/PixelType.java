package org.fiducial.metrology.image;

/** How a file stores one pixel. */
public enum PixelType {
    UINT8(1, 255),
    UINT16(2, 65_535),
    INT16(2, 32_767),
    UINT32(4, 4_294_967_295.0),
    INT32(4, 2_147_483_647),
    FLOAT32(4, Double.POSITIVE_INFINITY),
    FLOAT64(8, Double.POSITIVE_INFINITY);

    private final int bytes;
    private final double fullScale;

    PixelType(int bytes, double fullScale) {
        this.bytes = bytes;
        this.fullScale = fullScale;
    }

    /** Bytes of one pixel. */
    public int bytes() {
        return bytes;
    }

    /** The largest number a pixel of this type can hold; infinite for floating point. */
    public double fullScale() {
        return fullScale;
    }
}
