package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.CHECK_MOVE;
import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.COMPONENT_MOVE;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.CONFIGURATION_COMPONENT;
import static org.fiducial.store.generated.Tables.EVENT;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.FOLLOW_UP;
import static org.fiducial.store.generated.Tables.HOUR_READING;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;
import static org.fiducial.store.generated.Tables.SCHEDULE_COUNTING;
import static org.fiducial.store.generated.Tables.SCHEDULE_PLAN;
import static org.fiducial.store.generated.Tables.SERVICE_RETURN;
import static org.fiducial.store.generated.Tables.SOFTWARE_VERSION;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Version;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Which instruments the newest rows of the audit speak of. */
record Additions(DSLContext context) {

    private static final int MOST = 200;

    /** A number that grows with every row of the audit: whatever is added has one. */
    static final String REVISION =
            "select coalesce(sum((select max(sequence) from audit where audit.facility_id = facility.facility_id)), 0)"
                    + " from facility";

    /** What nothing rests on that is kept of an instrument. */
    private static final Set<Action> BESIDES = EnumSet.of(
            Action.ADD_METER,
            Action.ADD_CERTIFICATE,
            Action.CONFIRM_COLUMNS,
            Action.ADD_BASELINE,
            Action.SET_LIMITS,
            Action.SET_REVIEW_POLICY,
            Action.ADD_ACCOUNT,
            Action.ADD_TOKEN,
            Action.END_TOKEN,
            Action.ADD_ARTEFACT,
            Action.ATTACH_FILE,
            Action.DETACH_FILE,
            Action.CLAIM_REMINDER,
            Action.NOTE_REMINDER,
            Action.WISH_REMINDERS,
            Action.SET_PUBLICITY,
            Action.ISSUE_STATEMENT,
            Action.WITHDRAW_STATEMENT);

    /**
     * The instruments touched after a revision; empty where that is not known: with several facilities a revision does not
     * say which rows it has seen, and some actions concern all instruments.
     */
    Optional<Set<UUID>> since(long revision) {
        List<String> facilities =
                context.select(FACILITY.FACILITY_ID).from(FACILITY).fetch(FACILITY.FACILITY_ID);
        if (facilities.size() != 1) {
            return Optional.empty();
        }
        List<AuditRecord> rows = context.selectFrom(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facilities.get(0)))
                .and(AUDIT.SEQUENCE.gt(revision))
                .orderBy(AUDIT.SEQUENCE)
                .limit(MOST + 1)
                .fetch();
        if (rows.size() > MOST) {
            return Optional.empty();
        }
        Map<String, List<String>> subjects = rows.stream()
                .collect(Collectors.groupingBy(
                        AuditRecord::getAction,
                        HashMap::new,
                        Collectors.mapping(AuditRecord::getSubject, Collectors.toList())));
        BESIDES.forEach(action -> subjects.remove(action.word()));
        Set<UUID> touched = new HashSet<>();
        for (Map.Entry<String, List<String>> each : subjects.entrySet()) {
            Optional<Select<Record1<String>>> instruments = instruments(each.getKey(), each.getValue());
            if (instruments.isEmpty()) {
                return Optional.empty();
            }
            instruments.get().forEach(row -> touched.add(UUID.fromString(row.value1())));
        }
        return Optional.of(touched);
    }

    /** The instruments rows of an action speak of; empty for one that may concern any. */
    private Optional<Select<Record1<String>>> instruments(String action, List<String> ids) {
        return Arrays.stream(Action.values())
                .filter(each -> each.word().equals(action))
                .findFirst()
                .flatMap(known -> switch (known) {
                    case ADD_CHECK -> Optional.of(ofChecks(QC_CHECK.CHECK_ID.in(ids)));
                    case MOVE_CHECK -> Optional.of(ofChecks(QC_CHECK.CHECK_ID.in(moved(ids))));
                    case REVIEW_CHECK -> Optional.of(of(CHECK_REVIEW.INSTRUMENT_ID, CHECK_REVIEW.REVIEW_ID.in(ids)));
                    case COUNT_CHECK ->
                        Optional.of(ofChecks(QC_CHECK.CHECK_ID.in(
                                of(SCHEDULE_COUNTING.CHECK_ID, SCHEDULE_COUNTING.COUNTING_ID.in(ids)))));
                    case ADD_PLAN -> Optional.of(of(SCHEDULE_PLAN.INSTRUMENT_ID, SCHEDULE_PLAN.VERSION_ID.in(ids)));
                    case READ_HOURS -> Optional.of(of(HOUR_READING.INSTRUMENT_ID, HOUR_READING.READING_ID.in(ids)));
                    case ADD_EVENT -> Optional.of(of(EVENT.INSTRUMENT_ID, EVENT.EVENT_ID.in(ids)));
                    case FOLLOW_UP -> Optional.of(ofEvents(of(FOLLOW_UP.EVENT_ID, FOLLOW_UP.FOLLOW_UP_ID.in(ids))));
                    case RETURN_TO_SERVICE ->
                        Optional.of(ofEvents(of(SERVICE_RETURN.EVENT_ID, SERVICE_RETURN.RETURN_ID.in(ids))));
                    case ADD_INSTRUMENT -> Optional.of(of(INSTRUMENT.INSTRUMENT_ID, INSTRUMENT.INSTRUMENT_ID.in(ids)));
                    case ADD_CONFIGURATION -> Optional.of(ofPaths(CONFIGURATION.CONFIGURATION_ID.in(ids)));
                    case CHANGE_REGISTRY -> Optional.of(ofVersions(REGISTRY_VERSION.VERSION_ID.in(ids)));
                    case INSTALL_SOFTWARE ->
                        Optional.of(of(SOFTWARE_VERSION.INSTRUMENT_ID, SOFTWARE_VERSION.SOFTWARE_ID.in(ids)));
                    case MOVE_COMPONENT -> Optional.of(ofComponents(componentsOfMoves(ids)));
                    default -> Optional.empty();
                });
    }

    private Select<Record1<String>> of(TableField<?, String> column, Condition which) {
        return context.selectDistinct(column).from(column.getTable()).where(which);
    }

    private Select<Record1<String>> ofChecks(Condition which) {
        return of(QC_CHECK.INSTRUMENT_ID, which);
    }

    private Select<Record1<String>> moved(List<String> ids) {
        return of(CHECK_MOVE.CHECK_ID, CHECK_MOVE.MOVE_ID.in(ids))
                .unionAll(of(CHECK_MOVE.MOVED_CHECK_ID, CHECK_MOVE.MOVE_ID.in(ids)));
    }

    private Select<Record1<String>> ofEvents(Select<Record1<String>> events) {
        return of(EVENT.INSTRUMENT_ID, EVENT.EVENT_ID.in(events));
    }

    private Select<Record1<String>> ofPaths(Condition which) {
        return of(CONFIGURATION.INSTRUMENT_ID, which);
    }

    private Select<Record1<String>> componentsOfMoves(List<String> ids) {
        return of(COMPONENT_MOVE.COMPONENT_ID, COMPONENT_MOVE.MOVE_ID.in(ids));
    }

    /** The subject of a version is an instrument, a light path or a component. */
    private Select<Record1<String>> ofVersions(Condition which) {
        Select<Record1<String>> subjects = of(REGISTRY_VERSION.SUBJECT_ID, which);
        return of(INSTRUMENT.INSTRUMENT_ID, INSTRUMENT.INSTRUMENT_ID.in(subjects))
                .union(ofPaths(CONFIGURATION.CONFIGURATION_ID.in(subjects)))
                .union(ofComponents(of(COMPONENT.COMPONENT_ID, COMPONENT.COMPONENT_ID.in(subjects))));
    }

    /** Wherever components are, were or are a part of something. */
    private Select<Record1<String>> ofComponents(Select<Record1<String>> components) {
        Condition inVersion = DSL.exists(DSL.selectOne()
                .from(COMPONENT)
                .where(COMPONENT.COMPONENT_ID.in(components))
                .and(REGISTRY_VERSION.AFTER_FIELDS.contains(COMPONENT.COMPONENT_ID)));
        return of(
                        COMPONENT_MOVE.INSTRUMENT_ID,
                        COMPONENT_MOVE.INSTRUMENT_ID.isNotNull().and(COMPONENT_MOVE.COMPONENT_ID.in(components)))
                .union(ofPaths(CONFIGURATION.CONFIGURATION_ID.in(of(
                        CONFIGURATION_COMPONENT.CONFIGURATION_ID,
                        CONFIGURATION_COMPONENT.COMPONENT_ID.in(components)))))
                .union(ofPaths(CONFIGURATION.CONFIGURATION_ID.in(of(
                        REGISTRY_VERSION.SUBJECT_ID,
                        REGISTRY_VERSION
                                .KIND
                                .eq(Version.Kind.CONFIGURATION.word())
                                .and(inVersion)))));
    }
}
