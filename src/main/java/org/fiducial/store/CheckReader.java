package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_FIGURES;
import static org.fiducial.store.generated.Tables.CHECK_INPUT;
import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.ITEM;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.PERSON;
import static org.fiducial.store.generated.Tables.REMARK;
import static org.fiducial.store.generated.Tables.VERDICT;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FiguresDocument;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.ResultParts;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.store.generated.tables.records.CheckParameterRecord;
import org.fiducial.store.generated.tables.records.MeasurementRecord;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.fiducial.store.generated.tables.records.VerdictRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** A check from the rows of its tables. */
record CheckReader(DSLContext context, QcCheckRecord head) {

    Check check() {
        return new Check(
                UUID.fromString(head.getCheckId()),
                UUID.fromString(head.getConfigurationId()),
                occasion(),
                new AnalysisResult(provenance(), measurements(), items(), remarks(), figures()),
                new Judgement(head.getLimitVersion(), verdicts()));
    }

    private Check.Occasion occasion() {
        CheckTimes times = new CheckTimes(
                Instant.ofEpochMilli(head.getMeasuredAt()),
                Instant.ofEpochMilli(head.getEnteredAt()),
                Optional.ofNullable(head.getReceivedAt()).map(Instant::ofEpochMilli),
                ZoneId.of(head.getZone()));
        return new Check.Occasion(CheckReason.of(head.getReason()).orElseThrow(), times, performedBy(), head.getNote());
    }

    /** The person's name; empty where none was given or it was erased. */
    private String performedBy() {
        return Optional.ofNullable(head.getPersonId())
                .flatMap(person -> context.select(PERSON.NAME)
                        .from(PERSON)
                        .where(PERSON.FACILITY_ID.eq(head.getFacilityId()))
                        .and(PERSON.PERSON_ID.eq(person))
                        .fetchOptional(PERSON.NAME))
                .orElse("");
    }

    private Provenance provenance() {
        List<InputFile> inputs = context.selectFrom(CHECK_INPUT)
                .where(CHECK_INPUT.FACILITY_ID.eq(head.getFacilityId()))
                .and(CHECK_INPUT.CHECK_ID.eq(head.getCheckId()))
                .orderBy(CHECK_INPUT.POSITION)
                .fetch(row -> new InputFile(
                        row.getName(), row.getSha256(), row.getBytes(), ResultParts.readFacts(row.getFacts())));
        List<Parameter> parameters = context.selectFrom(CHECK_PARAMETER)
                .where(CHECK_PARAMETER.FACILITY_ID.eq(head.getFacilityId()))
                .and(CHECK_PARAMETER.CHECK_ID.eq(head.getCheckId()))
                .orderBy(CHECK_PARAMETER.POSITION)
                .fetch(CheckReader::parameter);
        return new Provenance(
                new ProtocolReference(head.getProtocolId(), head.getProtocolVersion()),
                new ModuleReference(head.getModuleId(), head.getModuleVersion()),
                new SoftwareReference(head.getSoftwareName(), head.getSoftwareVersion(), head.getSoftwareCommit()),
                inputs,
                parameters);
    }

    private List<Measurement> measurements() {
        return context.selectFrom(MEASUREMENT)
                .where(MEASUREMENT.FACILITY_ID.eq(head.getFacilityId()))
                .and(MEASUREMENT.CHECK_ID.eq(head.getCheckId()))
                .orderBy(MEASUREMENT.POSITION)
                .fetch(CheckReader::measurement);
    }

    private List<Item> items() {
        return context.select(ITEM.BODY)
                .from(ITEM)
                .where(ITEM.FACILITY_ID.eq(head.getFacilityId()))
                .and(ITEM.CHECK_ID.eq(head.getCheckId()))
                .orderBy(ITEM.POSITION)
                .fetch(row -> ResultParts.readItem(row.value1()));
    }

    private List<Remark> remarks() {
        return context.selectFrom(REMARK)
                .where(REMARK.FACILITY_ID.eq(head.getFacilityId()))
                .and(REMARK.CHECK_ID.eq(head.getCheckId()))
                .orderBy(REMARK.POSITION)
                .fetch(row -> new Remark(
                        row.getCode(), Words.constant(Remark.Severity.class, row.getSeverity()), row.getSentence()));
    }

    private List<Verdict> verdicts() {
        return context.selectFrom(VERDICT)
                .where(VERDICT.FACILITY_ID.eq(head.getFacilityId()))
                .and(VERDICT.CHECK_ID.eq(head.getCheckId()))
                .orderBy(VERDICT.POSITION)
                .fetch(CheckReader::verdict);
    }

    private List<Figure> figures() {
        return context.select(CHECK_FIGURES.DOCUMENT)
                .from(CHECK_FIGURES)
                .where(CHECK_FIGURES.FACILITY_ID.eq(head.getFacilityId()))
                .and(CHECK_FIGURES.CHECK_ID.eq(head.getCheckId()))
                .fetchOptional(CHECK_FIGURES.DOCUMENT)
                .map(CheckReader::unpacked)
                .orElse(List.of());
    }

    private static List<Figure> unpacked(byte[] gzip) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return FiguresDocument.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UnusableInputException("The stored figures of a check are damaged; restore a backup.", e);
        }
    }

    static Parameter parameter(CheckParameterRecord row) {
        Value value = row.getQuantity() == null
                ? new Value.Text(row.getWord())
                : new Value.Numeric(new Quantity(row.getQuantity(), unit(row.getUnit())));
        return new Parameter(
                new ParameterName(row.getName(), row.getChannel()),
                value,
                Words.constant(Origin.class, row.getOrigin()));
    }

    static Measurement measurement(MeasurementRecord row) {
        MeasurementKey key =
                key(row.getMetric(), row.getChannel(), row.getQualifiers(), Statistic.of(row.getStatistic()));
        if (row.getNotEvaluated() != null) {
            return new Measurement(key, new Finding.NotEvaluated(row.getNotEvaluated()));
        }
        Optional<Uncertainty> uncertainty = Optional.ofNullable(row.getU())
                .map(standard -> new Uncertainty(standard, ResultParts.readBudget(row.getBudget())));
        return new Measurement(
                key,
                new Finding.Evaluated(
                        new Quantity(row.getQuantity(), unit(row.getUnit())),
                        uncertainty,
                        row.getN(),
                        Optional.ofNullable(row.getFormula())));
    }

    static Verdict verdict(VerdictRecord row) {
        DefaultLimit limit = new DefaultLimit(
                row.getLimitMetric(),
                Statistic.of(row.getLimitStatistic()),
                JsonText.readList(row.getLimitFormulas()),
                bounds(row.getWarningLow(), row.getWarningHigh()),
                bounds(row.getFailLow(), row.getFailHigh()),
                row.getLimitReason());
        return new Verdict(
                key(row.getMetric(), row.getChannel(), row.getQualifiers(), Statistic.of(row.getStatistic())),
                VerdictLevel.of(row.getOutcome()),
                limit,
                row.getBecause());
    }

    static DefaultLimit.Bounds bounds(@Nullable Double low, @Nullable Double high) {
        return new DefaultLimit.Bounds(optional(low), optional(high));
    }

    static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static MeasurementKey key(String metric, int channel, String qualifiers, Statistic statistic) {
        return new MeasurementKey(metric, channel, ResultParts.readQualifiers(qualifiers), statistic);
    }

    static Unit unit(String code) {
        return Unit.parse(code)
                .orElseThrow(() -> new UnusableInputException(
                        "The record holds the unit '" + code + "', which this version does not know; update it."));
    }
}
