package org.fiducial.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.HourReading;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.store.generated.tables.records.HourReadingRecord;
import org.fiducial.store.generated.tables.records.ScheduleCountingRecord;
import org.fiducial.store.generated.tables.records.SchedulePlanRecord;
import org.jspecify.annotations.Nullable;

/** Plans as rows, and back. */
final class PlanRows {

    private static final String RECURRING = "recurring";
    private static final String HOURS = "hours";
    private static final String AD_HOC = "ad-hoc";

    private PlanRows() {}

    static SchedulePlanRecord head(Plan plan, String facility, Optional<String> assigned, Optional<String> person) {
        SchedulePlanRecord row = new SchedulePlanRecord();
        row.setFacilityId(facility);
        row.setVersionId(plan.version().id().toString());
        row.setPlanId(plan.version().planId().toString());
        row.setVersion(plan.version().number());
        row.setStanding(Words.of(plan.entry().standing()));
        row.setInstrumentId(plan.subject().instrumentId().toString());
        row.setProtocolId(plan.subject().protocolId());
        row.setDaysBefore(plan.rhythm().window().daysBefore());
        row.setDaysAfter(plan.rhythm().window().daysAfter());
        row.setRhythm(AD_HOC);
        if (plan.rhythm() instanceof Rhythm.Recurring recurring) {
            row.setRhythm(RECURRING);
            row.setRule(recurring.rule().rule());
            row.setStartDay(recurring.start().toString());
        }
        if (plan.rhythm() instanceof Rhythm.Hours hours) {
            row.setRhythm(HOURS);
            row.setEveryHours(hours.every());
        }
        row.setMinutes(plan.work().minutes());
        row.setAssignedTo(assigned.orElse(null));
        row.setPersonId(person.orElse(null));
        row.setEnteredAt(plan.entry().at().toEpochMilli());
        row.setReason(plan.entry().reason());
        return row;
    }

    static Plan plan(SchedulePlanRecord row, List<UUID> paths, Map<String, String> names) {
        return new Plan(
                new Plan.Version(
                        UUID.fromString(row.getVersionId()), UUID.fromString(row.getPlanId()), row.getVersion()),
                new Plan.Subject(UUID.fromString(row.getInstrumentId()), row.getProtocolId(), paths),
                rhythm(row),
                new Plan.Work(row.getMinutes(), name(row.getAssignedTo(), names)),
                new Plan.Entry(
                        Words.constant(Plan.Standing.class, row.getStanding()),
                        Instant.ofEpochMilli(row.getEnteredAt()),
                        name(row.getPersonId(), names),
                        row.getReason()));
    }

    private static Rhythm rhythm(SchedulePlanRecord row) {
        if (row.getRhythm().equals(HOURS)) {
            return new Rhythm.Hours(Objects.requireNonNull(row.getEveryHours()), row.getDaysAfter());
        }
        if (!row.getRhythm().equals(RECURRING)) {
            return new Rhythm.AdHoc();
        }
        return new Rhythm.Recurring(
                new Recurrence(Objects.requireNonNull(row.getRule())),
                LocalDate.parse(Objects.requireNonNull(row.getStartDay())),
                new Window(row.getDaysBefore(), row.getDaysAfter()));
    }

    static Counting counting(ScheduleCountingRecord row, Map<String, String> names) {
        return new Counting(
                UUID.fromString(row.getCountingId()),
                UUID.fromString(row.getCheckId()),
                row.getCounts().equals("yes"),
                Instant.ofEpochMilli(row.getEnteredAt()),
                name(row.getPersonId(), names),
                row.getReason());
    }

    static HourReadingRecord reading(HourReading reading, String facility, Optional<String> person) {
        return new HourReadingRecord(
                facility,
                reading.id().toString(),
                reading.instrumentId().toString(),
                reading.hours(),
                reading.readAt().toEpochMilli(),
                person.orElse(null),
                reading.entry().at().toEpochMilli());
    }

    static HourReading reading(HourReadingRecord row, Map<String, String> names) {
        return new HourReading(
                UUID.fromString(row.getReadingId()),
                UUID.fromString(row.getInstrumentId()),
                row.getHours(),
                Instant.ofEpochMilli(row.getReadAt()),
                new HourReading.Entry(name(row.getPersonId(), names), Instant.ofEpochMilli(row.getEnteredAt())));
    }

    private static String name(@Nullable String person, Map<String, String> names) {
        return person == null ? "" : names.getOrDefault(person, "");
    }
}
