package org.fiducial.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Provenance;

/** The meters and slides of a sample record, and what is measured with them. */
record SampleKit(SampleRecord record, Store store) {

    /** A meter with one certificate, as the record of a facility holds it. */
    Meter addMeter() {
        Meter meter = new Meter(
                record.ids().get(),
                record.home().id(),
                "pm-1",
                new MeterCalibration.Meter("Console", "P0012345", "Slide sensor"));
        store.kit().add(meter, Optional.of(certificate(meter, "C-1", LocalDate.of(2026, 1, 15))), "");
        return meter;
    }

    /** A slide, recalled for good. */
    Artefact addArtefact() {
        Artefact slide = artefact("ps-1", Optional.empty());
        store.kit().add(slide, "");
        store.kit().add(recall("ps-1", OptionalDouble.empty()));
        return slide;
    }

    Artefact artefact(String slug, Optional<String> succeeds) {
        return new Artefact(
                record.ids().get(),
                record.home().id(),
                slug,
                Artefact.Kind.BEAD_SLIDE_SOLID,
                new Artefact.Source("Maker", "PS-Speck", "2231"),
                Optional.of(new Artefact.Diameter(175, OptionalDouble.of(5))),
                new Artefact.Life(
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 1, 15)),
                        Optional.of(LocalDate.of(2027, 1, 15))),
                "In the drawer.",
                succeeds);
    }

    Recall recall(String slug, OptionalDouble readsPercent) {
        return new Recall(
                record.ids().get(),
                record.home().id(),
                slug,
                new Recall.Period(SampleRecord.NOW.minus(Duration.ofDays(30)), Optional.of(SampleRecord.NOW)),
                new Recall.Fault("dropped", readsPercent),
                new Recall.Entry("Ada Müller", SampleRecord.NOW, record.home().zone()),
                Optional.empty());
    }

    /** A check whose parameters name something of the kit. */
    Check appendMeasuredWith(Instant measuredAt, Parameter named) throws IOException {
        Path input = record.file("with-" + measuredAt.toEpochMilli() + ".tif", "pixels of " + measuredAt);
        AnalysisResult plain = SampleRecord.result(List.of(input), 0.2);
        Provenance from = plain.provenance();
        List<Parameter> parameters = new ArrayList<>(from.parameters());
        parameters.add(named);
        Check check = record.check(
                record.confocal(),
                measuredAt,
                new AnalysisResult(
                        new Provenance(from.protocol(), from.module(), from.software(), from.inputs(), parameters),
                        plain.measurements(),
                        plain.items(),
                        plain.remarks(),
                        plain.figures()));
        store.checks().append(check, List.of(input));
        return check;
    }

    MeterCertificate certificate(Meter meter, String number, LocalDate date) {
        return new MeterCertificate(
                record.ids().get(),
                meter.id(),
                SampleRecord.NOW,
                new MeterCalibration(
                        meter.device(),
                        new MeterCalibration.Certificate(number, "Lab", date, Optional.of(date.plusYears(1))),
                        2,
                        List.of(new MeterCalibration.Point(488, 1.01, 3, OptionalDouble.empty()))));
    }
}
