package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written can be read by the Java platform, which knows nothing of it. */
class ZipWriterTest {

    /** More than the 65,535 a ZIP file of old can count. */
    private static final int MANY = 70_000;

    private final Path folder;

    ZipWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void namesAndContentsComeBackByTheDirectoryAndOneAfterTheOther() throws IOException {
        byte[] large = new byte[300_000];
        new java.util.SplittableRandom(7).nextBytes(large);
        Path file = written(zip -> {
            add(zip, "drafts/Köhler ☀.json", "typed".getBytes(StandardCharsets.UTF_8));
            add(zip, "empty", new byte[0]);
            add(zip, "large", large);
        });

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("drafts/Köhler ☀.json", "empty", "large");
            assertThat(content(zip, "drafts/Köhler ☀.json"))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("typed");
            assertThat(content(zip, "empty")).isEmpty();
            assertThat(content(zip, "large")).isEqualTo(large);
            assertThat(zip.getEntry("large").getTimeLocal()).isEqualTo("2026-03-12T09:30:58");
        }
        try (ZipFile zip = new ZipFile(file.toFile());
                ZipInputStream in = new ZipInputStream(Files.newInputStream(file))) {
            for (String name : List.of("drafts/Köhler ☀.json", "empty", "large")) {
                assertThat(in.getNextEntry()).extracting(ZipEntry::getName).isEqualTo(name);
                assertThat(in.readAllBytes()).isEqualTo(content(zip, name));
            }
            assertThat(in.getNextEntry()).isNull();
        }
        assertThat(folder).isDirectoryNotContaining("glob:**entries");
    }

    @Test
    void moreEntriesThanAZipFileOfOldCanCountComeBack() throws IOException {
        Path file = written(zip -> {
            for (int i = 0; i < MANY; i++) {
                add(zip, "files/" + i, new byte[] {(byte) i});
            }
        });

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.size()).isEqualTo(MANY);
            assertThat(content(zip, "files/" + (MANY - 1))).containsExactly(MANY - 1);
        }
    }

    private interface Writing {
        void to(ZipWriter zip) throws IOException;
    }

    private Path written(Writing writing) throws IOException {
        Path file = folder.resolve("some.zip");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipWriter zip = new ZipWriter(out, folder.resolve("entries"), Instant.parse("2026-03-12T09:30:59Z"))) {
            writing.to(zip);
            zip.finish();
        }
        return file;
    }

    private static void add(ZipWriter zip, String name, byte[] content) throws IOException {
        zip.begin(name);
        zip.write(content);
        zip.end();
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        }
    }
}
