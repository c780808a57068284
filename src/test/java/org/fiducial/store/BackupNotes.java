package org.fiducial.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Backups whose note somebody changed. */
final class BackupNotes {

    private BackupNotes() {}

    /** Copies a backup with another note. */
    static void rewrite(Path backup, Path changed, UnaryOperator<String> note) throws IOException {
        try (ZipFile in = new ZipFile(backup.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(Archive.NOTE)
                                ? note.apply(new String(content, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : content);
                out.closeEntry();
            }
        }
    }
}
