package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    private static final Instant NOW = Instant.parse("2026-03-12T09:30:00Z");
    private static final List<String> WITH_A_LATER_VERSION = List.of("org/fiducial/store/later");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Store.Sources sources = new Store.Sources(clock, new TimeOrderedIds(clock, new SplittableRandom(11)));
    private final Facility home =
            new Facility(sources.ids().get(), "Institute for Light", ZoneOffset.UTC, Facility.Kind.HOME);

    @Test
    void makesTheFolderAndTheRecordWhereThereIsNone(@TempDir Path folder) {
        Path data = folder.resolve("new/data");

        try (Store store = open(data)) {
            assertThat(store.instruments().home()).isEmpty();
            assertThat(store.olderCopy()).isEmpty();
        }
        assertThat(data.resolve("fiducial.db")).isRegularFile();
    }

    @Test
    void refusesAFileAsDataFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "notes");

        assertRefused(() -> open(file), "notes.txt", "is a file");
    }

    @Test
    void refusesAFolderOfOtherThingsAndLeavesItAsItIs(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("holiday.jpg"), "picture");

        assertRefused(() -> open(folder), "holiday.jpg", "no data folder");
        assertThat(folder).isDirectoryNotContaining(path -> !path.endsWith("holiday.jpg"));
    }

    @Test
    void takesAFolderThatWasPreparedWithPluginsAndReports(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve("plugins"));
        Files.createDirectory(folder.resolve("reports"));

        open(folder).close();

        assertThat(folder.resolve("fiducial.db")).isRegularFile();
    }

    @Test
    void refusesADatabaseFileThatIsNone(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("fiducial.db"), "These are my notes of last week, no database at all.");

        assertRefused(() -> open(folder), "fiducial.db", "no SQLite database");
    }

    @Test
    void refusesADamagedDatabase(@TempDir Path folder) throws IOException {
        open(folder).close();
        byte[] bytes = Files.readAllBytes(folder.resolve("fiducial.db"));
        Arrays.fill(bytes, 100, Math.min(bytes.length, 8192), (byte) 0x5a);
        Files.write(folder.resolve("fiducial.db"), bytes);

        assertRefused(() -> open(folder), "fiducial.db", "restore");
    }

    @Test
    void refusesADatabaseOfAnotherProgram(@TempDir Path folder) throws SQLException {
        execute(folder, "create table song (title text)");

        assertRefused(() -> open(folder), "fiducial.db", "no sound record");
    }

    @Test
    void refusesADatabaseOfANewerVersionAndLeavesItAsItIs(@TempDir Path folder) {
        try (Store later = Store.open(folder, Optional.empty(), sources, WITH_A_LATER_VERSION)) {
            later.instruments().add(home);
        }

        assertRefused(() -> open(folder), "newer version", "9999");
        try (Store later = Store.open(folder, Optional.empty(), sources, WITH_A_LATER_VERSION)) {
            assertThat(later.instruments().home()).contains(home);
        }
    }

    @Test
    void putsACopyAsideBeforeItBringsAnOlderDatabaseUpToDate(@TempDir Path folder) {
        try (Store older = open(folder)) {
            older.instruments().add(home);
        }

        try (Store later = Store.open(folder, Optional.empty(), sources, WITH_A_LATER_VERSION)) {
            Path copy = later.olderCopy().orElseThrow();
            assertThat(copy).isRegularFile();
            assertThat(copy.getFileName().toString()).matches("fiducial-v\\d+-20260312T093000Z\\.db");
            assertThat(later.instruments().home()).contains(home);
            assertThat(later.audit().faults()).isEmpty();
            assertCopyIsAnOlderRecord(folder.resolve("restored"), copy);
        }
    }

    private void assertCopyIsAnOlderRecord(Path restored, Path copy) {
        try {
            Files.createDirectories(restored);
            Files.copy(copy, restored.resolve("fiducial.db"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        try (Store older = open(restored)) {
            assertThat(older.instruments().home()).contains(home);
        }
    }

    @Test
    void refusesAnAddressThatIsNotPostgres(@TempDir Path folder) {
        assertRefused(
                () -> Store.open(folder, Optional.of("jdbc:mysql://anna:secret@host/db?password=secret"), sources),
                "jdbc:postgresql",
                "jdbc:mysql://host/db");
    }

    @Test
    void saysThatAServerDoesNotAnswerWithoutNamingThePassword(@TempDir Path folder) {
        String address = "jdbc:postgresql://127.0.0.1:1/record?user=anna&password=secret&connectTimeout=2";

        assertThatThrownBy(() -> Store.open(folder, Optional.of(address), sources))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("127.0.0.1:1/record")
                .hasMessageNotContaining("secret");
    }

    @Test
    void removesWhatADeadProcessLeftHalfCopiedButNotWhatIsBeingCopied(@TempDir Path folder) throws IOException {
        Path incoming = Files.createDirectories(folder.resolve("files/incoming"));
        Path dead = Files.createDirectory(incoming.resolve("dead"));
        Files.writeString(dead.resolve("file"), "half");
        Files.setLastModifiedTime(dead, FileTime.from(NOW.minus(Duration.ofDays(2))));
        Path alive = Files.createDirectory(incoming.resolve("alive"));
        Files.setLastModifiedTime(alive, FileTime.from(NOW));

        open(folder).close();

        assertThat(dead).doesNotExist();
        assertThat(alive).exists();
    }

    @Test
    void twoProcessesMayMakeTheSameRecordAtOnce(@TempDir Path folder) {
        List<Optional<Facility>> seen = List.of(folder, folder, folder, folder).parallelStream()
                .map(this::open)
                .map(store -> {
                    try (store) {
                        return store.instruments().home();
                    }
                })
                .toList();

        assertThat(seen).hasSize(4).allMatch(Optional::isEmpty);
    }

    @Test
    void whatADatabaseHasBesideItWhileItIsMadeIsNoStranger(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("fiducial.db-journal"));

        try (Store store = open(folder)) {
            assertThat(store.instruments().home()).isEmpty();
        }
    }

    private Store open(Path data) {
        return Store.open(data, Optional.empty(), sources);
    }

    private static void execute(Path folder, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("fiducial.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void assertRefused(ThrowingCallable opening, String... said) {
        assertThatThrownBy(opening)
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContainingAll(said)
                .hasMessageEndingWith(".");
    }
}
