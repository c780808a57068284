package org.fiducial.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiducial.metrology.protocol.DiskFault;

/** The folder for temporary files of this process; the libraries for SQLite and for fonts unpack themselves there. */
public final class TemporaryFolder {

    /** Twice what the libraries unpack. */
    private static final int NEEDED_BYTES = 4 << 20;

    private TemporaryFolder() {}

    /**
     * Makes sure the folder can be used, before a library fails in it with words of its own.
     *
     * @throws UnusableCommandException if nothing can be written there
     */
    public static void require() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Path trial = Files.createTempFile(folder, "fiducial-", ".tmp");
            try {
                Files.write(trial, new byte[NEEDED_BYTES]);
            } finally {
                Files.deleteIfExists(trial);
            }
        } catch (IOException e) {
            throw new UnusableCommandException(
                    "The temporary folder '" + folder + "' should take files of " + (NEEDED_BYTES >> 20) + " MB, but "
                            + DiskFault.of(e) + "; free some space in it or name another, for instance 'java"
                            + " -Djava.io.tmpdir=/var/tmp -jar fiducial.jar …'.",
                    e);
        }
    }
}
