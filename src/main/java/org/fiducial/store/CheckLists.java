package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.QC_CHECK;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ResultParts;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.store.generated.tables.QcCheck;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Row2;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.SelectWhereStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** Parts of the checks of an instrument, read through an index: what a page shows, not all there is. */
record CheckLists(DSLContext context, String instrument) {

    private static final QcCheck EACH = QC_CHECK.as("each_check");
    private static final Field<String> WORD = Evidence.word(QC_CHECK).as("newest_word");

    CheckList list(CheckList.Filter filter, CheckList.Part part) {
        Condition which = which(filter);
        List<CheckSummary> rows = rows(which, filter, part);
        boolean isEnd = rows.size() < part.most() && (part.skip() == 0 || !rows.isEmpty());
        int total = isEnd ? part.skip() + rows.size() : context.fetchCount(QC_CHECK, which);
        return new CheckList(rows, total);
    }

    private static List<SortField<?>> byTime(CheckList.Filter filter) {
        return filter.after().isPresent()
                ? List.of(QC_CHECK.MEASURED_AT.asc(), QC_CHECK.CHECK_ID.asc())
                : List.of(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc());
    }

    /** An order no index has sorts the checks of one instrument, not those of all. */
    private List<SortField<?>> by(CheckList.Order order) {
        List<Field<?>> keys =
                switch (order.column()) {
                    case WHEN -> List.of(QC_CHECK.MEASURED_AT);
                    case VERDICT ->
                        List.of(rank(
                                QC_CHECK.OVERALL,
                                CheckList.Column.BY_GRAVITY.stream()
                                        .map(VerdictLevel::word)
                                        .toList()));
                    case REASON -> List.of(bytes(QC_CHECK.REASON));
                    case NOTE -> List.of(bytes(DSL.lower(QC_CHECK.NOTE)));
                    case PATH ->
                        List.of(rank(
                                QC_CHECK.CONFIGURATION_ID,
                                order.paths().stream().map(UUID::toString).toList()));
                    case PROTOCOL -> List.of(bytes(QC_CHECK.PROTOCOL_ID), bytes(QC_CHECK.PROTOCOL_VERSION));
                };
        List<SortField<?>> fields = new ArrayList<>();
        if (order.column() == CheckList.Column.NOTE) {
            fields.add(DSL.when(QC_CHECK.NOTE.eq(""), 1).otherwise(0).asc());
        }
        keys.forEach(key -> fields.add(order.down() ? key.desc() : key.asc()));
        fields.add(QC_CHECK.MEASURED_AT.desc());
        fields.add(QC_CHECK.CHECK_ID.desc());
        return fields;
    }

    private static Field<Integer> rank(Field<String> field, List<String> words) {
        CaseConditionStep<Integer> rank = DSL.when(DSL.falseCondition(), -1);
        for (int i = 0; i < words.size(); i++) {
            rank = rank.when(field.eq(words.get(i)), i);
        }
        return rank.otherwise(-1);
    }

    /** Texts in the order of their bytes, whatever the language of the server. */
    private Field<String> bytes(Field<String> text) {
        return context.family() == SQLDialect.POSTGRES ? text.collate("C") : text;
    }

    /** They are not counted: that takes as long as to read a hundred of them. */
    List<CheckSummary> some(CheckList.Filter filter, CheckList.Part part) {
        return rows(which(filter), filter, part);
    }

    private List<CheckSummary> rows(Condition which, CheckList.Filter filter, CheckList.Part part) {
        return summaries()
                .where(which)
                .orderBy(part.order().map(this::by).orElseGet(() -> byTime(filter)))
                .limit(part.most())
                .offset(part.skip())
                .fetch(CheckLists::summary);
    }

    /** Of a light path and protocol by the index of paths, else by that of instruments. */
    private Condition which(CheckList.Filter filter) {
        Condition which = QC_CHECK.FACILITY_ID.eq(facility());
        which = which.and(filter.configuration()
                .map(path -> QC_CHECK.CONFIGURATION_ID.eq(ownPath(path)))
                .orElseGet(() -> QC_CHECK.INSTRUMENT_ID.eq(instrument)));
        if (filter.protocol().isPresent()) {
            which = which.and(QC_CHECK.PROTOCOL_ID.eq(filter.protocol().get()));
        }
        if (filter.verdict().isPresent()) {
            which = which.and(QC_CHECK.OVERALL.eq(filter.verdict().get().word()));
        }
        if (filter.reason().isPresent()) {
            which = which.and(QC_CHECK.REASON.eq(
                    // Written out: only so the index of checks after work is found to hold them all.
                    DSL.inline(filter.reason().get().word())));
        }
        if (filter.until().isPresent()) {
            which = which.and(QC_CHECK.MEASURED_AT.le(filter.until().get().toEpochMilli()));
        }
        return filter.after()
                .map(after -> QC_CHECK.MEASURED_AT.gt(after.toEpochMilli()))
                .map(which::and)
                .orElse(which);
    }

    private Select<Record1<String>> ownPath(UUID path) {
        return DSL.select(CONFIGURATION.CONFIGURATION_ID)
                .from(CONFIGURATION)
                .where(CONFIGURATION.CONFIGURATION_ID.eq(path.toString()))
                .and(CONFIGURATION.INSTRUMENT_ID.eq(instrument));
    }

    /** Asked within each question: a question of its own takes longer than its answer. */
    private Field<String> facility() {
        return DSL.field(StoredChecks.facility(UUID.fromString(instrument)));
    }

    /** Rows of checks with the newest word on each. */
    private SelectWhereStep<Record> summaries() {
        return context.select(QC_CHECK.fields()).select(WORD).from(QC_CHECK);
    }

    private static CheckSummary summary(Record row) {
        return StoredChecks.summary(row.into(QC_CHECK), Evidence.decision(row.get(WORD)));
    }

    List<CheckSummary> beside(Check check) {
        Condition alike = QC_CHECK.FACILITY_ID
                .eq(facility())
                .and(QC_CHECK.CONFIGURATION_ID.eq(check.configurationId().toString()))
                .and(QC_CHECK.PROTOCOL_ID.eq(
                        check.result().provenance().protocol().id()));
        Row2<Long, String> each = DSL.row(QC_CHECK.MEASURED_AT, QC_CHECK.CHECK_ID);
        Row2<Long, String> own = DSL.row(
                DSL.val(check.occasion().times().measuredAt().toEpochMilli()),
                DSL.val(check.id().toString()));
        List<CheckSummary> rows = new ArrayList<>();
        summaries()
                .where(alike)
                .and(each.lt(own))
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .limit(1)
                .fetchOptional(CheckLists::summary)
                .ifPresent(rows::add);
        summaries()
                .where(alike)
                .and(each.gt(own))
                .orderBy(QC_CHECK.MEASURED_AT, QC_CHECK.CHECK_ID)
                .limit(1)
                .fetchOptional(CheckLists::summary)
                .ifPresent(rows::add);
        return rows;
    }

    /** From check to check of the path, and of each to its measurements, which lie beside each other. */
    List<SeriesPoint> series(SeriesQuery query) {
        return points(
                query, QC_CHECK.CHECK_ID.in(newest(query, Evidence.word(EACH).ne(Review.Decision.VOID.word()))));
    }

    /** A void check is asked for its word only where it is among the newest. */
    List<SeriesPoint> voided(SeriesQuery query) {
        return points(
                query,
                QC_CHECK.CHECK_ID
                        .in(newest(query, DSL.noCondition()))
                        .and(Evidence.word(QC_CHECK).eq(Review.Decision.VOID.word())));
    }

    /** By the key of the parameters, which begins with the check. */
    Map<UUID, String> given(SeriesQuery query, String parameter) {
        Map<UUID, String> given = new HashMap<>();
        context.select(CHECK_PARAMETER.CHECK_ID, CHECK_PARAMETER.WORD)
                .from(CHECK_PARAMETER)
                .where(CHECK_PARAMETER.FACILITY_ID.eq(facility()))
                .and(CHECK_PARAMETER.CHECK_ID.in(newest(query, DSL.noCondition())))
                .and(CHECK_PARAMETER.NAME.eq(parameter))
                .and(CHECK_PARAMETER.WORD.isNotNull())
                .forEach(row -> given.put(UUID.fromString(row.value1()), row.value2()));
        return given;
    }

    private Select<Record1<String>> newest(SeriesQuery query, Condition which) {
        return DSL.select(EACH.CHECK_ID)
                .from(EACH)
                .where(EACH.FACILITY_ID.eq(facility()))
                .and(EACH.INSTRUMENT_ID.eq(instrument))
                .and(EACH.CONFIGURATION_ID.eq(query.configurationId().toString()))
                .and(EACH.PROTOCOL_ID.eq(query.protocolId()))
                .and(which)
                .orderBy(EACH.MEASURED_AT.desc(), EACH.CHECK_ID.desc())
                .limit(query.newest());
    }

    private List<SeriesPoint> points(SeriesQuery query, Condition which) {
        Map<String, SortedMap<String, String>> qualifiers = new HashMap<>();
        return context.select(
                        QC_CHECK.CHECK_ID,
                        QC_CHECK.MEASURED_AT,
                        QC_CHECK.OVERALL,
                        MEASUREMENT.METRIC,
                        MEASUREMENT.CHANNEL,
                        MEASUREMENT.QUALIFIERS,
                        MEASUREMENT.STATISTIC,
                        MEASUREMENT.QUANTITY,
                        MEASUREMENT.UNIT,
                        MEASUREMENT.U,
                        MEASUREMENT.N)
                .from(QC_CHECK)
                .join(MEASUREMENT)
                .on(MEASUREMENT.FACILITY_ID.eq(QC_CHECK.FACILITY_ID))
                .and(MEASUREMENT.CHECK_ID.eq(QC_CHECK.CHECK_ID))
                .where(QC_CHECK.FACILITY_ID.eq(facility()))
                .and(which)
                .and(MEASUREMENT.METRIC.in(query.metrics().stream().sorted().toList()))
                .and(MEASUREMENT.QUANTITY.isNotNull())
                .orderBy(QC_CHECK.MEASURED_AT, QC_CHECK.CHECK_ID, MEASUREMENT.POSITION)
                .fetch(row -> point(row, query.configurationId(), qualifiers));
    }

    private static SeriesPoint point(
            Record row, UUID configuration, Map<String, SortedMap<String, String>> qualifiers) {
        Optional<Uncertainty> uncertainty =
                Optional.ofNullable(row.get(MEASUREMENT.U)).map(Uncertainty::of);
        return new SeriesPoint(
                UUID.fromString(row.get(QC_CHECK.CHECK_ID)),
                configuration,
                Instant.ofEpochMilli(row.get(QC_CHECK.MEASURED_AT)),
                new Measurement(
                        new MeasurementKey(
                                row.get(MEASUREMENT.METRIC),
                                row.get(MEASUREMENT.CHANNEL),
                                qualifiers.computeIfAbsent(
                                        row.get(MEASUREMENT.QUALIFIERS), ResultParts::readQualifiers),
                                Statistic.of(row.get(MEASUREMENT.STATISTIC))),
                        new Finding.Evaluated(
                                new Quantity(
                                        row.get(MEASUREMENT.QUANTITY), CheckReader.unit(row.get(MEASUREMENT.UNIT))),
                                uncertainty,
                                row.get(MEASUREMENT.N),
                                Optional.empty())),
                VerdictLevel.of(row.get(QC_CHECK.OVERALL)));
    }
}
