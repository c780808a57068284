package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.VERDICT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Which checks were measured with something of the kit: their parameters name it. Four queries, however many they are. */
record KitUses(DSLContext context, String slug, Recall.Period period, Condition which) {

    List<KitUse> all() {
        List<QcCheckRecord> checks = context.select(QC_CHECK.fields())
                .from(QC_CHECK)
                .where(reached())
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .fetchInto(QC_CHECK);
        if (checks.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = People.names(context, checks.get(0).getFacilityId());
        Map<String, List<KitUse.Judged>> judged = judged();
        Map<String, Review.Decision> words = StoredReviews.newest(
                context,
                CHECK_REVIEW.CHECK_ID.in(
                        DSL.select(QC_CHECK.CHECK_ID).from(QC_CHECK).where(reached())));
        return checks.stream()
                .map(row -> new KitUse(
                        StoredChecks.summary(row, Optional.ofNullable(words.get(row.getCheckId()))),
                        UUID.fromString(row.getInstrumentId()),
                        Optional.ofNullable(row.getPersonId()).map(names::get).orElse(""),
                        judged.getOrDefault(row.getCheckId(), List.of())))
                .toList();
    }

    /** The names are written out, so that the index of just these rows serves. */
    private Condition reached() {
        Condition named =
                CHECK_PARAMETER.NAME.eq(DSL.inline("meter")).or(CHECK_PARAMETER.NAME.eq(DSL.inline("artefact")));
        Condition late = QC_CHECK.MEASURED_AT.ge(period.from().toEpochMilli());
        return QC_CHECK.CHECK_ID
                .in(DSL.select(CHECK_PARAMETER.CHECK_ID)
                        .from(CHECK_PARAMETER)
                        .where(CHECK_PARAMETER.WORD.eq(slug))
                        .and(named))
                .and(which)
                .and(period.to()
                        .map(Instant::toEpochMilli)
                        .map(to -> late.and(QC_CHECK.MEASURED_AT.le(to)))
                        .orElse(late));
    }

    private Map<String, List<KitUse.Judged>> judged() {
        return context.select(VERDICT.fields())
                .select(MEASUREMENT.QUANTITY, MEASUREMENT.UNIT)
                .from(VERDICT)
                .join(QC_CHECK)
                .on(QC_CHECK.FACILITY_ID.eq(VERDICT.FACILITY_ID))
                .and(QC_CHECK.CHECK_ID.eq(VERDICT.CHECK_ID))
                .leftJoin(MEASUREMENT)
                .on(MEASUREMENT.FACILITY_ID.eq(VERDICT.FACILITY_ID))
                .and(MEASUREMENT.CHECK_ID.eq(VERDICT.CHECK_ID))
                .and(MEASUREMENT.METRIC.eq(VERDICT.METRIC))
                .and(MEASUREMENT.CHANNEL.eq(VERDICT.CHANNEL))
                .and(MEASUREMENT.QUALIFIERS.eq(VERDICT.QUALIFIERS))
                .and(MEASUREMENT.STATISTIC.eq(VERDICT.STATISTIC))
                .where(reached())
                .orderBy(VERDICT.POSITION)
                .fetchGroups(VERDICT.CHECK_ID, KitUses::judged);
    }

    private static KitUse.Judged judged(Record row) {
        Optional<Quantity> value = Optional.ofNullable(row.get(MEASUREMENT.QUANTITY))
                .flatMap(number -> Unit.parse(row.get(MEASUREMENT.UNIT)).map(unit -> new Quantity(number, unit)));
        return new KitUse.Judged(CheckReader.verdict(row.into(VERDICT)), value);
    }
}
