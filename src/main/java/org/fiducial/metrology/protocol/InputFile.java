package org.fiducial.metrology.protocol;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A file that was analysed.
 *
 * @param name the file's own name, without its folder
 * @param sha256 64 hexadecimal digits; of a folder the hash over its sorted list of paths and hashes
 * @param bytes the size
 * @param facts what was found in the file before any fit, in a stable order
 */
public record InputFile(String name, String sha256, long bytes, Map<String, Value> facts) {

    /** The fact of a file that nobody named: it was read because it lies beside the named file of this name. */
    public static final String BESIDE = "beside";

    /** The fact that tells when a file was acquired: an instant, or a local time where the file has no zone. */
    public static final String ACQUIRED_AT = "acquired-at";

    public InputFile {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 has 64 hexadecimal digits, was " + sha256);
        }
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The same file with the facts found in it. */
    public InputFile with(Map<String, Value> found) {
        return new InputFile(name, sha256, bytes, found);
    }

    /** What sentences and results call a file: its own name, wherever it was named from. */
    public static String nameOf(Path file) {
        return String.valueOf(file.toAbsolutePath().normalize().getFileName());
    }
}
