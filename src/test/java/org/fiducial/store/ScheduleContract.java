package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.schedule.DueDates;
import org.fiducial.facility.schedule.LastCheck;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.PlannedPath;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of plans, and of everything else. */
abstract class ScheduleContract extends RecordContract {

    private static final Instant JUNE = Instant.parse("2026-06-15T12:00:00Z");

    @Test
    void readsBackEveryVersionOfAPlanAndListsTheNewest() {
        Plan first = record.addPlan(store);
        Plan ended = record.plan(first.version().planId(), 2, Plan.Standing.ENDED, "objective sold");
        store.schedule().append(ended);
        store.close();
        store = record.open();

        assertThat(store.schedule().versions(first.version().planId())).containsExactly(first, ended);
        assertThat(plans(SampleRecord.NOW)).containsExactly(ended);
        assertThat(plans(SampleRecord.NOW.minusMillis(1))).isEmpty();
        assertThat(store.schedule().versions(record.ids().get())).isEmpty();
        assertThat(store.schedule().paths(record.home().id()))
                .containsExactly(
                        new PlannedPath(record.confocal().id(), "lsm-1", "LSM 1", "63x-oil-confocal", "Confocal 488"));
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void refusesAVersionOfAPlanThatSomebodyElseChangedMeanwhile() {
        Plan first = record.addPlan(store);
        UUID id = first.version().planId();
        store.schedule().append(record.plan(id, 2, Plan.Standing.IN_FORCE, "first to say so"));

        assertThatThrownBy(
                        () -> store.schedule().append(record.plan(id, 2, Plan.Standing.IN_FORCE, "later, unknowingly")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("somebody else")
                .hasMessageContaining("version 2");
        assertThat(store.schedule().versions(id)).hasSize(2);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void ofTwoWhoChangeAPlanAtOnceOneIsToldAndNothingIsLost() throws Exception {
        Plan first = record.addPlan(store);
        UUID id = first.version().planId();
        try (Store other = record.open()) {
            ExecutorService pool = Executors.newFixedThreadPool(2);
            try {
                Future<Boolean> ours = pool.submit(changing(store.schedule(), id, "ours"));
                Future<Boolean> theirs = pool.submit(changing(other.schedule(), id, "theirs"));
                assertThat(List.of(ours.get(), theirs.get())).containsExactlyInAnyOrder(true, false);
            } finally {
                pool.shutdownNow();
            }
        }
        assertThat(store.schedule().versions(id)).hasSize(2);
        assertThat(store.audit().faults()).isEmpty();
    }

    private Callable<Boolean> changing(Schedule schedule, UUID planId, String reason) {
        Plan changed = record.plan(planId, 2, Plan.Standing.IN_FORCE, reason);
        return () -> {
            try {
                schedule.append(changed);
                return true;
            } catch (UnusableInputException somebodyElseWasFaster) {
                return false;
            }
        };
    }

    @Test
    void findsTheNewestCheckThatCountsByItsReason() throws IOException {
        record.addPlan(store);
        Check scheduled = append("2026-03-01T09:00:00Z", CheckReason.SCHEDULED);
        append("2026-04-10T09:00:00Z", CheckReason.COMPLAINT);

        assertThat(lastChecks(JUNE))
                .containsExactly(new LastCheck(
                        scheduled.id(),
                        record.confocal().id(),
                        "psf-beads",
                        scheduled.occasion().times().measuredAt()));
        assertThat(lastChecks(Instant.parse("2026-03-01T08:59:59Z"))).isEmpty();
        assertThat(dueDay("2026-06-15")).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void whatIsDueGoesByTheNamesOfToday() {
        record.addPlan(store);
        Registry registry = store.instruments().registry();
        rename(registry, Version.Kind.INSTRUMENT, record.lsm().id(), "Confocal of the first floor");
        rename(registry, Version.Kind.CONFIGURATION, record.confocal().id(), "63x oil, 488 nm");

        assertThat(new DueDates(store.schedule(), store.instruments()).on(LocalDate.of(2026, 6, 15)))
                .extracting(due -> due.path().instrument(), due -> due.path().name())
                .containsExactly(tuple("Confocal of the first floor", "63x oil, 488 nm"));
    }

    private void rename(Registry registry, Version.Kind kind, UUID subject, String name) {
        Fields before = registry.fields(kind, subject).orElseThrow();
        registry.add(new Version(
                new Version.Key(record.ids().get(), kind, subject, 2),
                Optional.empty(),
                before,
                before.with(Fields.NAME, name),
                new Entered("Eve", SampleRecord.NOW, ZoneId.of("Europe/Berlin"), "as people call it")));
    }

    @Test
    void aWordThatACheckDoesNotCountMovesTheDueDayBackAndLeavesTheCheck() throws IOException {
        record.addPlan(store);
        append("2026-03-01T09:00:00Z", CheckReason.SCHEDULED);
        Check later = append("2026-04-01T09:00:00Z", CheckReason.SCHEDULED);
        Check complaint = append("2026-05-02T09:00:00Z", CheckReason.COMPLAINT);
        assertThat(dueDay("2026-06-15")).isEqualTo(LocalDate.of(2026, 5, 1));

        Counting no = counting(later, false, "the stage was loose");
        assertThat(dueDay("2026-06-15")).isEqualTo(LocalDate.of(2026, 4, 1));
        Counting yes = counting(complaint, true, "done in full");

        assertThat(dueDay("2026-06-15")).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(store.schedule().countings(later.id())).containsExactly(no);
        assertThat(store.schedule().countings(complaint.id())).containsExactly(yes);
        assertThat(store.checks().byId(later.id())).contains(later);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void theRevisionGrowsWithWhateverIsAdded() throws IOException {
        List<Long> seen = new ArrayList<>(List.of(store.schedule().revision()));
        record.addPlan(store);
        seen.add(store.schedule().revision());
        Check check = append("2026-03-01T09:00:00Z", CheckReason.SCHEDULED);
        seen.add(store.schedule().revision());
        counting(check, false, "why not");
        seen.add(store.schedule().revision());

        assertThat(seen).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ofSeveralWordsOnACheckTheNewestHolds() throws IOException {
        record.addPlan(store);
        Check check = append("2026-03-01T09:00:00Z", CheckReason.SCHEDULED);

        counting(check, false, "thought to be of another objective");
        counting(check, true, "it was this one");

        assertThat(lastChecks(JUNE)).hasSize(1);
        assertThatThrownBy(() -> store.schedule()
                        .append(new Counting(record.ids().get(), record.ids().get(), true, SampleRecord.NOW, "", "x")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("no check");
    }

    @Test
    void theDatabaseItselfRefusesToChangeAPlan() throws SQLException, IOException {
        record.addPlan(store);
        counting(append("2026-03-01T09:00:00Z", CheckReason.SCHEDULED), false, "why not");

        try (Connection connection = DriverManager.getConnection(
                        url().orElse("jdbc:sqlite:" + record.data().resolve("fiducial.db")));
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "update schedule_plan set minutes = 1",
                    "delete from schedule_path",
                    "update schedule_counting set counts = 'yes'")) {
                assertThatThrownBy(() -> statement.executeUpdate(sql))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
    }

    private Counting counting(Check check, boolean counts, String reason) {
        Counting counting =
                new Counting(record.ids().get(), check.id(), counts, SampleRecord.NOW, "Ada Müller", reason);
        store.schedule().append(counting);
        return counting;
    }

    private Check append(String measuredAt, CheckReason reason) throws IOException {
        Path input = record.file("beads.tif", "pixels");
        Check check = record.check(
                record.confocal(), Instant.parse(measuredAt), SampleRecord.result(List.of(input), 0.25), reason);
        store.checks().append(check, List.of(input));
        return check;
    }

    private List<Plan> plans(Instant at) {
        return store.schedule().plans(record.home().id(), at);
    }

    private List<LastCheck> lastChecks(Instant until) {
        return store.schedule().lastChecks(record.home().id(), until);
    }

    private LocalDate dueDay(String on) {
        List<Due> due = new DueDates(store.schedule(), store.instruments()).on(LocalDate.parse(on));
        assertThat(due).hasSize(1);
        return due.get(0).day();
    }
}
