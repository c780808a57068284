package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.EVENT;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.FOLLOW_UP;
import static org.fiducial.store.generated.Tables.HOUR_READING;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.SCHEDULE_COUNTING;
import static org.fiducial.store.generated.Tables.SCHEDULE_PLAN;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Which instruments the newest rows of the audit speak of. */
record Additions(DSLContext context) {

    private static final int MOST = 200;

    /** What no state, due day, review or doubt rests on. */
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
            Action.CLAIM_REMINDER,
            Action.NOTE_REMINDER);

    /** A number that grows with every row of the audit: whatever is added has one. */
    long revision() {
        return context.select(DSL.sum(DSL.field(DSL.select(DSL.max(AUDIT.SEQUENCE))
                        .from(AUDIT)
                        .where(AUDIT.FACILITY_ID.eq(FACILITY.FACILITY_ID)))))
                .from(FACILITY)
                .fetchOptional(0, Long.class)
                .orElse(0L);
    }

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

    private Optional<Select<Record1<String>>> instruments(String action, List<String> ids) {
        if (action.equals(Action.ADD_CHECK.word())) {
            return Optional.of(
                    context.select(QC_CHECK.INSTRUMENT_ID).from(QC_CHECK).where(QC_CHECK.CHECK_ID.in(ids)));
        }
        if (action.equals(Action.REVIEW_CHECK.word())) {
            return Optional.of(context.select(CHECK_REVIEW.INSTRUMENT_ID)
                    .from(CHECK_REVIEW)
                    .where(CHECK_REVIEW.REVIEW_ID.in(ids)));
        }
        if (action.equals(Action.COUNT_CHECK.word())) {
            return Optional.of(context.select(QC_CHECK.INSTRUMENT_ID)
                    .from(QC_CHECK)
                    .where(QC_CHECK.CHECK_ID.in(DSL.select(SCHEDULE_COUNTING.CHECK_ID)
                            .from(SCHEDULE_COUNTING)
                            .where(SCHEDULE_COUNTING.COUNTING_ID.in(ids)))));
        }
        if (action.equals(Action.ADD_PLAN.word())) {
            return Optional.of(context.select(SCHEDULE_PLAN.INSTRUMENT_ID)
                    .from(SCHEDULE_PLAN)
                    .where(SCHEDULE_PLAN.VERSION_ID.in(ids)));
        }
        if (action.equals(Action.READ_HOURS.word())) {
            return Optional.of(context.select(HOUR_READING.INSTRUMENT_ID)
                    .from(HOUR_READING)
                    .where(HOUR_READING.READING_ID.in(ids)));
        }
        if (action.equals(Action.ADD_EVENT.word())) {
            return Optional.of(context.select(EVENT.INSTRUMENT_ID).from(EVENT).where(EVENT.EVENT_ID.in(ids)));
        }
        if (action.equals(Action.FOLLOW_UP.word())) {
            return Optional.of(context.select(EVENT.INSTRUMENT_ID)
                    .from(EVENT)
                    .where(EVENT.EVENT_ID.in(
                            DSL.select(FOLLOW_UP.EVENT_ID).from(FOLLOW_UP).where(FOLLOW_UP.FOLLOW_UP_ID.in(ids)))));
        }
        return Optional.empty();
    }
}
