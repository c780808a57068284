package org.fiducial.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A database and its transactions, the same for SQLite and PostgreSQL. */
final class Database implements AutoCloseable {

    private static final int BUSY_SECONDS = 30;

    private final HikariDataSource source;
    private final DSLContext dsl;
    private final String address;

    private Database(HikariDataSource source, DSLContext dsl, String address) {
        this.source = source;
        this.dsl = dsl;
        this.address = address;
    }

    /** The SQLite file, made where it is missing. */
    static Database sqlite(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file.toAbsolutePath());
        config.setMaximumPoolSize(8);
        // WAL lets readers go on while one process writes; IMMEDIATE makes a transaction wait at its start instead of
        // failing in its middle; FULL keeps what was reported as stored even when the power fails.
        Map.of(
                        "foreign_keys", "true",
                        "journal_mode", "WAL",
                        "busy_timeout", Integer.toString(BUSY_SECONDS * 1000),
                        "synchronous", "FULL",
                        "transaction_mode", "IMMEDIATE")
                .forEach(config::addDataSourceProperty);
        return connected(config, SQLDialect.SQLITE, "'" + file + "'");
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
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(BUSY_SECONDS * 1000L);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return connected(config, SQLDialect.POSTGRES, "'" + withoutSecrets(url) + "'");
    }

    private static Database connected(HikariConfig config, SQLDialect dialect, String address) {
        config.setPoolName("record");
        try {
            HikariDataSource source = new HikariDataSource(config);
            return new Database(source, DSL.using(source, dialect), address);
        } catch (PoolInitializationException e) {
            throw new UnusableInputException(
                    "The database " + address + " cannot be opened (" + firstLine(e)
                            + "); check that it is there, that its server runs, and who may use it.",
                    e);
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

    /** Reads what is committed. */
    <T> T read(Function<DSLContext, T> work) {
        try {
            return work.apply(dsl);
        } catch (DataAccessException e) {
            throw explained(e);
        }
    }

    /** Works in one transaction: all or nothing. */
    <T> T write(Function<DSLContext, T> work) {
        try {
            return dsl.transactionResult(transaction -> work.apply(transaction.dsl()));
        } catch (DataAccessException e) {
            throw explained(e);
        }
    }

    @Override
    public void close() {
        source.close();
    }

    /** What a person can mend is said in a sentence; anything else is a fault of ours and stays one. */
    private RuntimeException explained(DataAccessException e) {
        Optional<SQLiteErrorCode> code =
                Optional.ofNullable(e.getCause(SQLiteException.class)).map(SQLiteException::getResultCode);
        if (code.isEmpty()) {
            return e;
        }
        String name = code.get().name();
        if (name.startsWith("SQLITE_BUSY") || name.startsWith("SQLITE_LOCKED")) {
            return new UnusableInputException(
                    "The record " + address + " was busy for " + BUSY_SECONDS
                            + " seconds; wait until the other process has finished writing and try again.",
                    e);
        }
        if (name.startsWith("SQLITE_FULL")) {
            return new UnusableInputException(
                    "There is no space left for the record " + address
                            + "; nothing was stored. Free some and try again.",
                    e);
        }
        if (name.startsWith("SQLITE_READONLY") || name.startsWith("SQLITE_CANTOPEN")) {
            return new UnusableInputException(
                    "The record " + address + " may not be written; check the permissions of the file and its folder.",
                    e);
        }
        if (name.startsWith("SQLITE_CORRUPT") || name.startsWith("SQLITE_NOTADB")) {
            return new UnusableInputException(
                    "The record " + address + " is damaged; restore it from a backup and check the disk.", e);
        }
        return e;
    }

    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
