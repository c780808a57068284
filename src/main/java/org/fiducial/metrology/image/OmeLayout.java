package org.fiducial.metrology.image;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the planes of an OME-TIFF file by its TiffData elements. */
final class OmeLayout {

    private OmeLayout() {}

    static StackLayout of(TiffStructure structure, String xml, Path file) throws UnsoundTiffException {
        OmeImage image = OmeXml.read(xml, "OME-TIFF");
        TiffPage page = structure.pages().get(0);
        StackShape shape = image.shape();
        if (shape.width() != page.width() || shape.height() != page.height()) {
            throw new UnsoundTiffException("planes of " + page.width() + " x " + page.height()
                    + " pixels where the OME-XML promises " + shape.width() + " x " + shape.height());
        }
        checkOneFile(image, file);
        long wanted = (long) shape.channels() * shape.depth() * shape.times();
        if (wanted > structure.pages().size()) {
            throw new UnsoundTiffException(structure.pages().size() + " planes where the OME-XML promises "
                    + shape.channels() + " channels x " + shape.depth() + " z x " + shape.times() + " times");
        }
        int[] planeOf = place(image, structure.pages().size());
        StackLayout layout = new StackLayout(shape, planeOf, image.metadata());
        if (image.several()) {
            layout = layout.with(StackNote.FIRST_OF_SEVERAL_IMAGES);
        }
        return layout.withTimeReadAsDepth();
    }

    private static void checkOneFile(OmeImage image, Path file) throws UnsoundTiffException {
        Set<String> names = image.planes().stream()
                .map(OmeImage.TiffData::file)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        if (names.size() > 1) {
            throw new UnsoundTiffException("one part of an image that is spread over " + names.size()
                    + " files, of which " + file.getFileName() + " is one (export it as a single file)");
        }
    }

    private static int[] place(OmeImage image, int pages) throws UnsoundTiffException {
        StackShape shape = image.shape();
        int[] sequence = StackLayout.sequence(shape, image.order());
        boolean byDefault = image.planes().isEmpty()
                || (image.planes().size() == 1 && namesNothing(image.planes().get(0)));
        if (byDefault) {
            return sequence;
        }
        int[] planeAt = new int[sequence.length]; // by position in the dimension order
        Arrays.fill(planeAt, -1);
        int nextIfd = 0;
        for (OmeImage.TiffData data : image.planes()) {
            nextIfd = placeRun(data, shape, image.order(), planeAt, nextIfd);
        }
        int[] planeOf = new int[sequence.length];
        for (int i = 0; i < sequence.length; i++) {
            planeOf[i] = planeAt[sequence[i]];
            if (planeOf[i] < 0 || planeOf[i] >= pages) {
                throw new UnsoundTiffException("OME-XML that gives no place to plane " + (i + 1));
            }
        }
        return planeOf;
    }

    private static boolean namesNothing(OmeImage.TiffData data) {
        return data.ifd() <= 0 && data.count() < 0 && data.first().equals(new OmeImage.Position(0, 0, 0));
    }

    private static int placeRun(OmeImage.TiffData data, StackShape shape, String order, int[] planeAt, int nextIfd)
            throws UnsoundTiffException {
        OmeImage.Position first = data.first();
        boolean inside = first.channel() >= 0
                && first.channel() < shape.channels()
                && first.z() >= 0
                && first.z() < shape.depth()
                && first.time() >= 0
                && first.time() < shape.times();
        if (!inside) {
            throw new UnsoundTiffException("OME-XML that places a plane outside the stack");
        }
        int at = 0;
        int stride = 1;
        for (char axis : List.of(order.charAt(0), order.charAt(1), order.charAt(2))) {
            int index = axis == 'C' ? first.channel() : axis == 'Z' ? first.z() : first.time();
            at += index * stride;
            stride *= StackLayout.extent(shape, axis);
        }
        int ifd = data.ifd() >= 0 ? data.ifd() : nextIfd;
        int count = data.count() >= 0 ? data.count() : data.ifd() >= 0 ? 1 : planeAt.length - at;
        for (int i = 0; i < count && at + i < planeAt.length; i++) {
            planeAt[at + i] = ifd + i;
        }
        return ifd + count;
    }
}
