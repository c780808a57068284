package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.QC_CHECK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckedPath;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.store.generated.tables.QcCheck;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The few checks the state of an instrument at a time rests on, however many it has: for each light path and protocol four
 * steps in the index by path, protocol and time, and as many to find the protocols of a path. With a time around which they
 * are sought, those of some light paths alone, by its beginning, after its end and within it.
 */
record Evidence(DSLContext context, String instrument, Instant at, Optional<Checks.Around> around) {

    private static final Name PAIR = DSL.name("pair");
    private static final Field<String> FACILITY = DSL.field(DSL.name("pair", "f"), String.class);
    private static final Field<String> PATH = DSL.field(DSL.name("pair", "c"), String.class);
    private static final Field<String> PROTOCOL = DSL.field(DSL.name("pair", "p"), String.class);
    private static final Name VOID = DSL.name("void_check");
    private static final Name REJECTED = DSL.name("rejected_check");
    private static final Field<String> SAID_OF = DSL.field(DSL.name("said_of"), String.class);
    private static final QcCheck EACH = QC_CHECK.as("each_check");

    /** A list of names in a query has to end somewhere; with more all checks are read. */
    static final int MOST_DOUBTFUL = 500;

    static List<CheckSummary> around(DSLContext context, String instrument, Checks.Around around, Set<UUID> doubtful) {
        Evidence evidence = new Evidence(context, instrument, around.from(), Optional.of(around));
        return Stream.concat(evidence.checks(doubtful).stream(), evidence.within(around).stream())
                .distinct()
                .toList();
    }

    List<CheckSummary> checks(Set<UUID> doubtful) {
        long now = at.toEpochMilli();
        Condition later =
                EACH.MEASURED_AT.gt(around.map(Checks.Around::to).orElse(at).toEpochMilli());
        List<SortField<?>> newestFirst = List.of(EACH.MEASURED_AT.desc(), EACH.CHECK_ID.desc());
        List<SortField<?>> oldestFirst = List.of(EACH.MEASURED_AT.asc(), EACH.CHECK_ID.asc());
        Field<String> word = word(QC_CHECK);
        return context.withRecursive(
                        pairs(), said(VOID, Review.Decision.VOID), said(REJECTED, Review.Decision.REJECTED))
                .select(QC_CHECK.fields())
                .select(word)
                .from(DSL.table(PAIR))
                .join(QC_CHECK)
                .on(QC_CHECK.CHECK_ID.in(
                        first(EACH.MEASURED_AT.le(now), newestFirst),
                        first(later, oldestFirst),
                        first(later.and(speaks(doubtful)), oldestFirst),
                        first(DSL.noCondition(), newestFirst)))
                .where(PROTOCOL.isNotNull())
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .fetch(row -> StoredChecks.summary(row.into(QC_CHECK), decision(row.get(word))));
    }

    /** From each light path and protocol into the index, so that what other light paths were checked is not read. */
    private List<CheckSummary> within(Checks.Around time) {
        Field<String> word = word(QC_CHECK);
        return context.withRecursive(pairs(), said(VOID, Review.Decision.VOID))
                .select(QC_CHECK.fields())
                .select(word)
                .from(DSL.table(PAIR))
                .join(QC_CHECK)
                .on(QC_CHECK.FACILITY_ID.eq(FACILITY))
                .and(QC_CHECK.CONFIGURATION_ID.eq(PATH))
                .and(QC_CHECK.PROTOCOL_ID.eq(PROTOCOL))
                .where(PROTOCOL.isNotNull())
                .and(QC_CHECK.MEASURED_AT.gt(time.from().toEpochMilli()))
                .and(QC_CHECK.MEASURED_AT.le(time.to().toEpochMilli()))
                .and(QC_CHECK.CHECK_ID.notIn(DSL.select(SAID_OF).from(DSL.table(VOID))))
                .fetch(row -> StoredChecks.summary(row.into(QC_CHECK), decision(row.get(word))));
    }

    static Optional<Review.Decision> decision(String word) {
        return word.isEmpty() ? Optional.empty() : Optional.of(Words.constant(Review.Decision.class, word));
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
                        .and(around.map(Evidence::ofPaths).orElse(DSL.noCondition()))
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

    private static Condition ofPaths(Checks.Around around) {
        return CONFIGURATION.CONFIGURATION_ID.in(
                around.paths().stream().map(UUID::toString).sorted().toList());
    }

    /** The checks of the instrument of which this is the newest word: few, so that they are found before all others. */
    private CommonTableExpression<Record1<String>> said(Name name, Review.Decision decision) {
        return name.fields(SAID_OF.getUnqualifiedName())
                .as(DSL.select(CHECK_REVIEW.CHECK_ID)
                        .from(CHECK_REVIEW)
                        .where(CHECK_REVIEW.FACILITY_ID.in(StoredChecks.facility(UUID.fromString(instrument))))
                        .and(CHECK_REVIEW.INSTRUMENT_ID.eq(instrument))
                        .and(CHECK_REVIEW.DECISION.eq(decision.word()))
                        .and(StoredReviews.isNewest(CHECK_REVIEW)));
    }

    private static Field<String> first(Condition which, List<SortField<?>> order) {
        return DSL.field(DSL.select(EACH.CHECK_ID)
                .from(EACH)
                .where(EACH.FACILITY_ID.eq(FACILITY))
                .and(EACH.CONFIGURATION_ID.eq(PATH))
                .and(EACH.PROTOCOL_ID.eq(PROTOCOL))
                .and(which)
                .and(EACH.CHECK_ID.notIn(DSL.select(SAID_OF).from(DSL.table(VOID))))
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
                        .and(EACH.CHECK_ID.notIn(DSL.select(SAID_OF).from(DSL.table(REJECTED)))));
        return doubtful.isEmpty()
                ? evaluated
                : evaluated.and(EACH.CHECK_ID.notIn(
                        doubtful.stream().map(UUID::toString).sorted().toList()));
    }
}
