package org.fiducial.metrology.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A stack whose planes come from a file. */
final class FileStack implements ImageStack {

    private final Path file;
    private final StackLayout layout;
    private final PixelType pixelType;
    private final PlaneSource source;

    FileStack(Path file, StackLayout layout, PixelType pixelType, PlaneSource source) {
        this.file = file;
        this.layout = layout;
        this.pixelType = pixelType;
        this.source = source;
    }

    @Override
    public StackShape shape() {
        return layout.shape();
    }

    @Override
    public PixelType pixelType() {
        return pixelType;
    }

    @Override
    public ImageMetadata metadata() {
        return layout.metadata();
    }

    @Override
    public void readPlane(int channel, int z, int time, PixelPlane target) {
        int page = layout.plane(channel, z, time);
        if (target.size() != shape().planeSize() || target.type() != pixelType) {
            throw new IllegalArgumentException("a plane has " + shape().planeSize() + " pixels of " + pixelType
                    + ", the target " + target.size() + " of " + target.type());
        }
        try {
            source.read(page, target);
        } catch (IOException e) {
            throw Refusal.of(file)
                    .because(
                            "pixels for channel " + (channel + 1) + ", plane " + (z + 1) + ", time " + (time + 1),
                            "damage (" + e.getMessage() + ")",
                            "export the stack again",
                            e);
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
