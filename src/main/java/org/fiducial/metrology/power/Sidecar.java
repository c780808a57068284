package org.fiducial.metrology.power;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;

/**
 * A file beside a log that decided how the log was read, as a recipe of its pulses does: an input like the log itself.
 *
 * @param file the file
 * @param log the log it lies beside
 */
record Sidecar(Path file, Path log) {

    /** What is said of it among the inputs. */
    InputFile identified() {
        try {
            ContentHash hash = ContentHash.of(file);
            return new InputFile(
                    String.valueOf(file.getFileName()),
                    hash.sha256(),
                    hash.bytes(),
                    Map.of(InputFile.BESIDE, new Value.Text(String.valueOf(log.getFileName()))));
        } catch (IOException e) {
            throw new UnusableInputException(
                    "File '" + file + "' beside the log could not be read to its end, because " + DiskFault.of(e)
                            + "; check it, or move it away from the log.",
                    e);
        }
    }
}
