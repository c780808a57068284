package org.fiducial.store;

import static org.fiducial.store.generated.Tables.BASELINE;
import static org.fiducial.store.generated.Tables.BASELINE_CHECK;
import static org.fiducial.store.generated.Tables.BASELINE_VALUE;
import static org.fiducial.store.generated.Tables.LIMIT_RULE;
import static org.fiducial.store.generated.Tables.LIMIT_VERSION;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ResultParts;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.store.generated.tables.records.BaselineRecord;
import org.fiducial.store.generated.tables.records.BaselineValueRecord;
import org.fiducial.store.generated.tables.records.LimitRuleRecord;
import org.fiducial.store.generated.tables.records.LimitVersionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Limits and baselines of a facility from the rows of their tables. */
record LimitReader(DSLContext context, String facility) {

    List<LimitVersion> versions(Condition which) {
        List<LimitVersionRecord> rows = context.selectFrom(LIMIT_VERSION)
                .where(LIMIT_VERSION.FACILITY_ID.eq(facility))
                .and(which)
                .orderBy(LIMIT_VERSION.VERSION, LIMIT_VERSION.VERSION_ID)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = People.names(context, facility);
        return rows.stream().map(row -> version(row, names)).toList();
    }

    private LimitVersion version(LimitVersionRecord row, Map<String, String> names) {
        List<OwnLimit> limits = context.selectFrom(LIMIT_RULE)
                .where(LIMIT_RULE.FACILITY_ID.eq(facility))
                .and(LIMIT_RULE.VERSION_ID.eq(row.getVersionId()))
                .orderBy(LIMIT_RULE.POSITION)
                .fetch(LimitReader::limit);
        Optional<Baseline> baseline = Optional.ofNullable(row.getBaselineId())
                .flatMap(id -> baselines(BASELINE.BASELINE_ID.eq(id)).stream().findFirst());
        LimitScope.Reach reach = Words.constant(LimitScope.Reach.class, row.getReach());
        return new LimitVersion(
                UUID.fromString(row.getVersionId()),
                new LimitVersion.Subject(row.getProtocolId(), new LimitScope(reach, UUID.fromString(row.getScopeId()))),
                row.getVersion(),
                LocalDate.parse(row.getInForceFrom()),
                new LimitVersion.Terms(limits, baseline),
                entry(names, row.getPersonId(), row.getEnteredAt(), row.getReason()));
    }

    private static OwnLimit limit(LimitRuleRecord row) {
        return new OwnLimit(
                row.getMetric(),
                Statistic.of(row.getStatistic()),
                new Tolerance(
                        Words.constant(Tolerance.Kind.class, row.getKind()),
                        CheckReader.bounds(row.getWarningLow(), row.getWarningHigh()),
                        CheckReader.bounds(row.getFailLow(), row.getFailHigh())),
                Words.constant(DecisionRule.class, row.getDecision()));
    }

    List<Baseline> baselines(Condition which) {
        List<BaselineRecord> rows = context.selectFrom(BASELINE)
                .where(BASELINE.FACILITY_ID.eq(facility))
                .and(which)
                .orderBy(BASELINE.VERSION, BASELINE.BASELINE_ID)
                .fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = People.names(context, facility);
        return rows.stream().map(row -> baseline(row, names)).toList();
    }

    private Baseline baseline(BaselineRecord row, Map<String, String> names) {
        List<UUID> checks = context.selectFrom(BASELINE_CHECK)
                .where(BASELINE_CHECK.FACILITY_ID.eq(facility))
                .and(BASELINE_CHECK.BASELINE_ID.eq(row.getBaselineId()))
                .orderBy(BASELINE_CHECK.POSITION)
                .fetch(each -> UUID.fromString(each.getCheckId()));
        List<Baseline.Value> values = context.selectFrom(BASELINE_VALUE)
                .where(BASELINE_VALUE.FACILITY_ID.eq(facility))
                .and(BASELINE_VALUE.BASELINE_ID.eq(row.getBaselineId()))
                .orderBy(BASELINE_VALUE.POSITION)
                .fetch(LimitReader::value);
        return new Baseline(
                UUID.fromString(row.getBaselineId()),
                new Baseline.Series(UUID.fromString(row.getConfigurationId()), row.getProtocolId()),
                row.getVersion(),
                new Baseline.Sample(Words.constant(Baseline.Estimator.class, row.getEstimator()), checks),
                values,
                entry(names, row.getPersonId(), row.getEnteredAt(), row.getReason()));
    }

    private static Baseline.Value value(BaselineValueRecord row) {
        return new Baseline.Value(
                new MeasurementKey(
                        row.getMetric(),
                        row.getChannel(),
                        ResultParts.readQualifiers(row.getQualifiers()),
                        Statistic.of(row.getStatistic())),
                new Quantity(row.getQuantity(), CheckReader.unit(row.getUnit())),
                CheckReader.optional(row.getScatter()),
                row.getN());
    }

    private static Entry entry(Map<String, String> names, @Nullable String person, long enteredAt, String reason) {
        String by = person == null ? "" : names.getOrDefault(person, "");
        return new Entry(by, Instant.ofEpochMilli(enteredAt), reason);
    }
}
