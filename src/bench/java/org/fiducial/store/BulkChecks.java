package org.fiducial.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Review;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.fiducial.store.generated.tables.records.CheckReviewRecord;
import org.jooq.SQLDialect;
import org.jooq.TableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;

/**
 * Writes checks by the hundred thousand into an SQLite record nobody else has open, with the audit rows they would have
 * got one by one: {@code verify} finds nothing wrong. Faster by not waiting for the disk, and by making the indexes at the
 * end; a process that dies meanwhile leaves a record to be thrown away.
 */
public final class BulkChecks implements AutoCloseable {

    private static final int BATCH = 2000;

    private final Connection connection;
    private final Supplier<UUID> ids;
    private final String facility;
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
    private final List<String> indexes = new ArrayList<>();
    private long sequence;
    private String hash;
    private int waiting;

    /** Goes on where the record ends. */
    public BulkChecks(Path data, Supplier<UUID> ids) throws SQLException {
        this.ids = ids;
        connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("fiducial.db"));
        try (Statement statement = connection.createStatement()) {
            for (String pragma : List.of(
                    "journal_mode=off", "synchronous=off", "foreign_keys=off", "cache_size=-400000", "temp_store=2")) {
                statement.execute("pragma " + pragma);
            }
            facility = one(statement, "select facility_id from facility where kind = 'home'");
            try (ResultSet rows = statement.executeQuery("select name, person_id from person where name is not null")) {
                while (rows.next()) {
                    people.put(rows.getString(1), rows.getString(2));
                }
            }
            dropIndexes(statement);
        }
        AuditRecord last = AuditChain.head(
                        DSL.using(new DefaultConnectionProvider(connection), SQLDialect.SQLITE), facility)
                .orElseThrow();
        sequence = last.getSequence();
        hash = last.getHash();
        connection.setAutoCommit(false);
    }

    private static String one(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void dropIndexes(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select name, sql from sqlite_master where type = 'index'"
                + " and sql is not null and tbl_name in ('qc_check', 'check_parameter', 'check_input', 'measurement',"
                + " 'item', 'verdict', 'remark', 'check_review')")) {
            while (rows.next()) {
                names.add(rows.getString(1));
                indexes.add(rows.getString(2));
            }
        }
        for (String name : names) {
            statement.execute("drop index " + name);
        }
    }

    /** Adds a check of an instrument; its inputs are kept already. */
    public void add(Check check, UUID instrument, List<Path> inputs) throws SQLException {
        CheckRows rows = new CheckRows(check, facility, instrument.toString());
        Optional<String> person = person(check.occasion().performedBy());
        List<TableRecord<?>> all = new ArrayList<>();
        all.add(rows.head(person));
        all.addAll(rows.rest(inputs));
        write(all);
        audit(
                all,
                Action.ADD_CHECK,
                check.id(),
                check.occasion().times().enteredAt().toEpochMilli(),
                person);
    }

    /** Adds a word on a check. */
    public void add(Review review, UUID instrument) throws SQLException {
        Optional<String> person = person(review.by());
        List<TableRecord<?>> all = List.of(new CheckReviewRecord(
                facility,
                review.id().toString(),
                review.checkId().toString(),
                instrument.toString(),
                review.decision().word(),
                person.orElse(null),
                review.at().toEpochMilli(),
                review.reason()));
        write(all);
        audit(all, Action.REVIEW_CHECK, review.id(), review.at().toEpochMilli(), person);
    }

    private void audit(List<TableRecord<?>> rows, Action action, UUID subject, long at, Optional<String> person)
            throws SQLException {
        RowDigest digest = new RowDigest();
        rows.forEach(row -> digest.add(new RowDigest.Columns(row.getTable(), 0), row));
        AuditRecord row = new AuditRecord();
        row.setFacilityId(facility);
        row.setSequence(++sequence);
        row.setHappenedAt(at);
        row.setPersonId(person.orElse(null));
        row.setAction(action.word());
        row.setSubject(subject.toString());
        row.setPayloadHash(digest.hex());
        row.setPreviousHash(hash);
        hash = AuditChain.hash(row);
        row.setHash(hash);
        write(List.of(row));
        if (++waiting == BATCH) {
            flush();
        }
    }

    private Optional<String> person(String name) throws SQLException {
        if (name.isBlank()) {
            return Optional.empty();
        }
        String known = people.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        String id = ids.get().toString();
        try (PreparedStatement statement = connection.prepareStatement("insert into person values (?, ?, ?)")) {
            statement.setString(1, facility);
            statement.setString(2, id);
            statement.setString(3, name);
            statement.execute();
        }
        people.put(name, id);
        return Optional.of(id);
    }

    private void write(List<? extends TableRecord<?>> rows) throws SQLException {
        for (TableRecord<?> row : rows) {
            Object[] values = row.intoArray();
            PreparedStatement insert = insert(row, values.length);
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.addBatch();
        }
    }

    private PreparedStatement insert(TableRecord<?> row, int columns) throws SQLException {
        String table = row.getTable().getName();
        PreparedStatement known = inserts.get(table);
        if (known != null) {
            return known;
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            names.add(row.field(i).getName());
        }
        PreparedStatement made = connection.prepareStatement("insert into " + table + " (" + String.join(", ", names)
                + ") values (" + String.join(", ", Collections.nCopies(columns, "?")) + ")");
        inserts.put(table, made);
        return made;
    }

    private void flush() throws SQLException {
        for (PreparedStatement insert : inserts.values()) {
            insert.executeBatch();
        }
        connection.commit();
        waiting = 0;
    }

    /** Writes what waits, and the indexes. */
    @Override
    public void close() throws SQLException {
        flush();
        for (PreparedStatement insert : inserts.values()) {
            insert.close();
        }
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("pragma journal_mode=wal");
        }
        connection.close();
    }

    /** How many rows the chain of the record has by now. */
    public long audited() {
        return sequence;
    }
}
