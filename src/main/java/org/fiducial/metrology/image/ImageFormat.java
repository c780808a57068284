package org.fiducial.metrology.image;

import java.nio.file.Path;

/** A kind of image file. An optional plug-in adds kinds that the project does not read itself. */
public interface ImageFormat {

    /** True if this format may be able to read the file; decided by name or first bytes, without reading it whole. */
    boolean reads(Path file);

    /**
     * Opens the file.
     *
     * @throws UnreadableImageException if the file cannot be used
     */
    ImageStack open(Path file);
}
