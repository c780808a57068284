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
    public void readPlane(int channel, int z, int time, float[] target) {
        read(channel, z, time, target, source::read);
    }

    @Override
    public void readPlane(int channel, int z, int time, float[] target, ImageFactsCollector facts) {
        int pixels = shape().planeSize();
        read(channel, z, time, target, (page, plane) -> source.read(page, plane, pixels, facts));
    }

    /** A way to read the pixels of a page. */
    private interface Reading {
        void read(int page, float[] target) throws IOException;
    }

    private void read(int channel, int z, int time, float[] target, Reading reading) {
        int page = layout.plane(channel, z, time);
        if (target.length < shape().planeSize()) {
            throw new IllegalArgumentException(
                    "a plane has " + shape().planeSize() + " pixels, the target only " + target.length);
        }
        try {
            reading.read(page, target);
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
