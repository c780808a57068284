package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.publication.Fingerprint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody finds who changes the database with another program. */
class TamperingTest {

    /** Made once; every test works on a copy. */
    private static Path original = Path.of("");

    private static UUID check = new UUID(0, 0);

    private Path file;

    @BeforeAll
    static void makeRecord(@TempDir Path folder) throws IOException {
        original = folder;
        SampleRecord record = new SampleRecord(folder, Optional.empty());
        try (Store store = record.open()) {
            record.addInstrument(store);
            new SampleKit(record, store).addMeter();
            record.addColumns(store, "power=Leistung");
            Check made = record.append(store, SampleRecord.NOW, 0.25);
            check = made.id();
            record.addLimits(store, made);
            store.reviews().add(record.review(made, Review.Decision.APPROVED));
            record.addEvent(store);
            record.addAccount(store);
            record.addOwnProtocol(store);
            new SampleStatements(record, store).add("LSM 1");
        }
    }

    @BeforeEach
    void copyRecord(@TempDir Path folder) throws IOException {
        file = Files.copy(original.resolve("data/fiducial.db"), folder.resolve("fiducial.db"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update measurement set quantity = 0.2",
                "update qc_check set overall = 'pass'",
                "update item set body = '{}'",
                "delete from verdict",
                "delete from audit",
                "update audit set happened_at = 0",
                "update instrument set name = 'another'",
                "delete from person",
                "update meter set serial = '1'",
                "delete from meter_certificate",
                "update column_mapping set mapping = 'power=Zeit'",
                "update event set what = 'Nothing happened.'",
                "delete from event_component",
                "delete from follow_up",
                "update own_protocol set definition = 'id: other'",
                "delete from own_protocol_picture",
                "update limit_rule set fail_high = 99",
                "update limit_version set in_force_from = '2020-01-01'",
                "update baseline_value set quantity = 1",
                "delete from baseline_check",
                "update check_review set decision = 'void'",
                "update account_version set standing = 'closed'",
                "delete from account",
                "update api_token set role = 'administrator'",
                "update qc_statement set paper_bytes = x'00'",
                "delete from qc_statement"
            })
    void theDatabaseItselfRefusesToChangeTheRecord(String sql) {
        assertThatThrownBy(() -> execute(sql)).isInstanceOf(SQLException.class).hasMessageContaining("append-only");
    }

    @Test
    void aNameMayBeErasedAndTheChainStaysWhole() throws SQLException {
        execute("update person set name = null");

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update measurement set quantity = quantity * (1 + 2.3e-16) where metric = 'psf.theory.xy'",
                "update measurement set u = null where metric = 'psf.theory.xy' or position = 0",
                "update meter set sensor = 'another'",
                "update meter_certificate set calibration = replace(calibration, '1.01', '1.02')",
                "update qc_check set overall = 'pass'",
                "update qc_check set measured_at = measured_at - 1",
                "update check_input set sha256 = replace(sha256, 'a', 'b')",
                "update check_parameter set quantity = 101 where name = 'bead-diameter'",
                "update item set body = replace(body, '3.25', '3.26')",
                "update verdict set because = 'All is well.'",
                "update remark set severity = 'note'",
                "update check_figures set document = x'00'",
                "delete from item where position = 1",
                "update instrument set serial = '4711'",
                "update component set properties = '{}'",
                "update configuration set name = 'Other'",
                "update facility set name = 'Other'",
                "update event set happened_at = happened_at + 1",
                "delete from event_component",
                "update follow_up set said = ''",
                "update account_version set roles = 'administrator'",
                "update account_version set password_hash = '$argon2id$'",
                "update api_token set role = 'administrator'",
                "update qc_statement set paper_bytes = x'00'",
                "update qc_statement set record_hash = paper_hash"
            })
    void findsWhatWasChangedByForce(String sql) throws SQLException {
        AuditTrail.Head head = head();

        force(sql);

        assertThat(faults()).as(sql).isNotEmpty().allMatch(fault -> fault.endsWith("."));
        assertThat(holds(head)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set action = 'add-nothing' where sequence = 2",
                "update audit set person_id = null where sequence = 6",
                "delete from audit where sequence = 2"
            })
    void findsAnAuditRowThatWasChangedOrRemoved(String sql) throws SQLException {
        force(sql);

        assertThat(faults()).as(sql).isNotEmpty();
    }

    @Test
    void aRemovedEndOfTheChainShowsAgainstAHeadNotedElsewhere() throws SQLException {
        AuditTrail.Head head = head();

        force("delete from audit where sequence >= 6");

        assertThat(holds(head)).isFalse();
        assertThat(faults()).hasSize(11).contains("Check " + check + " was added without an audit row.");
    }

    @Test
    void findsACheckThatWasSlippedIn() throws SQLException {
        UUID slipped = new UUID(0x7000, 1L << 63);

        execute("insert into qc_check select facility_id, '" + slipped + "', configuration_id, instrument_id,"
                + " protocol_id, protocol_version, module_id, module_version, software_name, software_version,"
                + " software_commit, reason, measured_at, entered_at, received_at, zone, person_id, note,"
                + " limit_version, 'pass' from qc_check");

        assertThat(faults()).containsExactly("Check " + slipped + " was added without an audit row.");
    }

    @Test
    void findsAStatementWhoseBytesDoNotHashToWhatStandsBesideThem() throws SQLException {
        force("update qc_statement set paper_bytes = x'00'");

        try (Database database = Database.sqlite(file)) {
            assertThat(new StatementProof(database).faults())
                    .singleElement()
                    .asString()
                    .startsWith("The PDF of statement FID-2026-")
                    .endsWith("its SHA-256 is now " + Fingerprint.of(new byte[1]) + ".");
        }
    }

    @Test
    void findsACertificateThatWasSlippedIn() throws SQLException {
        execute("insert into meter_certificate select facility_id, 'slipped', meter_id, entered_at, calibration"
                + " from meter_certificate");

        assertThat(faults()).containsExactly("Certificate slipped was added without an audit row.");
    }

    @Test
    void findsAuditRowsThatChangedPlaces() throws SQLException {
        force("update audit set sequence = 99 where sequence = 2");
        execute("update audit set sequence = 2 where sequence = 3");
        execute("update audit set sequence = 3 where sequence = 99");

        assertThat(faults()).anyMatch(fault -> fault.startsWith("Audit row 2 ") && fault.contains("order"));
    }

    @Test
    void findsAnInstrumentThatWasSlippedIn() throws SQLException {
        execute("insert into instrument select facility_id, 'slipped', 'other', name, manufacturer, model, serial,"
                + " location from instrument");

        assertThat(faults()).containsExactly("Instrument slipped was added without an audit row.");
    }

    @Test
    void findsThatTheWholeChainWasRemoved() throws SQLException {
        force("delete from audit");

        assertThat(faults()).hasSizeGreaterThan(3).allMatch(fault -> fault.endsWith("was added without an audit row."));
    }

    private List<String> faults() {
        try (Database database = Database.sqlite(file)) {
            return new AuditTrail(database).faults();
        }
    }

    private AuditTrail.Head head() {
        try (Database database = Database.sqlite(file)) {
            return new AuditTrail(database).heads().get(0);
        }
    }

    private boolean holds(AuditTrail.Head head) {
        try (Database database = Database.sqlite(file)) {
            return new AuditTrail(database).holds(head);
        }
    }

    /** As somebody would who owns the file: without the triggers and the foreign keys. */
    private void force(String sql) throws SQLException {
        String table = sql.replaceFirst("^(update|delete from) (\\w+).*", "$2");
        execute("drop trigger " + table + "_is_not_changed");
        execute("drop trigger " + table + "_is_not_removed");
        execute(sql);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
