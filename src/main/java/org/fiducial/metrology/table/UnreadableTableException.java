package org.fiducial.metrology.table;

import java.io.Serial;
import java.nio.file.Path;

/** A file that is no table, or a table that breaks off; the message says file, line, what was expected, found and to do. */
public final class UnreadableTableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** A whole sentence. */
    public UnreadableTableException(String message) {
        super(message);
    }

    /** A whole sentence and what led to it. */
    public UnreadableTableException(String message, Throwable cause) {
        super(message, cause);
    }

    static UnreadableTableException at(Path file, long line, String complaint) {
        return new UnreadableTableException("'" + name(file) + "', line " + line + ": " + complaint);
    }

    static UnreadableTableException at(Path file, long line, String complaint, Exception cause) {
        return new UnreadableTableException("'" + name(file) + "', line " + line + ": " + complaint, cause);
    }

    static UnreadableTableException of(Path file, String complaint) {
        return new UnreadableTableException("'" + name(file) + "' " + complaint);
    }

    static UnreadableTableException disk(Path file, Exception cause) {
        return new UnreadableTableException(
                "'" + name(file) + "' could not be read to its end (" + cause.getMessage()
                        + "); check the file and disk.",
                cause);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
