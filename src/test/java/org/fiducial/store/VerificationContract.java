package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.metrology.protocol.Progress;
import org.junit.jupiter.api.Test;

/** What a record promises of its verification, however large it is. */
abstract class VerificationContract extends EvidenceContract {

    /** Inputs of one check: as rows in memory more than there is, as they are read one by one nothing. */
    private static final int MANY = 150_000;

    private static final int LOST = 500;
    private static final String MEMORY = "-Xmx48m";

    @Test
    void aLargeRecordIsVerifiedInLittleMemory() throws Exception {
        Check check = record.append(store, SampleRecord.NOW, 0.25);
        store.close();
        execute("insert into check_input with recursive n(i) as (select 1 union all select i + 1 from n where i < "
                + MANY
                + ") select c.facility_id, c.check_id, n.i, c.name, c.form, case when n.i > " + LOST
                + " then c.sha256 else substr('" + "0".repeat(64)
                + "', length(cast(n.i as text)) + 1) || cast(n.i as text) end,"
                + " c.bytes, c.facts from check_input c cross join n");

        List<String> said = verifiedInLittleMemory();

        assertThat(said).as("of %s", check.id()).hasSize(LOST + 1);
        assertThat(said.get(0)).contains("What audit row 4 (add-check " + check.id() + ") wrote was changed");
        assertThat(said.get(1)).contains("0001' is missing; it is input 'beads-0.25.tif' of check " + check.id());
    }

    @Test
    void theLengthOfAStretchChangesNothingOfWhatIsSaid() throws Exception {
        for (int i = 0; i < 5; i++) {
            record.append(store, SampleRecord.NOW, 0.25 + i * 0.01);
        }
        new SampleKit(record, store).addMeter();
        new SampleRegistry(record, store).addAll();
        assertThat(faults(1)).isEmpty();
        assertThat(faults(3)).isEmpty();
        String zero = "0".repeat(64);
        execute("insert into remark select facility_id, check_id, 99, 'MORE', 'note', 'slipped in' from qc_check"
                + " where check_id in (select subject from audit where sequence in (5, 7))");
        execute("insert into audit select facility_id, 999, happened_at, person_id, action, subject, payload_hash, '"
                + zero + "', hash from audit where sequence = 6");

        List<String> whole = faults(1_000);

        assertThat(whole)
                .hasSize(4)
                .anyMatch(fault -> fault.startsWith("What audit row 5 (add-check "))
                .anyMatch(fault -> fault.startsWith("What audit row 7 (add-check "))
                .anyMatch(fault -> fault.startsWith("Before audit row 999 of facility "))
                .anyMatch(fault -> fault.startsWith("Audit row 999 of facility "));
        for (int stretch : List.of(1, 2, 3, 7)) {
            assertThat(faults(stretch)).as("in stretches of %s", stretch).isEqualTo(whole);
        }
    }

    private List<String> faults(int stretch) {
        try (Database database = url().map(Database::at)
                .orElseGet(() -> Database.sqlite(record.data().resolve(DataFolder.DATABASE)))) {
            return database.stream(context -> new ChainProof(context, stretch, Progress.unwatched()).faults());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String address() {
        return url().orElseGet(() -> "jdbc:sqlite:" + record.data().resolve(DataFolder.DATABASE));
    }

    private List<String> verifiedInLittleMemory() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-cp",
                System.getProperty("java.class.path"),
                LittleMemory.class.getName(),
                record.data().toString()));
        url().ifPresent(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return said.lines().toList();
    }

    /** A process that verifies a record and prints what is wrong. */
    static final class LittleMemory {

        private LittleMemory() {}

        /** Takes the data folder and where there is one the address of the database. */
        public static void main(String[] arguments) {
            Optional<String> url = arguments.length > 1 ? Optional.of(arguments[1]) : Optional.empty();
            Store.Sources sources = new Store.Sources(Clock.systemUTC(), UUID::randomUUID);
            try (Store store = Store.open(Path.of(arguments[0]), url, sources)) {
                store.verify(Progress.unwatched()).faults().forEach(System.out::println);
            }
        }
    }
}
