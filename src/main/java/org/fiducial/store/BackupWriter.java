package org.fiducial.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/** A backup as it is written: file by file, each hashed on its way, and a note of them all at the end. */
final class BackupWriter implements AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 18;

    private final ZipWriter zip;
    private final BackupNote.Parts parts;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    /**
     * Nothing is written yet.
     *
     * @param out the backup, which is left open
     * @param beside beginning of the names of two files that are made and removed again
     * @param at the time its entries say
     */
    BackupWriter(OutputStream out, Path beside, Instant at) throws IOException {
        this.zip = new ZipWriter(out, beside.resolveSibling(beside.getFileName() + ".entries"), at);
        this.parts = new BackupNote.Parts(beside.resolveSibling(beside.getFileName() + ".parts"));
    }

    /**
     * Adds a file.
     *
     * @throws java.nio.file.NoSuchFileException if it is not there; nothing was written then
     */
    BackupNote.Part add(Path file, String name) throws IOException {
        MessageDigest digest = RowDigest.newDigest();
        long bytes = 0;
        try (InputStream in = Files.newInputStream(file)) {
            zip.begin(name);
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                zip.write(buffer, 0, read);
                bytes += read;
            }
            zip.end();
        }
        BackupNote.Part part = new BackupNote.Part(name, bytes, HexFormat.of().formatHex(digest.digest()));
        parts.add(part);
        return part;
    }

    /** What was added. */
    BackupNote.Extent extent() {
        return parts.extent();
    }

    /** Writes the note and the end. */
    void finish(BackupNote note) throws IOException {
        zip.begin(Archive.NOTE);
        note.write(zip, parts);
        zip.end();
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        parts.close();
        zip.close();
    }
}
