package org.fiducial.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * A file somebody attaches to an instrument. What it is stands in its first bytes: photos are JPEG, PNG and GIF; everything
 * else, HTML and SVG too, is a document that a browser saves and never shows.
 */
public final class AttachedFile {

    public static final long LARGEST_BYTES = 25_000_000;
    private static final int HEAD_BYTES = 8;

    private AttachedFile() {}

    /**
     * What a file is.
     *
     * @throws UnusableInputException if it is too large, empty, or cannot be read
     */
    public static Attachment.Content of(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            long bytes = Files.size(file);
            if (bytes == 0 || bytes > LARGEST_BYTES) {
                throw new UnusableInputException(
                        "File '" + name + "' has " + bytes + " bytes; a photo or document of at" + " most "
                                + LARGEST_BYTES + " bytes was expected. Make it smaller and send it again.");
            }
            String type = type(file);
            Attachment.Kind kind = type.startsWith("image/") ? Attachment.Kind.PHOTO : Attachment.Kind.DOCUMENT;
            return new Attachment.Content(kind, name, type, ContentHash.of(file).sha256(), bytes);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "File '" + name + "' could not be read, because " + DiskFault.of(e) + "; send it again.", e);
        }
    }

    private static String type(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (begins(head, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (begins(head, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return "image/png";
        }
        if (begins(head, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        return begins(head, '%', 'P', 'D', 'F', '-') ? "application/pdf" : "application/octet-stream";
    }

    private static boolean begins(byte[] head, int... with) {
        if (head.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((head[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }
}
