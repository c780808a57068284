package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.metrology.protocol.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten years of a large facility: 50 instruments, a check a month, 30 metrics a check. */
class SeriesSpeedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-12T09:30:00Z"), ZoneOffset.UTC);
    private static final UUID INSTRUMENT = new UUID(0, 17);

    @Test
    void readsOneSeriesThroughItsIndex(@TempDir Path data) throws SQLException {
        try (Store store = open(data)) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("fiducial.db"));
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                fill(statement);
                connection.commit();
                assertThat(plan(statement)).contains("measurement_series");
            }

            store.checks().series(INSTRUMENT, "psf.m3", Statistic.MEDIAN);
            long started = System.nanoTime();
            List<SeriesPoint> series = store.checks().series(INSTRUMENT, "psf.m3", Statistic.MEDIAN);
            Duration taken = Duration.ofNanos(System.nanoTime() - started);

            assertThat(series).hasSize(120).isSortedAccordingTo((one, other) -> one.measuredAt()
                    .compareTo(other.measuredAt()));
            // About 5 ms on an idle machine; without the index it takes 100 times as long. The bound leaves room for a
            // machine that does ten things at once.
            assertThat(taken).isLessThan(Duration.ofMillis(500));
        }
    }

    private static Store open(Path data) {
        return Store.open(
                data, Optional.empty(), new Store.Sources(CLOCK, new TimeOrderedIds(CLOCK, new SplittableRandom(3))));
    }

    private static void fill(Statement statement) throws SQLException {
        statement.execute("insert into facility values ('f', 'Institute', 'UTC', 'home')");
        statement.execute("with recursive i(n) as (select 1 union all select n + 1 from i where n < 50)"
                + " insert into instrument select 'f', " + uuid("n") + ", 's' || n, 'LSM', '', '', '', '' from i");
        statement.execute("insert into configuration select 'f', instrument_id, instrument_id, 'oil', 'Oil', '{}'"
                + " from instrument");
        statement.execute("with recursive m(n) as (select 1 union all select n + 1 from m where n < 120)"
                + " insert into qc_check select 'f', " + uuid("1000 * m.n + i.rowid")
                + ", instrument_id, instrument_id, 'psf-beads', '1.0', 'psf', '1.0', 'fiducial', '0', '0', 'scheduled',"
                + " m.n * 2592000000, m.n * 2592000000, null, 'UTC', null, '', 'defaults', 'pass'"
                + " from m, instrument i");
        statement.execute("with recursive k(n) as (select 0 union all select n + 1 from k where n < 29)"
                + " insert into measurement select 'f', check_id, k.n, instrument_id, configuration_id, measured_at,"
                + " 'psf.m' || k.n, 1, '{}', 'median', 0.25, 'um', 0.01, '[]', 20, null, null from k, qc_check");
    }

    private static String uuid(String number) {
        return "printf('00000000-0000-0000-0000-%012x', " + number + ")";
    }

    private static String plan(Statement statement) throws SQLException {
        String query = "explain query plan select * from measurement join qc_check using (facility_id, check_id)"
                + " where measurement.facility_id in (select facility_id from instrument where instrument_id = '"
                + INSTRUMENT + "') and measurement.instrument_id = '" + INSTRUMENT
                + "' and metric = 'psf.m3' and statistic = 'median' order by measurement.measured_at";
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
        }
        return plan.toString();
    }
}
