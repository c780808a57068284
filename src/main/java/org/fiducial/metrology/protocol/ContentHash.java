package org.fiducial.metrology.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The SHA-256 of a file or folder (FIPS 180-4). A folder's hash is the SHA-256 over one line {@code hash␠␠path} for each
 * file in it, sorted by path with {@code /} as separator, so that it depends on names and contents alone.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param bytes size of all content
 */
public record ContentHash(String sha256, long bytes) {

    private static final int BUFFER_BYTES = 1 << 18;
    private static final int LEAST_BYTES = 1 << 13;

    /** Reads a file or folder to its end. */
    public static ContentHash of(Path path) throws IOException {
        return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
    }

    private static ContentHash ofFile(Path file) throws IOException {
        MessageDigest digest = newDigest();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            // Most files of a record are small, and there may be a million.
            byte[] buffer = new byte[(int) Math.max(LEAST_BYTES, Math.min(Files.size(file), BUFFER_BYTES))];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static ContentHash ofFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        List<String> names = files.stream()
                .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                .sorted()
                .toList();
        MessageDigest digest = newDigest();
        long bytes = 0;
        for (String name : names) {
            ContentHash file = ofFile(folder.resolve(name));
            digest.update((file.sha256() + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
            bytes += file.bytes();
        }
        return new ContentHash(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform offers SHA-256", e);
        }
    }
}
