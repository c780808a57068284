package org.fiducial.metrology.image;

import java.io.Closeable;

/**
 * An image stack that is read plane by plane, so that a stack larger than the memory can be analysed.
 *
 * <p>Not safe for use by several threads at once.
 */
public interface ImageStack extends Closeable {

    /** The extent of the stack. A z-series stored as a time series is already turned into a z-series here. */
    StackShape shape();

    /** How the file stores its pixels. */
    PixelType pixelType();

    /** What the file says of the acquisition; each value present came from the file. */
    ImageMetadata metadata();

    /**
     * Reads one plane.
     *
     * @param channel index from 0
     * @param z index from 0
     * @param time index from 0
     * @param target receives the pixels row by row; as many as the plane has, of the type of this stack
     * @throws UnreadableImageException if the file ends early or cannot be decoded
     */
    void readPlane(int channel, int z, int time, PixelPlane target);

    @Override
    void close();
}
