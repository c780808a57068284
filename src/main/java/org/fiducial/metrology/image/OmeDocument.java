package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The OME-XML an image carries, as text: what it says of the instrument besides what a check needs. */
public final class OmeDocument {

    private static final int HEAD_BYTES = 8;

    private OmeDocument() {}

    /**
     * The text; empty where the file is no TIFF.
     *
     * @throws UnreadableImageException if it is a TIFF that is damaged or carries no OME-XML
     */
    public static Optional<String> of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            if (!TiffFormat.looksLike(in.readNBytes(HEAD_BYTES))) {
                return Optional.empty();
            }
        }
        try (PositionalInput input = PositionalInput.open(file)) {
            String description = TiffStructure.read(input)
                    .first()
                    .text(TIFF.TAG_IMAGE_DESCRIPTION)
                    .orElse("");
            if (!description.contains("<OME")) {
                throw Refusal.of(file)
                        .because("an OME-TIFF", "a TIFF without OME-XML", "export the image again as OME-TIFF");
            }
            return Optional.of(description);
        } catch (UnsoundTiffException e) {
            throw Refusal.of(file)
                    .because("an OME-TIFF", String.valueOf(e.getMessage()), "export the image again as OME-TIFF", e);
        }
    }
}
