package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.HOUR_READING;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.SCHEDULE_COUNTING;
import static org.fiducial.store.generated.Tables.SCHEDULE_PATH;
import static org.fiducial.store.generated.Tables.SCHEDULE_PLAN;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.HourReading;
import org.fiducial.facility.schedule.LastCheck;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.PlannedPath;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.QcCheck;
import org.fiducial.store.generated.tables.records.ScheduleCountingRecord;
import org.fiducial.store.generated.tables.records.SchedulePathRecord;
import org.fiducial.store.generated.tables.records.SchedulePlanRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Plans in the database, and what people said of whether a check counts. */
final class StoredSchedule implements Schedule {

    /** So many versions are named one by one; of more, all are read. */
    private static final int FEW = 200;

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredSchedule(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void append(Plan plan) {
        String instrument = plan.subject().instrumentId().toString();
        String facility = database.read(context -> context.select(INSTRUMENT.FACILITY_ID)
                        .from(INSTRUMENT)
                        .where(INSTRUMENT.INSTRUMENT_ID.eq(instrument))
                        .fetchOptional(INSTRUMENT.FACILITY_ID))
                .orElseThrow(() -> new IllegalArgumentException("no instrument has the id " + instrument));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            requireNext(transaction, plan.version());
            Optional<String> person =
                    people.idOf(transaction, facility, plan.entry().by());
            Optional<String> assigned =
                    people.idOf(transaction, facility, plan.work().assignedTo());
            transaction.executeInsert(PlanRows.head(plan, facility, assigned, person));
            String version = plan.version().id().toString();
            List<UUID> paths = plan.subject().configurationIds();
            IntStream.range(0, paths.size())
                    .forEach(i -> transaction.executeInsert(new SchedulePathRecord(
                            facility, version, i, paths.get(i).toString())));
            audit.append(transaction, facility, person, Action.ADD_PLAN, version);
            return plan;
        });
    }

    private static void requireNext(DSLContext transaction, Plan.Version version) {
        int newest = transaction
                .select(DSL.max(SCHEDULE_PLAN.VERSION))
                .from(SCHEDULE_PLAN)
                .where(SCHEDULE_PLAN.PLAN_ID.eq(version.planId().toString()))
                .fetchOptional(0, Integer.class)
                .orElse(0);
        if (version.number() != newest + 1) {
            throw new UnusableInputException(
                    "Plan " + version.code() + " was changed by somebody else meanwhile: version " + newest
                            + " is in the record; look at it and change it again.");
        }
    }

    @Override
    public List<Plan> plans(UUID facilityId, Instant at) {
        return plans(facilityId, at, SCHEDULE_PLAN.FACILITY_ID.eq(facilityId.toString()));
    }

    @Override
    public List<Plan> plans(UUID facilityId, Instant at, Set<UUID> instruments) {
        return plans(facilityId, at, SCHEDULE_PLAN.INSTRUMENT_ID.in(names(instruments)));
    }

    /** For a condition of its own: were the facility asked for beside it, SQLite would read all the facility has. */
    private static List<String> names(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().toList();
    }

    private List<Plan> plans(UUID facilityId, Instant at, Condition which) {
        String facility = facilityId.toString();
        return database.read(context -> {
            List<SchedulePlanRecord> newest = context
                    .selectFrom(SCHEDULE_PLAN)
                    .where(which)
                    .and(SCHEDULE_PLAN.ENTERED_AT.le(at.toEpochMilli()))
                    .fetch()
                    .stream()
                    .collect(Collectors.toMap(
                            SchedulePlanRecord::getPlanId,
                            Function.identity(),
                            BinaryOperator.maxBy(Comparator.comparing(SchedulePlanRecord::getVersion))))
                    .values()
                    .stream()
                    .sorted(Comparator.comparing(SchedulePlanRecord::getPlanId))
                    .toList();
            return plans(context, facility, newest);
        });
    }

    @Override
    public List<Plan> versions(UUID planId) {
        return database.read(context -> {
            List<SchedulePlanRecord> rows = context.selectFrom(SCHEDULE_PLAN)
                    .where(SCHEDULE_PLAN.PLAN_ID.eq(planId.toString()))
                    .orderBy(SCHEDULE_PLAN.VERSION)
                    .fetch();
            return rows.isEmpty() ? List.of() : plans(context, rows.get(0).getFacilityId(), rows);
        });
    }

    private static List<Plan> plans(DSLContext context, String facility, List<SchedulePlanRecord> rows) {
        Map<String, List<UUID>> paths = context
                .selectFrom(SCHEDULE_PATH)
                .where(SCHEDULE_PATH.FACILITY_ID.eq(facility))
                .and(
                        rows.size() > FEW
                                ? DSL.noCondition()
                                : SCHEDULE_PATH.VERSION_ID.in(rows.stream()
                                        .map(SchedulePlanRecord::getVersionId)
                                        .sorted()
                                        .toList()))
                .orderBy(SCHEDULE_PATH.POSITION)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        SchedulePathRecord::getVersionId,
                        Collectors.mapping(row -> UUID.fromString(row.getConfigurationId()), Collectors.toList())));
        Map<String, String> names = People.names(context, facility);
        return rows.stream()
                .map(row -> PlanRows.plan(row, paths.getOrDefault(row.getVersionId(), List.of()), names))
                .toList();
    }

    /** Whatever is added has its row in the audit of its facility. */
    @Override
    public long revision() {
        return database.number(Additions.REVISION);
    }

    @Override
    public Optional<Set<UUID>> touchedSince(long revision) {
        return database.read(context -> new Additions(context).since(revision));
    }

    @Override
    public List<PlannedPath> paths(UUID facilityId) {
        String facility = facilityId.toString();
        return database.read(context -> context.select(
                        CONFIGURATION.CONFIGURATION_ID,
                        INSTRUMENT.SLUG,
                        INSTRUMENT.NAME,
                        CONFIGURATION.SLUG,
                        CONFIGURATION.NAME)
                .from(CONFIGURATION)
                .join(INSTRUMENT)
                .on(INSTRUMENT.FACILITY_ID.eq(CONFIGURATION.FACILITY_ID))
                .and(INSTRUMENT.INSTRUMENT_ID.eq(CONFIGURATION.INSTRUMENT_ID))
                .where(CONFIGURATION.FACILITY_ID.eq(facility))
                .and(CONFIGURATION.CONFIGURATION_ID.in(context.select(SCHEDULE_PATH.CONFIGURATION_ID)
                        .from(SCHEDULE_PATH)
                        .where(SCHEDULE_PATH.FACILITY_ID.eq(facility))))
                .fetch(row -> new PlannedPath(
                        UUID.fromString(row.value1()), row.value2(), row.value3(), row.value4(), row.value5())));
    }

    @Override
    public void append(Counting counting) {
        String check = counting.checkId().toString();
        String facility = database.read(context -> context.select(QC_CHECK.FACILITY_ID)
                        .from(QC_CHECK)
                        .where(QC_CHECK.CHECK_ID.eq(check))
                        .fetchOptional(QC_CHECK.FACILITY_ID))
                .orElseThrow(() -> new UnusableInputException(
                        "There is no check " + check + " in this record; look its address up in the list of checks."));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person = people.idOf(transaction, facility, counting.by());
            String id = counting.id().toString();
            transaction.executeInsert(new ScheduleCountingRecord(
                    facility,
                    id,
                    check,
                    counting.counts() ? "yes" : "no",
                    person.orElse(null),
                    counting.at().toEpochMilli(),
                    counting.reason()));
            audit.append(transaction, facility, person, Action.COUNT_CHECK, id);
            return counting;
        });
    }

    @Override
    public void add(HourReading reading) {
        String instrument = reading.instrumentId().toString();
        String facility = database.read(context -> context.select(INSTRUMENT.FACILITY_ID)
                        .from(INSTRUMENT)
                        .where(INSTRUMENT.INSTRUMENT_ID.eq(instrument))
                        .fetchOptional(INSTRUMENT.FACILITY_ID))
                .orElseThrow(() -> new IllegalArgumentException("no instrument has the id " + instrument));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person =
                    people.idOf(transaction, facility, reading.entry().by());
            transaction.executeInsert(PlanRows.reading(reading, facility, person));
            audit.append(
                    transaction,
                    facility,
                    person,
                    Action.READ_HOURS,
                    reading.id().toString());
            return reading;
        });
    }

    @Override
    public List<HourReading> hourReadings(UUID facilityId) {
        return database.read(context -> {
            Map<String, String> names = People.names(context, facilityId.toString());
            return context.selectFrom(HOUR_READING)
                    .where(HOUR_READING.FACILITY_ID.eq(facilityId.toString()))
                    .orderBy(HOUR_READING.READING_ID)
                    .fetch(row -> PlanRows.reading(row, names));
        });
    }

    @Override
    public List<Counting> countings(UUID checkId) {
        return database.read(context -> {
            List<ScheduleCountingRecord> rows = context.selectFrom(SCHEDULE_COUNTING)
                    .where(SCHEDULE_COUNTING.CHECK_ID.eq(checkId.toString()))
                    .orderBy(AuditChain.place(SCHEDULE_COUNTING.COUNTING_ID))
                    .fetch();
            Map<String, String> names = rows.isEmpty()
                    ? Map.of()
                    : People.names(context, rows.get(0).getFacilityId());
            return rows.stream().map(row -> PlanRows.counting(row, names)).toList();
        });
    }

    /** One step in an index for each light path and protocol that was ever planned. */
    @Override
    public List<LastCheck> lastChecks(UUID facilityId, Instant until) {
        return lastChecks(facilityId, until, SCHEDULE_PATH.FACILITY_ID.eq(facilityId.toString()));
    }

    @Override
    public List<LastCheck> lastChecks(UUID facilityId, Instant until, Set<UUID> configurations) {
        return lastChecks(facilityId, until, SCHEDULE_PATH.CONFIGURATION_ID.in(names(configurations)));
    }

    private List<LastCheck> lastChecks(UUID facilityId, Instant until, Condition which) {
        String facility = facilityId.toString();
        return database.read(context -> {
            QcCheck each = QC_CHECK.as("each_check");
            Field<String> newest = DSL.field(context.select(each.CHECK_ID)
                    .from(each)
                    .where(each.FACILITY_ID.eq(SCHEDULE_PATH.FACILITY_ID))
                    .and(each.CONFIGURATION_ID.eq(SCHEDULE_PATH.CONFIGURATION_ID))
                    .and(each.PROTOCOL_ID.eq(SCHEDULE_PLAN.PROTOCOL_ID))
                    .and(each.MEASURED_AT.le(until.toEpochMilli()))
                    .and(counts(until, each))
                    .orderBy(each.MEASURED_AT.desc(), each.CHECK_ID.desc())
                    .limit(1));
            return context.select(
                            QC_CHECK.CHECK_ID, QC_CHECK.CONFIGURATION_ID, QC_CHECK.PROTOCOL_ID, QC_CHECK.MEASURED_AT)
                    .from(QC_CHECK)
                    .where(QC_CHECK.FACILITY_ID.eq(facility))
                    .and(QC_CHECK.CHECK_ID.in(context.select(newest)
                            .from(SCHEDULE_PATH)
                            .join(SCHEDULE_PLAN)
                            .on(SCHEDULE_PLAN.FACILITY_ID.eq(SCHEDULE_PATH.FACILITY_ID))
                            .and(SCHEDULE_PLAN.VERSION_ID.eq(SCHEDULE_PATH.VERSION_ID))
                            .where(which)))
                    .fetch(row -> new LastCheck(
                            UUID.fromString(row.value1()),
                            UUID.fromString(row.value2()),
                            row.value3(),
                            Instant.ofEpochMilli(row.value4())));
        });
    }

    /** By the newest word of people by then, else by the reason of the check; one void by then never. */
    private static Condition counts(Instant until, QcCheck each) {
        List<String> regular = Counting.regular().stream()
                .map(reason -> reason.word())
                .sorted()
                .toList();
        Field<String> said = DSL.field(DSL.select(SCHEDULE_COUNTING.COUNTS)
                .from(SCHEDULE_COUNTING)
                .where(SCHEDULE_COUNTING.CHECK_ID.eq(each.CHECK_ID))
                .and(SCHEDULE_COUNTING.ENTERED_AT.le(until.toEpochMilli()))
                .orderBy(AuditChain.place(SCHEDULE_COUNTING.COUNTING_ID).desc())
                .limit(1));
        Field<String> usual =
                DSL.when(each.REASON.in(regular), DSL.inline("yes")).otherwise(DSL.inline("no"));
        return DSL.coalesce(said, usual)
                .eq(DSL.inline("yes"))
                .andNotExists(DSL.selectOne()
                        .from(CHECK_REVIEW)
                        .where(CHECK_REVIEW.CHECK_ID.eq(each.CHECK_ID))
                        .and(CHECK_REVIEW.DECISION.eq(Review.Decision.VOID.word()))
                        .and(StoredReviews.isNewest(CHECK_REVIEW, until)));
    }
}
