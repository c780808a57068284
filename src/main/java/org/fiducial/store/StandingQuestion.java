package org.fiducial.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A question asked again and again of a database file, over a connection of its own whose statements stay prepared. */
final class StandingQuestion implements AutoCloseable {

    private final HikariDataSource source;
    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private Optional<Connection> connection = Optional.empty();
    private boolean closed;

    StandingQuestion(HikariDataSource source) {
        this.source = source;
    }

    /** The number a query gives; empty where it must be asked in another way. */
    @SuppressWarnings("SqlSourceToSinkFlow") // Queries are constants of this package.
    synchronized Optional<Long> number(String query) {
        if (closed) {
            return Optional.empty();
        }
        try {
            PreparedStatement statement = statements.get(query);
            if (statement == null) {
                statement = open().prepareStatement(query);
                statements.put(query, statement);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            // The usual way meets the same fault and says it in words, or does not meet it.
            forget();
            return Optional.empty();
        }
    }

    private Connection open() throws SQLException {
        if (connection.isEmpty()) {
            connection =
                    Optional.of(DriverManager.getConnection(source.getJdbcUrl(), source.getDataSourceProperties()));
        }
        return connection.get();
    }

    private void forget() {
        statements.clear();
        connection.ifPresent(StandingQuestion::close);
        connection = Optional.empty();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone either way.
            return;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
    }
}
