package org.fiducial.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.jooq.DSLContext;
import org.jooq.JSONFormat;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;

/**
 * Copies of a whole database: of SQLite a database file that opens as it is; of PostgreSQL every row of every table, a
 * line of table name, tabulator and JSON object each, compressed with gzip.
 *
 * @param database what is copied
 * @param folder where the copies lie
 * @param clock the time in their names
 */
record Backup(Database database, Path folder, Clock clock) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final JSONFormat ROW = JSONFormat.DEFAULT_FOR_RECORDS.recordFormat(JSONFormat.RecordFormat.OBJECT);

    /**
     * Makes a copy; it appears under its name complete or not at all.
     *
     * @param version of the tables
     * @throws UnusableInputException if it cannot be written
     */
    Path make(String version) {
        Path copy = folder.resolve("fiducial-v" + version + "-" + STAMP.format(clock.instant())
                + (database.isSqlite() ? ".db" : ".jsonl.gz"));
        Path part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(part);
            if (database.isSqlite()) {
                copyFile(part);
            } else {
                copyRows(part);
            }
            return Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException | SQLException e) {
            removeQuietly(part);
            throw new UnusableInputException(
                    "The database " + database.address() + " is of an older version and cannot be copied to '" + copy
                            + "' before it is brought up to date; check space and permissions.",
                    e);
        }
    }

    static void removeQuietly(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException theDiskIsTheFault) {
            return;
        }
    }

    /** Copies a SQLite database as it stands at this moment; others may go on writing. */
    void copyFile(Path target) throws SQLException {
        try (Connection connection = database.source().getConnection();
                PreparedStatement statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, target.toAbsolutePath().toString());
            statement.execute();
        }
    }

    private void copyRows(Path target) throws IOException {
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(target)), StandardCharsets.UTF_8))) {
            database.write(transaction -> {
                tables(transaction).forEach(table -> copyRows(transaction, table, out));
                return target;
            });
        }
    }

    private static List<Table<?>> tables(DSLContext transaction) {
        String own = transaction.fetchSingle("select current_schema()").into(String.class);
        return transaction.meta().filterSchemas(schema -> schema.getName().equals(own)).getTables().stream()
                .sorted(Comparator.comparing(Table::getName))
                .toList();
    }

    private static void copyRows(DSLContext transaction, Table<?> table, Writer out) {
        ResultQuery<? extends Record> rows = transaction.selectFrom(table).fetchSize(500);
        try (var cursor = rows.fetchLazy()) {
            for (Record row : cursor) {
                out.write(table.getName() + "\t" + row.formatJSON(ROW) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
