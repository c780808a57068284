package org.fiducial.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * The migrations this program brings, by script and checksum as Flyway keeps them in its history, to see at once that a
 * database needs none of them: starting Flyway takes longer than opening the record.
 *
 * <p>Nothing is decided here but that: wherever the history is missing or differs in anything, Flyway is asked.
 */
final class Migrations {

    private static final String HISTORY = "flyway_schema_history";
    private static final String SUFFIX = ".sql";

    private final Map<String, Integer> checksums;

    private Migrations(Map<String, Integer> checksums) {
        this.checksums = checksums;
    }

    /** The migrations in folders of the class path. */
    static Migrations in(List<String> folders) {
        ClassLoader loader = Migrations.class.getClassLoader();
        Map<String, Integer> checksums = new HashMap<>();
        try {
            for (String folder : folders) {
                for (URL url : Collections.list(loader.getResources(folder))) {
                    for (String script : scripts(url)) {
                        checksums.put(script, checksum(loader.getResource(folder + "/" + script)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own files cannot be read", e);
        }
        return new Migrations(checksums);
    }

    /** Whether exactly these were applied to the database, all with success, as they are now. */
    boolean areAllIn(Database database) {
        try {
            return database.read(Migrations::applied)
                    .map(applied -> !applied.isEmpty() && applied.equals(checksums))
                    .orElse(false);
        } catch (DataAccessException noHistory) {
            return false;
        }
    }

    /** The checksum of each script when it last was applied; empty if one failed. */
    private static Optional<Map<String, Integer>> applied(DSLContext dsl) {
        Result<Record3<String, Integer, Boolean>> rows = dsl.select(
                        DSL.field(DSL.name("script"), String.class),
                        DSL.field(DSL.name("checksum"), Integer.class),
                        DSL.field(DSL.name("success"), Boolean.class))
                .from(history(dsl))
                .orderBy(DSL.field(DSL.name("installed_rank")))
                .fetch();
        Map<String, Integer> applied = new HashMap<>();
        for (Record3<String, Integer, Boolean> row : rows) {
            if (!Boolean.TRUE.equals(row.value3())) {
                return Optional.empty();
            }
            applied.put(row.value1(), row.value2());
        }
        return Optional.of(applied);
    }

    /** Where Flyway looks: in the schema that new tables go to. */
    private static Table<?> history(DSLContext dsl) {
        return switch (dsl.family()) {
            case POSTGRES ->
                DSL.table(DSL.name(
                        dsl.fetchSingle("select coalesce(current_schema(), '')").into(String.class), HISTORY));
            default -> DSL.table(DSL.name(HISTORY));
        };
    }

    private static List<String> scripts(URL folder) throws IOException {
        if (folder.openConnection() instanceof JarURLConnection jar) {
            String prefix = jar.getEntryName() + (jar.getEntryName().endsWith("/") ? "" : "/");
            return namesIn(jar.getJarFile().stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> name.substring(prefix.length())));
        }
        try (Stream<Path> files = Files.list(Path.of(URI.create(folder.toString())))) {
            return namesIn(files.map(file -> String.valueOf(file.getFileName())));
        }
    }

    private static List<String> namesIn(Stream<String> names) {
        return names.filter(name -> name.endsWith(SUFFIX) && !name.contains("/"))
                .toList();
    }

    /** Flyway's: CRC-32 over the lines in UTF-8 without their ends. */
    private static int checksum(URL script) throws IOException {
        CRC32 crc = new CRC32();
        try (InputStream in = script.openStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> crc.update(line.getBytes(StandardCharsets.UTF_8)));
        }
        return (int) crc.getValue();
    }
}
