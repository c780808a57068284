package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.QC_CHECK;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckedPath;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.store.generated.tables.QcCheck;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The few checks the state of an instrument at a time rests on, however many it has: for each light path and protocol four
 * steps in the index by path, protocol and time, and as many to find the protocols of a path.
 */
record Evidence(DSLContext context, String instrument, Instant at) {

    private static final Name PAIR = DSL.name("pair");
    private static final Field<String> FACILITY = DSL.field(DSL.name("pair", "f"), String.class);
    private static final Field<String> PATH = DSL.field(DSL.name("pair", "c"), String.class);
    private static final Field<String> PROTOCOL = DSL.field(DSL.name("pair", "p"), String.class);
    private static final QcCheck EACH = QC_CHECK.as("each_check");

    /** A list of names in a query has to end somewhere; with more all checks are read. */
    static final int MOST_DOUBTFUL = 500;

    List<CheckSummary> checks(Set<UUID> doubtful) {
        long now = at.toEpochMilli();
        Condition later = EACH.MEASURED_AT.gt(now);
        List<SortField<?>> newestFirst = List.of(EACH.MEASURED_AT.desc(), EACH.CHECK_ID.desc());
        List<SortField<?>> oldestFirst = List.of(EACH.MEASURED_AT.asc(), EACH.CHECK_ID.asc());
        Select<Record1<String>> chosen = DSL.select(first(EACH.MEASURED_AT.le(now), newestFirst))
                .from(DSL.table(PAIR))
                .where(PROTOCOL.isNotNull())
                .unionAll(DSL.select(first(later, oldestFirst))
                        .from(DSL.table(PAIR))
                        .where(PROTOCOL.isNotNull()))
                .unionAll(DSL.select(first(later.and(speaks(doubtful)), oldestFirst))
                        .from(DSL.table(PAIR))
                        .where(PROTOCOL.isNotNull()))
                .unionAll(DSL.select(first(DSL.noCondition(), newestFirst))
                        .from(DSL.table(PAIR))
                        .where(PROTOCOL.isNotNull()));
        List<QcCheckRecord> rows = context.withRecursive(pairs())
                .selectFrom(QC_CHECK)
                .where(QC_CHECK.CHECK_ID.in(chosen))
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Review.Decision> words = StoredReviews.newest(
                context,
                CHECK_REVIEW.CHECK_ID.in(
                        rows.stream().map(QcCheckRecord::getCheckId).sorted().toList()));
        return rows.stream()
                .map(row -> StoredChecks.summary(row, Optional.ofNullable(words.get(row.getCheckId()))))
                .toList();
    }

    Set<CheckedPath> checkedPaths() {
        return context.withRecursive(pairs())
                .select(PATH, PROTOCOL)
                .from(DSL.table(PAIR))
                .where(PROTOCOL.isNotNull())
                .fetchSet(row -> new CheckedPath(UUID.fromString(row.value1()), row.value2()));
    }

    /** Light paths with each protocol ever done on them: from one to the next in the index. */
    private CommonTableExpression<Record3<String, String, String>> pairs() {
        QcCheck any = QC_CHECK.as("any_check");
        Table<?> pair = DSL.table(PAIR);
        return PAIR.fields("f", "c", "p")
                .as(DSL.select(
                                CONFIGURATION.FACILITY_ID,
                                CONFIGURATION.CONFIGURATION_ID,
                                DSL.field(DSL.select(DSL.min(any.PROTOCOL_ID))
                                        .from(any)
                                        .where(any.FACILITY_ID.eq(CONFIGURATION.FACILITY_ID))
                                        .and(any.CONFIGURATION_ID.eq(CONFIGURATION.CONFIGURATION_ID))))
                        .from(CONFIGURATION)
                        .where(CONFIGURATION.INSTRUMENT_ID.eq(instrument))
                        .unionAll(DSL.select(
                                        FACILITY,
                                        PATH,
                                        DSL.field(DSL.select(DSL.min(any.PROTOCOL_ID))
                                                .from(any)
                                                .where(any.FACILITY_ID.eq(FACILITY))
                                                .and(any.CONFIGURATION_ID.eq(PATH))
                                                .and(any.PROTOCOL_ID.gt(PROTOCOL))))
                                .from(pair)
                                .where(PROTOCOL.isNotNull())));
    }

    private static Field<String> first(Condition which, List<SortField<?>> order) {
        return DSL.field(DSL.select(EACH.CHECK_ID)
                .from(EACH)
                .where(EACH.FACILITY_ID.eq(FACILITY))
                .and(EACH.CONFIGURATION_ID.eq(PATH))
                .and(EACH.PROTOCOL_ID.eq(PROTOCOL))
                .and(which)
                .and(word(EACH).ne(Review.Decision.VOID.word()))
                .orderBy(order)
                .limit(1));
    }

    /** The newest word on a check; empty text where there is none. */
    static Field<String> word(QcCheck check) {
        return DSL.coalesce(
                DSL.field(DSL.select(CHECK_REVIEW.DECISION)
                        .from(CHECK_REVIEW)
                        .where(CHECK_REVIEW.CHECK_ID.eq(check.CHECK_ID))
                        .and(StoredReviews.isNewest(CHECK_REVIEW))
                        .limit(1)),
                DSL.inline(""));
    }

    /** Whether a check confirms or casts doubt backwards, as {@link CheckSummary#asEvidence()} and recalls have it. */
    private static Condition speaks(Set<UUID> doubtful) {
        Condition evaluated = EACH.OVERALL
                .eq(VerdictLevel.FAIL.word())
                .or(EACH.OVERALL
                        .ne(VerdictLevel.NOT_EVALUATED.word())
                        .and(word(EACH).ne(Review.Decision.REJECTED.word())));
        return doubtful.isEmpty()
                ? evaluated
                : evaluated.and(EACH.CHECK_ID.notIn(
                        doubtful.stream().map(UUID::toString).sorted().toList()));
    }
}
