package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.VERDICT;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What some checks measured, in four queries however many they are. */
record MeasuredChecks(DSLContext context, List<String> ids) {

    List<Check> all() {
        List<QcCheckRecord> heads = context.selectFrom(QC_CHECK)
                .where(QC_CHECK.CHECK_ID.in(ids))
                .orderBy(QC_CHECK.MEASURED_AT, QC_CHECK.CHECK_ID)
                .fetch();
        List<String> facilities =
                heads.stream().map(QcCheckRecord::getFacilityId).distinct().toList();
        Map<String, List<Measurement>> measurements = context.selectFrom(MEASUREMENT)
                .where(MEASUREMENT.FACILITY_ID.in(facilities))
                .and(MEASUREMENT.CHECK_ID.in(ids))
                .orderBy(MEASUREMENT.CHECK_ID, MEASUREMENT.POSITION)
                .fetchGroups(MEASUREMENT.CHECK_ID, CheckReader::measurement);
        Map<String, List<Verdict>> verdicts = verdicts(VERDICT.FACILITY_ID.in(facilities));
        Map<String, List<Parameter>> parameters = context.selectFrom(CHECK_PARAMETER)
                .where(CHECK_PARAMETER.FACILITY_ID.in(facilities))
                .and(CHECK_PARAMETER.CHECK_ID.in(ids))
                .orderBy(CHECK_PARAMETER.CHECK_ID, CHECK_PARAMETER.POSITION)
                .fetchGroups(CHECK_PARAMETER.CHECK_ID, CheckReader::parameter);
        return heads.stream()
                .map(head -> new Check(
                        UUID.fromString(head.getCheckId()),
                        UUID.fromString(head.getConfigurationId()),
                        occasion(head),
                        new AnalysisResult(
                                provenance(head, parameters.getOrDefault(head.getCheckId(), List.of())),
                                measurements.getOrDefault(head.getCheckId(), List.of()),
                                List.of(),
                                List.of(),
                                List.of()),
                        new Judgement(head.getLimitVersion(), verdicts.getOrDefault(head.getCheckId(), List.of()))))
                .toList();
    }

    /** How they were judged, in one query. */
    Map<UUID, List<Verdict>> verdicts() {
        Map<UUID, List<Verdict>> byCheck = new HashMap<>();
        verdicts(VERDICT.FACILITY_ID.in(
                        DSL.selectDistinct(QC_CHECK.FACILITY_ID).from(QC_CHECK).where(QC_CHECK.CHECK_ID.in(ids))))
                .forEach((id, each) -> byCheck.put(UUID.fromString(id), each));
        return byCheck;
    }

    private Map<String, List<Verdict>> verdicts(Condition ofFacilities) {
        return context.selectFrom(VERDICT)
                .where(ofFacilities)
                .and(VERDICT.CHECK_ID.in(ids))
                .orderBy(VERDICT.CHECK_ID, VERDICT.POSITION)
                .fetchGroups(VERDICT.CHECK_ID, CheckReader::verdict);
    }

    private static Check.Occasion occasion(QcCheckRecord head) {
        return new Check.Occasion(
                CheckReason.of(head.getReason()).orElseThrow(),
                new CheckTimes(
                        Instant.ofEpochMilli(head.getMeasuredAt()),
                        Instant.ofEpochMilli(head.getEnteredAt()),
                        Optional.ofNullable(head.getReceivedAt()).map(Instant::ofEpochMilli),
                        ZoneId.of(head.getZone())),
                "",
                "");
    }

    private static Provenance provenance(QcCheckRecord head, List<Parameter> parameters) {
        return new Provenance(
                new ProtocolReference(head.getProtocolId(), head.getProtocolVersion()),
                new ModuleReference(head.getModuleId(), head.getModuleVersion()),
                new SoftwareReference(head.getSoftwareName(), head.getSoftwareVersion(), head.getSoftwareCommit()),
                List.of(),
                parameters);
    }
}
