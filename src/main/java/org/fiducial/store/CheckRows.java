package org.fiducial.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPOutputStream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FiguresDocument;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.ResultParts;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.store.generated.tables.records.CheckFiguresRecord;
import org.fiducial.store.generated.tables.records.CheckInputRecord;
import org.fiducial.store.generated.tables.records.CheckParameterRecord;
import org.fiducial.store.generated.tables.records.ItemRecord;
import org.fiducial.store.generated.tables.records.MeasurementRecord;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.fiducial.store.generated.tables.records.RemarkRecord;
import org.fiducial.store.generated.tables.records.VerdictRecord;
import org.jooq.TableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A check as the rows of its tables.
 *
 * @param check the check
 * @param facility id of the facility it was made at
 * @param instrument id of the instrument of its configuration
 */
record CheckRows(Check check, String facility, String instrument) {

    /** The row every other row of the check refers to. */
    QcCheckRecord head(Optional<String> person) {
        Provenance provenance = check.result().provenance();
        QcCheckRecord row = new QcCheckRecord();
        row.setFacilityId(facility);
        row.setCheckId(id());
        row.setConfigurationId(check.configurationId().toString());
        row.setInstrumentId(instrument);
        row.setProtocolId(provenance.protocol().id());
        row.setProtocolVersion(provenance.protocol().version());
        row.setModuleId(provenance.module().id());
        row.setModuleVersion(provenance.module().version());
        row.setSoftwareName(provenance.software().name());
        row.setSoftwareVersion(provenance.software().version());
        row.setSoftwareCommit(provenance.software().commit());
        row.setReason(check.occasion().reason().word());
        row.setMeasuredAt(measuredAt());
        row.setEnteredAt(check.occasion().times().enteredAt().toEpochMilli());
        row.setReceivedAt(
                check.occasion().times().receivedAt().map(Instant::toEpochMilli).orElse(null));
        row.setZone(check.occasion().times().zone().getId());
        row.setPersonId(person.orElse(null));
        row.setNote(check.occasion().note());
        row.setLimitVersion(check.judgement().limitVersion());
        row.setOverall(check.judgement().overall().word());
        return row;
    }

    /** All other rows. */
    List<TableRecord<?>> rest(List<Path> inputs) {
        return withForms(inputs.stream()
                .map(input -> Files.isDirectory(input) ? "folder" : "file")
                .toList());
    }

    /** All other rows, where it is known of each input whether it is a file or a folder. */
    List<TableRecord<?>> withForms(List<String> forms) {
        List<TableRecord<?>> rows = new ArrayList<>();
        int position = 0;
        for (InputFile input : check.result().provenance().inputs()) {
            String form = forms.get(position);
            rows.add(new CheckInputRecord(
                    facility,
                    id(),
                    position++,
                    input.name(),
                    form,
                    input.sha256(),
                    input.bytes(),
                    ResultParts.facts(input.facts())));
        }
        position = 0;
        for (Parameter parameter : check.result().provenance().parameters()) {
            rows.add(row(parameter, position++));
        }
        position = 0;
        for (Measurement measurement : check.result().measurements()) {
            rows.add(row(measurement, position++));
        }
        position = 0;
        for (Item item : check.result().items()) {
            rows.add(new ItemRecord(
                    facility,
                    id(),
                    position++,
                    item.identity().id(),
                    item.identity().channel(),
                    Words.of(item.status()),
                    ResultParts.item(item)));
        }
        position = 0;
        for (Verdict verdict : check.judgement().verdicts()) {
            rows.add(row(verdict, position++));
        }
        position = 0;
        for (Remark remark : check.result().remarks()) {
            rows.add(new RemarkRecord(
                    facility, id(), position++, remark.code(), Words.of(remark.severity()), remark.text()));
        }
        rows.add(new CheckFiguresRecord(facility, id(), packed(check.result().figures())));
        return rows;
    }

    private CheckParameterRecord row(Parameter parameter, int position) {
        CheckParameterRecord row = new CheckParameterRecord();
        row.setFacilityId(facility);
        row.setCheckId(id());
        row.setPosition(position);
        row.setName(parameter.name().name());
        row.setChannel(parameter.name().channel());
        if (parameter.value() instanceof Value.Numeric numeric) {
            row.setQuantity(numeric.quantity().value());
            row.setUnit(numeric.quantity().unit().code());
        } else {
            row.setWord(((Value.Text) parameter.value()).text());
        }
        row.setOrigin(parameter.origin().word());
        return row;
    }

    private MeasurementRecord row(Measurement measurement, int position) {
        MeasurementRecord row = new MeasurementRecord();
        row.setFacilityId(facility);
        row.setCheckId(id());
        row.setPosition(position);
        row.setInstrumentId(instrument);
        row.setConfigurationId(check.configurationId().toString());
        row.setMeasuredAt(measuredAt());
        row.setMetric(measurement.key().metric());
        row.setChannel(measurement.key().channel());
        row.setQualifiers(ResultParts.qualifiers(measurement.key().qualifiers()));
        row.setStatistic(measurement.key().statistic().word());
        if (measurement.finding() instanceof Finding.NotEvaluated notEvaluated) {
            row.setNotEvaluated(notEvaluated.reason());
            return row;
        }
        Finding.Evaluated evaluated = measurement.evaluated().orElseThrow();
        row.setQuantity(evaluated.value().value());
        row.setUnit(evaluated.value().unit().code());
        evaluated.uncertainty().ifPresent(uncertainty -> {
            row.setU(uncertainty.standard());
            row.setBudget(ResultParts.budget(uncertainty.parts()));
        });
        row.setN(evaluated.n());
        row.setFormula(evaluated.formula().orElse(null));
        return row;
    }

    private VerdictRecord row(Verdict verdict, int position) {
        DefaultLimit limit = verdict.limit();
        VerdictRecord row = new VerdictRecord();
        row.setFacilityId(facility);
        row.setCheckId(id());
        row.setPosition(position);
        row.setMetric(verdict.key().metric());
        row.setChannel(verdict.key().channel());
        row.setQualifiers(ResultParts.qualifiers(verdict.key().qualifiers()));
        row.setStatistic(verdict.key().statistic().word());
        row.setOutcome(verdict.level().word());
        row.setBecause(verdict.because());
        row.setLimitMetric(limit.metric());
        row.setLimitStatistic(limit.statistic().word());
        row.setLimitFormulas(JsonText.of(limit.formulas()));
        row.setLimitReason(limit.reason());
        row.setWarningLow(boxed(limit.warning().low()));
        row.setWarningHigh(boxed(limit.warning().high()));
        row.setFailLow(boxed(limit.fail().low()));
        row.setFailHigh(boxed(limit.fail().high()));
        return row;
    }

    private static @Nullable Double boxed(OptionalDouble number) {
        return number.isPresent() ? number.getAsDouble() : null;
    }

    private static byte[] packed(List<Figure> figures) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(FiguresDocument.write(figures));
        } catch (IOException e) {
            throw new UncheckedIOException("memory can always be written", e);
        }
        return out.toByteArray();
    }

    private String id() {
        return check.id().toString();
    }

    private long measuredAt() {
        return check.occasion().times().measuredAt().toEpochMilli();
    }
}
