package org.fiducial.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.fiducial.metrology.image.OmeDocument;
import org.fiducial.metrology.image.UnreadableImageException;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Reads the hardware of an instrument from a file of another program: {@code microscope.json} of the Micro-Meta App, OME-XML,
 * or an OME-TIFF. Nothing is added to a record here. What is read: at most 5 MB of text, 60 levels deep; document types and
 * outside entities are never followed.
 */
public final class InstrumentImport {

    private static final long LARGEST_BYTES = 5_000_000;

    private InstrumentImport() {}

    /**
     * What a file says of an instrument.
     *
     * @throws UnusableInputException if it is of no kind that is known, too large, or damaged
     */
    public static InstrumentDraft read(Path file, Catalogue catalogue) {
        String name = InputFile.nameOf(file);
        return draft(name, file, catalogue).checked(catalogue);
    }

    private static InstrumentDraft draft(String name, Path file, Catalogue catalogue) {
        try {
            if (name.matches("(?i).*\\.ya?ml")) {
                return InstrumentFile.read(file, catalogue).draft();
            }
            Optional<String> ome = OmeDocument.of(file);
            if (ome.isPresent()) {
                return OmeInstrument.read(name, ome.get());
            }
            if (Files.size(file) > LARGEST_BYTES) {
                throw refused(name, "has " + Files.size(file) + " bytes, more than " + LARGEST_BYTES);
            }
            String text = Files.readString(file, StandardCharsets.UTF_8).strip();
            String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (bare.startsWith("{")) {
                return MicroMetaFile.read(name, bare);
            }
            if (bare.startsWith("<")) {
                return OmeInstrument.read(name, bare);
            }
            throw refused(name, "is neither");
        } catch (CharacterCodingException e) {
            throw refused(name, "is no text");
        } catch (UnreadableImageException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "File '" + name + "' could not be read, because " + DiskFault.of(e)
                            + "; check it and its permissions.",
                    e);
        }
    }

    static UnusableInputException refused(String name, String found) {
        return new UnusableInputException("File '" + name + "' " + found
                + "; a microscope.json of the Micro-Meta App, an OME-XML file or an OME-TIFF was expected. Export one of"
                + " these and try again.");
    }
}
