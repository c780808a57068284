package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import java.io.IOException;
import java.nio.file.Path;

/** The TIFF family: plain stacks, ImageJ hyperstacks and OME-TIFF, classic and BigTIFF. */
final class TiffFormat {

    private static final String EXPECTED = "a TIFF stack of grey values";
    private static final String ADVICE = "export the stack again as an ImageJ TIFF or OME-TIFF without loss";

    private static final int MAX_PLANES = 1_000_000;

    private TiffFormat() {}

    static boolean looksLike(byte[] head) {
        if (head.length < 8) {
            return false;
        }
        boolean little = head[0] == 'I' && head[1] == 'I' && (head[2] == 42 || head[2] == 43) && head[3] == 0;
        boolean big = head[0] == 'M' && head[1] == 'M' && head[2] == 0 && (head[3] == 42 || head[3] == 43);
        return little || big;
    }

    static ImageStack open(Path file) {
        try {
            PositionalInput input = PositionalInput.open(file);
            try {
                return open(file, input);
            } catch (IOException | RuntimeException e) {
                input.close();
                throw e;
            }
        } catch (UnsoundTiffException e) {
            throw Refusal.of(file).because(EXPECTED, String.valueOf(e.getMessage()), ADVICE, e);
        } catch (IOException e) {
            throw Refusal.of(file).because(EXPECTED, "a file that cannot be read (" + e.getMessage() + ")", ADVICE, e);
        }
    }

    private static ImageStack open(Path file, PositionalInput input) throws IOException {
        TiffStructure structure = TiffStructure.read(input);
        TiffPage first = structure.pages().get(0);
        DecodedPlanes.check(first);
        String description = structure.first().text(TIFF.TAG_IMAGE_DESCRIPTION).orElse("");
        boolean imageJ = ImageJLayout.describes(description);
        boolean contiguous = imageJ
                && structure.pages().size() == 1
                && !first.coding().compressed()
                && ImageJLayout.images(description) > 1;
        int planes = contiguous
                ? contiguousPlanes(first, description, input)
                : structure.pages().size();
        StackLayout layout = imageJ
                ? ImageJLayout.of(structure, description, planes)
                : OmeXml.describes(description)
                        ? OmeLayout.of(structure, description, file)
                        : PlainLayout.of(structure);
        if (structure.reducedSkipped()) {
            layout = layout.with(StackNote.REDUCED_COPIES_SKIPPED);
        }
        boolean compressed =
                structure.pages().stream().anyMatch(page -> page.coding().compressed());
        PlaneSource source = compressed
                ? new DecodedPlanes(input, structure.order(), structure.pages())
                : new RawPlanes(input, structure.order(), structure.pages(), contiguous);
        return new FileStack(file, layout, first.type(), source);
    }

    private static int contiguousPlanes(TiffPage first, String description, PositionalInput input)
            throws UnsoundTiffException {
        int images = ImageJLayout.images(description);
        long start = first.blocks().offsets()[0];
        long bytes = images * first.planeBytes();
        if (images > MAX_PLANES) {
            throw new UnsoundTiffException("a description that promises " + images + " planes");
        }
        if (first.blocks().tiled() || !input.holds(start, bytes)) {
            throw new UnsoundTiffException("room for "
                    + Math.max(0, (input.length() - start) / first.planeBytes())
                    + " planes where the description promises " + images + " (cut off or damaged)");
        }
        return images;
    }
}
