package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.VERDICT;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.check.KitReach;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.impl.DSL;

/**
 * Which checks were measured with something of the kit: their parameters name it. Two queries, and two for some hundreds of
 * them.
 */
record KitUses(DSLContext context, String slug, Recall.Period period, Optional<Set<UUID>> instruments) {

    /** So many checks are named in one query. */
    private static final int NAMED = 500;

    /** All checks of so long a time are fewer than those with the same thing in ten years. */
    private static final Duration SHORT = Duration.ofDays(366);

    List<KitUse> all() {
        return of(context, reached());
    }

    /** Their ids and who made them, without what they found. */
    KitReach reach() {
        Result<Record5<String, String, String, Long, String>> rows = context.select(
                        QC_CHECK.CHECK_ID,
                        QC_CHECK.PERSON_ID,
                        QC_CHECK.CONFIGURATION_ID,
                        QC_CHECK.MEASURED_AT,
                        QC_CHECK.OVERALL)
                .from(QC_CHECK)
                .where(reached())
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .fetch();
        Map<String, String> names = People.names(context);
        return new KitReach(
                rows.map(row -> new KitReach.One(
                        UUID.fromString(row.value1()),
                        UUID.fromString(row.value3()),
                        Instant.ofEpochMilli(row.value4()),
                        VerdictLevel.of(row.value5()))),
                rows.stream()
                        .map(Record5::value2)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(id -> names.getOrDefault(id, ""))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** How something of the kit was used in the checks of a condition, newest first. */
    static List<KitUse> of(DSLContext context, Condition which) {
        List<QcCheckRecord> checks = context.select(QC_CHECK.fields())
                .from(QC_CHECK)
                .where(which)
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .fetchInto(QC_CHECK);
        if (checks.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = People.names(context, checks.get(0).getFacilityId());
        List<String> ids =
                checks.stream().map(QcCheckRecord::getCheckId).sorted().toList();
        Map<String, List<KitUse.Judged>> judged = new HashMap<>();
        Map<String, Review.Decision> words = new HashMap<>();
        for (int from = 0; from < ids.size(); from += NAMED) {
            List<String> these = ids.subList(from, Math.min(from + NAMED, ids.size()));
            judged.putAll(judged(context, QC_CHECK.CHECK_ID.in(these)));
            words.putAll(StoredReviews.newest(context, CHECK_REVIEW.CHECK_ID.in(these)));
        }
        return checks.stream()
                .map(row -> new KitUse(
                        StoredChecks.summary(row, Optional.ofNullable(words.get(row.getCheckId()))),
                        UUID.fromString(row.getInstrumentId()),
                        Optional.ofNullable(row.getPersonId()).map(names::get).orElse(""),
                        judged.getOrDefault(row.getCheckId(), List.of())))
                .toList();
    }

    private Condition reached() {
        Condition late = QC_CHECK.MEASURED_AT.ge(period.from().toEpochMilli());
        return instruments
                .map(this::ofInstruments)
                .orElseGet(() -> isShort() ? ofAnyInTime() : ofAny())
                .and(period.to()
                        .map(Instant::toEpochMilli)
                        .map(to -> late.and(QC_CHECK.MEASURED_AT.le(to)))
                        .orElse(late));
    }

    private boolean isShort() {
        return period.to().filter(to -> !to.isAfter(period.from().plus(SHORT))).isPresent();
    }

    /** The names are written out, so that the index of just these rows serves. */
    private Condition ofAny() {
        return QC_CHECK.CHECK_ID.in(DSL.select(CHECK_PARAMETER.CHECK_ID)
                .from(CHECK_PARAMETER)
                .where(CHECK_PARAMETER.WORD.eq(slug))
                .and(ofKit()));
    }

    /**
     * From the checks of the instruments to their parameters: what the whole facility measured with the same thing is a
     * hundred times as much, so that the index by its name may not serve.
     */
    private Condition ofInstruments(Set<UUID> some) {
        List<String> names = some.stream().map(UUID::toString).sorted().toList();
        return QC_CHECK.FACILITY_ID
                .in(DSL.select(INSTRUMENT.FACILITY_ID).from(INSTRUMENT).where(INSTRUMENT.INSTRUMENT_ID.in(names)))
                .and(QC_CHECK.INSTRUMENT_ID.in(names))
                .and(isWithIt());
    }

    /** The same of all instruments. */
    private Condition ofAnyInTime() {
        return QC_CHECK.FACILITY_ID
                .in(DSL.select(FACILITY.FACILITY_ID).from(FACILITY))
                .and(QC_CHECK.INSTRUMENT_ID.in(
                        DSL.select(INSTRUMENT.INSTRUMENT_ID).from(INSTRUMENT)))
                .and(isWithIt());
    }

    private Condition isWithIt() {
        return DSL.exists(DSL.selectOne()
                .from(CHECK_PARAMETER)
                .where(CHECK_PARAMETER.FACILITY_ID.eq(QC_CHECK.FACILITY_ID))
                .and(CHECK_PARAMETER.CHECK_ID.eq(QC_CHECK.CHECK_ID))
                .and(DSL.concat(CHECK_PARAMETER.WORD, DSL.inline("")).eq(slug))
                .and(ofKit()));
    }

    private static Condition ofKit() {
        return CHECK_PARAMETER.NAME.eq(DSL.inline("meter")).or(CHECK_PARAMETER.NAME.eq(DSL.inline("artefact")));
    }

    private static Map<String, List<KitUse.Judged>> judged(DSLContext context, Condition these) {
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
                .where(these)
                .orderBy(VERDICT.POSITION)
                .fetchGroups(VERDICT.CHECK_ID, KitUses::judged);
    }

    private static KitUse.Judged judged(Record row) {
        Optional<Quantity> value = Optional.ofNullable(row.get(MEASUREMENT.QUANTITY))
                .flatMap(number -> Unit.parse(row.get(MEASUREMENT.UNIT)).map(unit -> new Quantity(number, unit)));
        return new KitUse.Judged(CheckReader.verdict(row.into(VERDICT)), value);
    }
}
