package org.fiducial.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.store.Store;

/**
 * A check with a slide of beads that was made on a day and not by an analysis: warning above 0.3 µm of FWHM x, failed above
 * 0.4 µm.
 *
 * @param at when it was made
 * @param measurements what it says
 * @param parameters what was given
 * @param figures its pictures
 */
public record BeadCheck(String at, List<Measurement> measurements, List<Parameter> parameters, List<Figure> figures) {

    private static final long CHECKS = 9;

    public BeadCheck {
        measurements = List.copyOf(measurements);
        parameters = List.copyOf(parameters);
        figures = List.copyOf(figures);
    }

    /** A check that found a width [µm] in x, with a standard uncertainty of 0.004 µm. */
    public static BeadCheck of(String at, double fwhmUm) {
        return new BeadCheck(at, List.of(width("x", fwhmUm)), List.of(), List.of());
    }

    /** A check that found none, and why. */
    public static BeadCheck without(String at, String reason) {
        return new BeadCheck(
                at, List.of(new Measurement(key("x"), new Finding.NotEvaluated(reason))), List.of(), List.of());
    }

    /** A width [µm] along an axis. */
    public static Measurement width(String axis, double fwhmUm) {
        return new Measurement(
                key(axis),
                new Finding.Evaluated(
                        new Quantity(fwhmUm, Unit.MICROMETRE),
                        Optional.of(new Uncertainty(0.004, List.of())),
                        12,
                        Optional.empty()));
    }

    private static MeasurementKey key(String axis) {
        return MeasurementKey.of("psf.fwhm." + axis, 1, Statistic.MEDIAN);
    }

    /**
     * Enters it for a light path; the words on its limit are a formula to a spreadsheet.
     *
     * @param number which check of the test it is
     */
    public UUID in(Store store, Configuration path, int number) {
        AnalysisResult result = new AnalysisResult(
                new Provenance(
                        new Provenance.ProtocolReference("psf-beads", "1.0"),
                        new Provenance.ModuleReference("psf", "1.0"),
                        new Provenance.SoftwareReference("fiducial", "0.1", "none"),
                        List.of(),
                        parameters),
                measurements,
                List.of(),
                List.of(),
                figures);
        DefaultLimit limit = new DefaultLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                List.of(),
                new DefaultLimit.Bounds(OptionalDouble.empty(), OptionalDouble.of(0.3)),
                new DefaultLimit.Bounds(OptionalDouble.empty(), OptionalDouble.of(0.4)),
                "=HYPERLINK(\"x\")");
        UUID id = new UUID(CHECKS, number);
        Check.Occasion occasion = new Check.Occasion(
                CheckReason.SCHEDULED,
                new CheckTimes(Instant.parse(at), RecordingServer.NOW, Optional.empty(), ZoneOffset.UTC),
                "Ada",
                "");
        store.checks()
                .append(
                        new Check(
                                id,
                                path.id(),
                                occasion,
                                result,
                                new LimitSet("psf-beads@1.0 defaults", List.of(limit)).judge(result)),
                        List.of());
        return id;
    }
}
