package org.fiducial.metrology.image;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;

/**
 * What the description of a file says of its planes.
 *
 * @param shape the extents
 * @param planeOf [(time * depth + z) * channels + channel] index of the plane in the sequence of the file
 * @param metadata the acquisition
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StackLayout(StackShape shape, int[] planeOf, ImageMetadata metadata) {

    int plane(int channel, int z, int time) {
        if (channel < 0
                || channel >= shape.channels()
                || z < 0
                || z >= shape.depth()
                || time < 0
                || time >= shape.times()) {
            throw new IllegalArgumentException(
                    "plane c " + channel + ", z " + z + ", t " + time + " is not in " + shape);
        }
        return planeOf[(time * shape.depth() + z) * shape.channels() + channel];
    }

    /**
     * Numbers the planes of a file whose axes run in the given order.
     *
     * @param order the letters C, Z, T from the fastest axis to the slowest
     */
    static int[] sequence(StackShape shape, String order) {
        int[] planeOf = new int[shape.channels() * shape.depth() * shape.times()];
        int strideC = stride(shape, order, 'C');
        int strideZ = stride(shape, order, 'Z');
        int strideT = stride(shape, order, 'T');
        int at = 0;
        for (int t = 0; t < shape.times(); t++) {
            for (int z = 0; z < shape.depth(); z++) {
                for (int c = 0; c < shape.channels(); c++) {
                    planeOf[at++] = c * strideC + z * strideZ + t * strideT;
                }
            }
        }
        return planeOf;
    }

    private static int stride(StackShape shape, String order, char axis) {
        int stride = 1;
        for (int i = 0; i < order.indexOf(axis); i++) {
            stride *= extent(shape, order.charAt(i));
        }
        return stride;
    }

    static int extent(StackShape shape, char axis) {
        return switch (axis) {
            case 'C' -> shape.channels();
            case 'Z' -> shape.depth();
            case 'T' -> shape.times();
            default -> throw new IllegalArgumentException("no axis " + axis);
        };
    }

    /** A z-series stored as a time series becomes a z-series; the plane numbers stay as they are. */
    StackLayout withTimeReadAsDepth() {
        if (shape.depth() > 1 || shape.times() == 1) {
            return this;
        }
        StackShape turned = new StackShape(shape.width(), shape.height(), shape.times(), shape.channels(), 1);
        return new StackLayout(turned, planeOf, metadata).with(StackNote.Z_WRITTEN_AS_T);
    }

    StackLayout with(StackNote note) {
        Acquisition before = metadata.acquisition();
        List<String> notes = new ArrayList<>(before.notes());
        notes.add(note.sentence());
        Acquisition after = new Acquisition(before.format(), before.acquiredAt(), before.instrument(), notes);
        return new StackLayout(
                shape, planeOf, new ImageMetadata(metadata.spacing(), metadata.optics(), metadata.channels(), after));
    }
}
