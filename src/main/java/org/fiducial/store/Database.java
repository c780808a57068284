package org.fiducial.store;

import static org.fiducial.store.generated.Tables.FACILITY;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.jooq.tools.jdbc.JDBCUtils;
import org.jspecify.annotations.Nullable;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;

/** A database and its transactions, the same for SQLite and PostgreSQL. */
final class Database implements AutoCloseable {

    private static final int BUSY_SECONDS = 30;

    /** Of the file, for each connection: the inner pages of the indexes of ten years. */
    private static final int CACHE_KB = 8_000;

    /** Statements that stay prepared over each connection; a page asks a few dozen. */
    private static final int STATEMENTS_KEPT = 250;

    private static final int CONNECTIONS = 8;

    /** After which a connection nobody asks for is closed. */
    private static final Duration IDLE = Duration.ofMinutes(10);

    /** What a PostgreSQL server sends of rows that are read one by one; those with figures or pictures are large. */
    private static final int ROWS_AT_ONCE = 200;

    private static final int LARGE_ROWS_AT_ONCE = 8;

    /** Steps of SQLite's machine, a few of which take a second. */
    private static final int STEPS_BETWEEN_SIGNS = 5_000_000;

    /** What can happen to a good user's database, by the beginning of SQLite's result code. */
    private static final List<Fault> FAULTS = List.of(
            new Fault(
                    "SQLITE_BUSY",
                    "was busy for " + BUSY_SECONDS + " seconds; wait until the other process is done and try again."),
            new Fault("SQLITE_LOCKED", "is locked; wait until the other process is done and try again."),
            new Fault("SQLITE_FULL", "has no space left on its disk; nothing was stored. Free some and try again."),
            new Fault("SQLITE_READONLY", "may not be written; check the permissions of the file and its folder."),
            new Fault("SQLITE_CANTOPEN", "cannot be opened; check the permissions of the file and its folder."),
            new Fault("SQLITE_PERM", "may not be opened; check the permissions of the file and its folder."),
            new Fault("SQLITE_IOERR", "cannot be read or written; check whether its disk has space left and is sound."),
            new Fault("SQLITE_CORRUPT", "is damaged; restore it from a backup and check the disk."),
            new Fault("SQLITE_NOTADB", "is no SQLite database; restore it from a backup or name another folder."));

    private record Fault(String code, String sentence) {}

    /** What must hold when the next transaction of this thread begins. */
    @SuppressWarnings("ThreadLocalUsage") // One for each record: what is asked of one is not asked of another.
    private final ThreadLocal<Runnable> condition = new ThreadLocal<>();
    /** The transaction in which that is being asked. */
    @SuppressWarnings("ThreadLocalUsage") // The same.
    private final ThreadLocal<DSLContext> asking = new ThreadLocal<>();

    private final BasicDataSource source;
    private final DSLContext dsl;
    private final String address;

    private Database(BasicDataSource source, DSLContext dsl, String address) {
        this.source = source;
        this.dsl = dsl;
        this.address = address;
    }

    /** The SQLite file, made where it is missing. */
    static Database sqlite(Path file) {
        BasicDataSource source = new BasicDataSource();
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        // WAL lets readers go on while one process writes; IMMEDIATE makes a transaction wait at its start instead of
        // failing in its middle; FULL keeps what was reported as stored even when the power fails. No table makes keys
        // of its own, so the driver need not look through each statement for an insert, which took a sixth of a page's
        // time.
        Map.of(
                        "foreign_keys", "true",
                        "journal_mode", "WAL",
                        "busy_timeout", Integer.toString(BUSY_SECONDS * 1000),
                        "synchronous", "FULL",
                        "cache_size", Integer.toString(-CACHE_KB),
                        "jdbc.get_generated_keys", "false",
                        "transaction_mode", "IMMEDIATE")
                .forEach(source::addConnectionProperty);
        // SQLite plans a statement anew each time it is prepared, a fifth of a page's time.
        source.setPoolPreparedStatements(true);
        source.setMaxOpenPreparedStatements(STATEMENTS_KEPT);
        source.setTestOnBorrow(false);
        return connected(source, SQLDialect.SQLITE, "'" + file + "'");
    }

    /**
     * The database of a JDBC URL.
     *
     * @throws UnusableInputException if it is not PostgreSQL or does not answer
     */
    static Database at(String url) {
        if (JDBCUtils.dialect(url) != SQLDialect.POSTGRES) {
            throw new UnusableInputException("The database address '" + withoutSecrets(url)
                    + "' should begin with jdbc:postgresql:; without --db the record is a file in the data folder.");
        }
        BasicDataSource source = new BasicDataSource();
        source.setUrl(url);
        source.addConnectionProperty("reWriteBatchedInserts", "true");
        return connected(source, SQLDialect.POSTGRES, "'" + withoutSecrets(url) + "'");
    }

    private static Database connected(BasicDataSource source, SQLDialect dialect, String address) {
        source.setMaxTotal(CONNECTIONS);
        source.setMaxWait(Duration.ofSeconds(BUSY_SECONDS));
        source.setMinEvictableIdle(IDLE);
        source.setDurationBetweenEvictionRuns(IDLE.dividedBy(10));
        source.setInitialSize(1);
        try {
            source.start();
            return new Database(source, DSL.using(source, dialect), address);
        } catch (SQLException e) {
            throw sqliteFault(address, e, rootOf(e))
                    .orElseGet(() -> new UnusableInputException(
                            "The database " + address + " does not let us in (" + firstLine(rootOf(e))
                                    + "); check that its server runs, and name and password.",
                            e));
        }
    }

    DataSource source() {
        return source;
    }

    boolean isSqlite() {
        return dsl.dialect() == SQLDialect.SQLITE;
    }

    /** How people know this database; without name or password. */
    String address() {
        return address;
    }

    /** What the database finds wrong with its own pages, indexes and references, one sentence each. */
    List<String> damage(Progress progress) {
        if (!isSqlite()) {
            return List.of();
        }
        return read(context -> {
            Faults faults = new Faults();
            watched(context, progress, "pragma integrity_check", "examining the pages of the database")
                    .filter(line -> !line.equals("ok"))
                    .forEach(line -> faults.add("The database " + address + " is damaged: " + line + "."));
            watched(context, progress, "pragma foreign_key_check", "examining the references of the database")
                    .distinct()
                    .forEach(table -> faults.add("The database " + address + " holds a row in '" + table
                            + "' that refers to one that was removed."));
            return faults.list();
        });
    }

    /** The first column of a statement that may take minutes, during which it says that it works, and can be cancelled. */
    private static Stream<String> watched(DSLContext context, Progress progress, String sql, String what) {
        try {
            return context.connectionResult(connection -> {
                SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
                ProgressHandler.setHandler(sqlite, STEPS_BETWEEN_SIGNS, new ProgressHandler() {
                    @Override
                    protected int progress() {
                        progress.report(0, 1, what);
                        return progress.cancelled() ? 1 : 0;
                    }
                });
                try {
                    return context.fetch(sql).getValues(0, String.class).stream();
                } finally {
                    ProgressHandler.clearHandler(sqlite);
                }
            });
        } catch (DataAccessException e) {
            progress.throwIfCancelled();
            throw e;
        }
    }

    /**
     * Reads what is committed, over one connection however many queries it takes: work that took a second one while it
     * holds the first could wait for others that do the same, and they for it.
     */
    <T> T read(Function<DSLContext, T> work) {
        Optional<DSLContext> transaction = Optional.ofNullable(asking.get());
        if (transaction.isPresent()) {
            return work.apply(transaction.get());
        }
        try {
            return dsl.connectionResult(
                    connection -> work.apply(DSL.using(new DefaultConnectionProvider(connection), dsl.dialect())));
        } catch (DataAccessException e) {
            throw explained(e);
        }
    }

    /** Reads like {@link #read}, in one transaction where rows of {@link #streamed} would otherwise all be sent at once. */
    <T> T stream(Function<DSLContext, T> work) {
        return isSqlite()
                ? read(work)
                : read(context -> context.transactionResult(transaction -> work.apply(transaction.dsl())));
    }

    /** The rows of a query as they come, few at a time; to be closed. */
    static <R extends Record> Cursor<R> streamed(ResultQuery<R> query) {
        boolean large = Arrays.stream(query.fields()).anyMatch(field -> field.getType() == byte[].class);
        return query.fetchSize(large ? LARGE_ROWS_AT_ONCE : ROWS_AT_ONCE).fetchLazy();
    }

    /**
     * One number every request asks for, which the making of the query would take ten times as long as its answer.
     *
     * @param query a constant
     */
    @SuppressWarnings("SqlSourceToSinkFlow") // Queries are constants of this package.
    long number(String query) {
        return read(context -> context.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }));
    }

    /** Works in one transaction: all or nothing. */
    <T> T write(Function<DSLContext, T> work) {
        try {
            return dsl.transactionResult(transaction -> {
                Optional.ofNullable(condition.get()).ifPresent(holds -> ask(transaction.dsl(), holds));
                return work.apply(transaction.dsl());
            });
        } catch (DataAccessException e) {
            throw explained(e);
        }
    }

    /** Asks while other writers wait: SQLite has one at a time, on PostgreSQL each begins with the row of its facility. */
    private void ask(DSLContext transaction, Runnable holds) {
        condition.remove();
        if (!isSqlite()) {
            transaction
                    .select(FACILITY.FACILITY_ID)
                    .from(FACILITY)
                    .orderBy(FACILITY.FACILITY_ID)
                    .forUpdate()
                    .fetch();
        }
        asking.set(transaction);
        try {
            holds.run();
        } finally {
            asking.remove();
        }
    }

    /** Does work whose first transaction is rolled back where something does not hold at its beginning. */
    <T> T provided(Runnable holds, Supplier<T> work) {
        condition.set(holds);
        try {
            return work.get();
        } finally {
            condition.remove();
        }
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (SQLException e) {
            throw new DataAccessException("The connections of " + address + " could not be closed", e);
        }
    }

    /** What a person can mend is said in a sentence; anything else is a fault of ours and stays one. */
    private RuntimeException explained(DataAccessException e) {
        return sqliteFault(address, e, e.getCause(SQLiteException.class))
                .<RuntimeException>map(sentence -> sentence)
                .orElse(e);
    }

    private static Optional<UnusableInputException> sqliteFault(
            String address, Exception thrown, @Nullable Throwable cause) {
        if (!(cause instanceof SQLiteException fault)) {
            return Optional.empty();
        }
        String code = fault.getResultCode().name();
        return FAULTS.stream()
                .filter(each -> code.startsWith(each.code()))
                .findFirst()
                .map(each -> new UnusableInputException("The record " + address + " " + each.sentence(), thrown));
    }

    private static Throwable rootOf(Throwable e) {
        Throwable root = e;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root;
    }

    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
