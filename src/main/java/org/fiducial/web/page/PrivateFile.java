package org.fiducial.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A small file of this server that nobody else on the machine may read, where the system knows owners. */
public record PrivateFile(Path path) {

    /**
     * Puts other lines in its place, whole or not at all.
     *
     * @param lines in ASCII
     */
    public void replace(String lines) throws IOException {
        Path part = path.resolveSibling(path.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.write(part, lines.getBytes(StandardCharsets.US_ASCII));
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    }
}
