package org.fiducial.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.metrology.protocol.ResultParts;
import org.fiducial.store.generated.tables.records.BaselineCheckRecord;
import org.fiducial.store.generated.tables.records.BaselineRecord;
import org.fiducial.store.generated.tables.records.BaselineValueRecord;
import org.fiducial.store.generated.tables.records.LimitRuleRecord;
import org.fiducial.store.generated.tables.records.LimitVersionRecord;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/** Limits and baselines as rows. */
final class LimitRows {

    private LimitRows() {}

    static LimitVersionRecord head(LimitVersion version, String facility, Optional<String> person) {
        return new LimitVersionRecord(
                facility,
                version.id().toString(),
                version.subject().protocolId(),
                version.subject().scope().reach().word(),
                version.subject().scope().id().toString(),
                version.number(),
                version.inForceFrom().toString(),
                version.terms()
                        .baseline()
                        .map(baseline -> baseline.id().toString())
                        .orElse(null),
                person.orElse(null),
                version.entry().at().toEpochMilli(),
                version.entry().reason());
    }

    static List<LimitRuleRecord> rules(LimitVersion version, String facility) {
        List<LimitRuleRecord> rows = new ArrayList<>();
        for (OwnLimit limit : version.terms().limits()) {
            Tolerance tolerance = limit.tolerance();
            rows.add(new LimitRuleRecord(
                    facility,
                    version.id().toString(),
                    rows.size(),
                    limit.metric(),
                    limit.statistic().word(),
                    tolerance.kind().word(),
                    limit.rule().word(),
                    boxed(tolerance.warning().low()),
                    boxed(tolerance.warning().high()),
                    boxed(tolerance.fail().low()),
                    boxed(tolerance.fail().high())));
        }
        return rows;
    }

    static BaselineRecord head(Baseline baseline, String facility, Optional<String> person) {
        return new BaselineRecord(
                facility,
                baseline.id().toString(),
                baseline.series().configurationId().toString(),
                baseline.series().protocolId(),
                baseline.number(),
                baseline.sample().estimator().word(),
                person.orElse(null),
                baseline.entry().at().toEpochMilli(),
                baseline.entry().reason());
    }

    /** The checks of a baseline and its values. */
    static List<TableRecord<?>> rest(Baseline baseline, String facility) {
        List<TableRecord<?>> rows = new ArrayList<>();
        String id = baseline.id().toString();
        int position = 0;
        for (UUID check : baseline.sample().checks()) {
            rows.add(new BaselineCheckRecord(facility, id, position++, check.toString()));
        }
        position = 0;
        for (Baseline.Value value : baseline.values()) {
            rows.add(new BaselineValueRecord(
                    facility,
                    id,
                    position++,
                    value.key().metric(),
                    value.key().channel(),
                    ResultParts.qualifiers(value.key().qualifiers()),
                    value.key().statistic().word(),
                    value.centre().value(),
                    value.centre().unit().code(),
                    boxed(value.scatter()),
                    value.n()));
        }
        return rows;
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }
}
