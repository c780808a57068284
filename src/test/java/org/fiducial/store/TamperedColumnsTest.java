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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Move;
import org.fiducial.facility.check.ReviewPolicy;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.people.Account;
import org.fiducial.facility.people.ApiToken;
import org.fiducial.facility.publication.StatementWithdrawal;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.HourReading;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.store.generated.DefaultSchema;
import org.fiducial.store.generated.Tables;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every column of every table an audit row vouches for, in the record of the newest version. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperedColumnsTest {

    /** Thrown so that nothing of a transaction stays. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private Database database;

    /** As somebody would who owns the file: without the triggers. */
    @BeforeAll
    void openByForce(@TempDir Path folder) throws IOException, SQLException {
        SampleRecord record = new SampleRecord(folder, Optional.empty());
        Path file = Files.createDirectories(record.data()).resolve(DataFolder.DATABASE);
        List<String> versions = UpgradeTest.versions();
        Path newest = Path.of("test-data/records", versions.get(versions.size() - 1));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(Files.readString(newest.resolve("record.sql")));
        }
        try (Store store = record.open()) {
            addTheRest(store, store.instruments().bySlug("lsm-1").orElseThrow());
        }
        database = Database.sqlite(file);
        database.write(context -> {
            context.fetch("select name from sqlite_master where type = 'trigger'")
                    .getValues(0, String.class)
                    .forEach(trigger -> context.execute("drop trigger " + trigger));
            return file;
        });
    }

    /** What the records of test-data hold none of. */
    private static void addTheRest(Store store, Instrument lsm) {
        UUID id = new UUID(0x7000, 1L << 63);
        CheckSummary made = store.checks().ofInstrument(lsm.id()).get(0);
        Check check = store.checks().byId(made.id()).orElseThrow();
        store.schedule().append(new Counting(id, check.id(), false, SampleRecord.NOW, "Ada Müller", "wrong slide"));
        store.schedule()
                .add(new HourReading(
                        id, lsm.id(), 1200, SampleRecord.NOW, new HourReading.Entry("Ada Müller", SampleRecord.NOW)));
        Entry entry = new Entry("Ada Müller", SampleRecord.NOW, "as agreed");
        store.reviews().add(new ReviewPolicy(id, lsm.facilityId(), false, entry));
        Account ada = store.accounts().byLogin("ada").orElseThrow();
        ApiToken token = store.accounts().tokens(ada.version().accountId()).get(0);
        store.accounts().end(new ApiToken.End(id, token.id(), token.entry()));
        Recall recall = store.kit().recalls().get(0);
        store.kit().withdraw(new Recall.Withdrawal(id, recall.id(), "another slide", recall.entry()));
        UUID statement = store.statements().all().get(0).statement().id();
        store.statements().withdraw(new StatementWithdrawal(id, statement, entry));
        Check moved = new Check(id, check.configurationId(), check.occasion(), check.result(), check.judgement());
        store.moves().add(new Move(id, check.id(), moved.id(), "was LSM 2", "Ada Müller", SampleRecord.NOW), moved);
    }

    @AfterAll
    void close() {
        database.close();
    }

    static List<String> tables() {
        return Stream.concat(
                        Arrays.stream(AuditChain.Action.values())
                                .flatMap(action -> action.rows().stream())
                                .map(id -> Objects.requireNonNull(id.getTable())),
                        Stream.of(Tables.COMPONENT))
                .map(Table::getName)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void theRecordIsWholeBefore() {
        assertThat(database.read(TamperedColumnsTest::faults)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void findsAChangeInAnyColumnAndThatAllRowsAreGone(String name) {
        assertThat(database.<Integer>read(context -> context.fetchCount(DSL.table(DSL.name(name)))))
                .as("rows of %s in the record of this test", name)
                .isPositive();
        for (Field<?> column : DefaultSchema.DEFAULT_SCHEMA.getTable(name).fields()) {
            assertFound("update " + name + " set " + column.getName() + " = " + another(column));
        }
        assertFound("delete from " + name);
    }

    private void assertFound(String sql) {
        assertThatThrownBy(() -> database.write(context -> {
                    context.execute("pragma defer_foreign_keys = on");
                    context.execute("pragma ignore_check_constraints = on");
                    context.execute(sql);
                    assertThat(faults(context)).as(sql).isNotEmpty().allMatch(fault -> fault.endsWith("."));
                    throw new Undone();
                }))
                .as(sql)
                .isInstanceOf(Undone.class);
    }

    private static String another(Field<?> column) {
        if (column.getType() == byte[].class) {
            return "x'00'";
        }
        return column.getType() == String.class
                ? "coalesce(" + column.getName() + ", '') || 'x'"
                : "coalesce(" + column.getName() + ", 0) + 1000";
    }

    private static List<String> faults(DSLContext context) {
        return new ChainProof(context, Progress.unwatched()).faults();
    }
}
