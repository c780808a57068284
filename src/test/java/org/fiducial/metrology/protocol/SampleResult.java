package org.fiducial.metrology.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** A small result with one of everything a result can hold. */
public final class SampleResult {

    public static final ProtocolReference PROTOCOL = new ProtocolReference("psf-beads", "1.0");

    private SampleResult() {}

    /** A result over the given inputs whose headline, FWHM x, is the given number of µm. */
    public static AnalysisResult of(List<InputFile> inputs, double fwhmUm) {
        return new AnalysisResult(
                provenance(inputs),
                measurements(fwhmUm),
                items(),
                List.of(
                        new Remark("Z_STORED_AS_T", Remark.Severity.NOTE, "The file calls its 31 planes times."),
                        new Remark("UNDERSAMPLED", Remark.Severity.CAUTION, "Pixels of 0.13 µm are too large.")),
                SampleFigures.oneOfEach());
    }

    /** A result over one input that exists nowhere. */
    public static AnalysisResult any() {
        return of(List.of(input("beads.tif", "ab".repeat(32), 12_345_678_901L)), 0.2345);
    }

    public static InputFile input(String name, String sha256, long bytes) {
        Map<String, Value> facts = new LinkedHashMap<>();
        facts.put("width", new Value.Numeric(new Quantity(256, Unit.ONE)));
        facts.put("pixel-size", new Value.Numeric(new Quantity(0.065, Unit.MICROMETRE)));
        facts.put("pixel-type", new Value.Text("uint16"));
        return new InputFile(name, sha256, bytes, facts);
    }

    private static Provenance provenance(List<InputFile> inputs) {
        return new Provenance(
                PROTOCOL,
                new ModuleReference("psf", "1.2"),
                new SoftwareReference("fiducial", "0.1.0", "0123456"),
                inputs,
                List.of(
                        new Parameter(
                                ParameterName.of("bead-diameter"),
                                new Value.Numeric(new Quantity(100, Unit.NANOMETRE)),
                                Origin.GIVEN),
                        new Parameter(
                                new ParameterName("emission", 2),
                                new Value.Numeric(new Quantity(600, Unit.NANOMETRE)),
                                Origin.FILE),
                        new Parameter(ParameterName.of("immersion"), new Value.Text("oil"), Origin.REGISTRY),
                        new Parameter(
                                ParameterName.of("na"),
                                new Value.Numeric(new Quantity(1.4, Unit.ONE)),
                                Origin.DEFAULT)));
    }

    private static List<Measurement> measurements(double fwhmUm) {
        Uncertainty budget = Uncertainty.combined(
                List.of(new Uncertainty.Part("fit", 0.003), new Uncertainty.Part("between beads", 0.004)));
        return List.of(
                new Measurement(
                        MeasurementKey.of("psf.fwhm.x", 1, Statistic.MEDIAN),
                        new Finding.Evaluated(
                                new Quantity(fwhmUm, Unit.MICROMETRE), Optional.of(budget), 12, Optional.empty())),
                new Measurement(
                        MeasurementKey.of("psf.fwhm.x", 1, Statistic.SD),
                        new Finding.Evaluated(
                                new Quantity(0.0123, Unit.MICROMETRE),
                                Optional.of(Uncertainty.of(0.001)),
                                12,
                                Optional.empty())),
                new Measurement(
                        MeasurementKey.of("psf.theory.xy", 1, Statistic.VALUE),
                        new Finding.Evaluated(
                                new Quantity(0.1893, Unit.MICROMETRE),
                                Optional.empty(),
                                1,
                                Optional.of("widefield-nonparaxial"))),
                new Measurement(
                        new MeasurementKey(
                                "psf.snr",
                                2,
                                new TreeMap<>(Map.of("location", "centre", "axis", "x")),
                                Statistic.MEDIAN),
                        new Finding.NotEvaluated(
                                "The file does not say the emission wavelength; give --set emission.")),
                new Measurement(
                        MeasurementKey.of("psf.beads", 0, Statistic.N),
                        Finding.Evaluated.of(new Quantity(2, Unit.ONE), 2)));
    }

    private static List<Item> items() {
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("psf.position.x", new Estimate(new Quantity(3.25, Unit.MICROMETRE), OptionalDouble.of(0.0005)));
        values.put("psf.sbr", Estimate.of(new Quantity(12.5, Unit.ONE)));
        return List.of(
                new Item(
                        new ItemIdentity("c1-b001", "bead", 1, "beads.tif"),
                        ItemStatus.MEASURED,
                        List.of(Reason.of("WIDE", new Quantity(1.3, Unit.ONE), new Quantity(1.2, Unit.ONE))),
                        values),
                new Item(
                        new ItemIdentity("c1-b002", "bead", 1, "beads.tif"),
                        ItemStatus.REJECTED,
                        List.of(
                                Reason.of("SATURATED"),
                                Reason.of(
                                        "NEIGHBOUR",
                                        new Quantity(0.4, Unit.MICROMETRE),
                                        new Quantity(0.7, Unit.MICROMETRE))),
                        Map.of()));
    }
}
