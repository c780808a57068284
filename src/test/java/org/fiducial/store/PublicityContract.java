package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.audit.AuditEntry;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.junit.jupiter.api.Test;

/** What a record promises of what strangers may see. */
abstract class PublicityContract extends RecordFixture {

    @Test
    void publishesNothingUntilSomebodySaysSo() {
        assertThat(store.publicities().all()).isEmpty();
        assertThat(new Publication(store.publicities().all()).published(record.lsm()))
                .isEmpty();
    }

    @Test
    void readsBackWhatIsPublicInTheOrderItWasSaid() {
        Publicity facility = record.addPublicity(store);
        Publicity own = new Publicity(
                record.ids().get(),
                Publication.subject(record.lsm()),
                new Publicity.Terms(Standing.PUBLISHED, EnumSet.allOf(Field.class), "<script>alert(1)</script>"),
                // By a clock that was wrong: what was said last holds.
                new Entry("Grace Hopper", SampleRecord.NOW.minusSeconds(86_400), "for a paper"));
        Publicity withdrawn = new Publicity(
                record.ids().get(),
                own.subject(),
                new Publicity.Terms(Standing.HIDDEN, Set.of(), ""),
                new Entry("", SampleRecord.NOW.minusSeconds(90_000), "moves to another house"));
        store.publicities().add(own);
        assertThat(new Publication(store.publicities().all()).published(record.lsm()))
                .hasValueSatisfying(
                        published -> assertThat(published.shows(Field.SERIAL)).isTrue());
        store.publicities().add(withdrawn);
        store.close();
        store = record.open();

        assertThat(store.publicities().all()).containsExactly(facility, own, withdrawn);
        assertThat(new Publication(store.publicities().all()).published(record.lsm()))
                .isEmpty();
        assertThat(store.audit().faults()).isEmpty();
        assertThat(store.auditBook()
                        .read(
                                record.home().id(),
                                new AuditBook.Question(
                                        new AuditBook.Wish(Optional.of("set-publicity"), Optional.empty(), Set.of()),
                                        Long.MAX_VALUE,
                                        9))
                        .entries())
                .extracting(AuditEntry::thing)
                .containsExactly(instrument(), instrument(), Optional.empty());
    }

    @Test
    void whatWasSaidOfWhatIsPublicIsNeverChangedOrRemoved() {
        record.addPublicity(store);

        for (String change : new String[] {
            "update publicity set fields = 'serial staff room'",
            "delete from publicity",
            "update publicity set reason = 'x'"
        }) {
            assertThatThrownBy(() -> execute(change)).as(change).hasMessageContaining("append-only");
        }
        assertThat(store.audit().faults()).isEmpty();
    }

    private Optional<AuditEntry.Thing> instrument() {
        return Optional.of(new AuditEntry.Thing(
                AuditEntry.Thing.Kind.INSTRUMENT, record.lsm().id().toString()));
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url().orElse("jdbc:sqlite:" + record.data().resolve("fiducial.db")));
                Statement change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }
}
