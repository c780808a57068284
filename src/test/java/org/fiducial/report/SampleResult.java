package org.fiducial.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MetricDefinition.Standing;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterDefinition.Presence;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ModuleReference;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** A plausible result of the bead protocol, made by hand; texts carry mark-up to prove that pages escape it. */
public final class SampleResult {

    public static final String HOSTILE = "<script>alert('x')</script> & \"quoted\"";
    private static final long SEED = 20261122;
    private static final int BEADS = 24;

    private SampleResult() {}

    /** The protocol the sample follows. */
    public static ProtocolDefinition protocol() {
        return new ProtocolDefinition(
                new ProtocolReference("psf-beads", "1.0"),
                new ProtocolDefinition.Description(
                        "Point spread function of beads",
                        "How wide the image of a point is, from a stack of sub-resolution beads.",
                        "1.0.0",
                        List.of("ISO 21073:2019, as quoted in public material"),
                        "bead"),
                List.of(
                        new ParameterDefinition(
                                "na",
                                "Numerical aperture",
                                new ParameterKind.Measure(Unit.ONE, 0.05, 1.6),
                                new Presence(false, false, Optional.empty()),
                                "1.4"),
                        new ParameterDefinition(
                                "bead-diameter",
                                "Bead diameter",
                                new ParameterKind.Measure(Unit.NANOMETRE, 1, 5000),
                                new Presence(false, false, Optional.of("100nm")),
                                "100nm")),
                metrics(),
                List.of(
                        limit("psf.ratio_theory.x", 1.5, 2.0),
                        limit("psf.ratio_theory.y", 1.5, 2.0),
                        limit("psf.ratio_theory.z", 1.5, 2.0),
                        new DefaultLimit(
                                "psf.lar",
                                Statistic.MEDIAN,
                                List.of(),
                                new Bounds(OptionalDouble.of(0.9), OptionalDouble.empty()),
                                new Bounds(OptionalDouble.of(0.8), OptionalDouble.empty()),
                                "As the eye sees it.")),
                90);
    }

    private static DefaultLimit limit(String metric, double warning, double fail) {
        return new DefaultLimit(
                metric,
                Statistic.MEDIAN,
                List.of("widefield-nonparaxial"),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(warning)),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(fail)),
                "A clean objective stays below; source: experience of facilities.");
    }

    private static List<MetricDefinition> metrics() {
        List<MetricDefinition> all = new ArrayList<>();
        for (String axis : List.of("x", "y", "z")) {
            all.add(metric("psf.fwhm." + axis, "FWHM " + axis, Unit.MICROMETRE, Standing.HEADLINE));
        }
        for (String axis : List.of("x", "y", "z")) {
            all.add(metric("psf.ratio_theory." + axis, "FWHM " + axis + " over theory", Unit.ONE, Standing.HEADLINE));
        }
        all.add(metric("psf.theory.xy", "Theory, lateral", Unit.MICROMETRE, Standing.DETAIL));
        all.add(metric("psf.theory.z", "Theory, axial", Unit.MICROMETRE, Standing.DETAIL));
        all.add(metric("psf.lar", "Lateral asymmetry ratio", Unit.ONE, Standing.DETAIL));
        all.add(metric("psf.snr", "Signal to noise", Unit.ONE, Standing.DETAIL));
        for (String axis : List.of("x", "y", "z")) {
            all.add(metric(
                    "psf.fwhm3d." + axis, "FWHM " + axis + ", 3-D Gaussian", Unit.MICROMETRE, Standing.COMPARISON));
        }
        return all;
    }

    private static MetricDefinition metric(String key, String title, Unit unit, Standing standing) {
        return new MetricDefinition(
                key, title, unit, standing, List.of(MicroscopePart.OBJECTIVE), title + " as defined.");
    }

    /** A result whose widths are those of a good objective times the given factor. */
    public static AnalysisResult result(double factor) {
        return new AnalysisResult(
                provenance(),
                measurements(factor),
                items(),
                List.of(
                        new Remark(
                                "SATURATION",
                                Remark.Severity.CAUTION,
                                "Two beads are saturated; lower the laser power."),
                        new Remark("NOTE", Remark.Severity.NOTE, "The file " + HOSTILE + " says no temperature.")),
                SampleFigures.all());
    }

    private static Provenance provenance() {
        return new Provenance(
                new ProtocolReference("psf-beads", "1.0"),
                new ModuleReference("psf", "1.0.0"),
                new SoftwareReference("fiducial", "0.1.0", "0123abcd"),
                List.of(new InputFile(
                        "beads " + HOSTILE + ".tif",
                        "0123456789abcdef".repeat(4),
                        128_000_123,
                        new LinkedHashMap<>(Map.of("pixel type", new Value.Text("uint16"))))),
                List.of(
                        new Parameter(
                                ParameterName.of("na"),
                                new Value.Numeric(new Quantity(1.4, Unit.ONE)),
                                Origin.REGISTRY),
                        new Parameter(
                                new ParameterName("emission", 1),
                                new Value.Numeric(new Quantity(525, Unit.NANOMETRE)),
                                Origin.FILE),
                        new Parameter(
                                ParameterName.of("bead-diameter"),
                                new Value.Numeric(new Quantity(100, Unit.NANOMETRE)),
                                Origin.DEFAULT)));
    }

    private static List<Measurement> measurements(double factor) {
        List<Measurement> all = new ArrayList<>();
        double[] widths = {0.2091 * factor, 0.2143 * factor, 0.5734 * factor};
        double[] theory = {0.1912, 0.1912, 0.4966};
        for (int axis = 0; axis < 3; axis++) {
            String name = "psf.fwhm." + "xyz".charAt(axis);
            all.add(value(name, Statistic.MEDIAN, widths[axis], Unit.MICROMETRE, budget(widths[axis])));
            all.add(value(name, Statistic.MEAN, widths[axis] * 1.004, Unit.MICROMETRE, Optional.empty()));
            all.add(value(name, Statistic.SD, widths[axis] * 0.021, Unit.MICROMETRE, Optional.empty()));
            all.add(value(name, Statistic.MIN, widths[axis] * 0.96, Unit.MICROMETRE, Optional.empty()));
            all.add(value(name, Statistic.MAX, widths[axis] * 1.07, Unit.MICROMETRE, Optional.empty()));
        }
        for (int axis = 0; axis < 3; axis++) {
            all.add(new Measurement(
                    MeasurementKey.of("psf.ratio_theory." + "xyz".charAt(axis), 1, Statistic.MEDIAN),
                    new Finding.Evaluated(
                            new Quantity(widths[axis] / theory[axis], Unit.ONE),
                            Optional.of(Uncertainty.of(0.012)),
                            19,
                            Optional.of("widefield-nonparaxial"))));
        }
        all.add(value("psf.theory.xy", Statistic.VALUE, theory[0], Unit.MICROMETRE, Optional.empty()));
        all.add(value("psf.theory.z", Statistic.VALUE, theory[2], Unit.MICROMETRE, Optional.empty()));
        all.add(value("psf.lar", Statistic.MEDIAN, 0.976, Unit.ONE, Optional.empty()));
        all.add(new Measurement(
                MeasurementKey.of("psf.snr", 1, Statistic.MEDIAN),
                new Finding.NotEvaluated("The gain is not known; give it with --set gain=….")));
        all.add(value("psf.fwhm3d.x", Statistic.MEDIAN, widths[0] * 0.95, Unit.MICROMETRE, Optional.empty()));
        return all;
    }

    private static Optional<Uncertainty> budget(double width) {
        return Optional.of(Uncertainty.combined(List.of(
                new Uncertainty.Part("fit", width * 0.002),
                new Uncertainty.Part("between beads", width * 0.006),
                new Uncertainty.Part("pixel size", width * 0.005),
                new Uncertainty.Part("model", width * 0.01))));
    }

    private static Measurement value(
            String metric, Statistic statistic, double value, Unit unit, Optional<Uncertainty> u) {
        return new Measurement(
                MeasurementKey.of(metric, 1, statistic),
                new Finding.Evaluated(new Quantity(value, unit), u, 19, Optional.empty()));
    }

    private static List<Item> items() {
        Random random = new Random(SEED);
        return IntStream.rangeClosed(1, BEADS).mapToObj(i -> item(i, random)).toList();
    }

    private static Item item(int number, Random random) {
        Map<String, Estimate> values = new LinkedHashMap<>();
        values.put("psf.position.x", um(random.nextDouble() * 60));
        values.put("psf.position.y", um(random.nextDouble() * 60));
        values.put("psf.position.z", um(3 + random.nextDouble()));
        boolean rejected = number % 5 == 0;
        if (!rejected) {
            values.put(
                    "psf.fwhm.x",
                    new Estimate(
                            new Quantity(0.21 + random.nextGaussian() * 0.004, Unit.MICROMETRE),
                            OptionalDouble.of(0.0031)));
            values.put("psf.fwhm.y", um(0.214 + random.nextGaussian() * 0.004));
            values.put("psf.fwhm.z", um(0.573 + random.nextGaussian() * 0.02));
            values.put("psf.fwhm3d.x", um(0.2 + random.nextGaussian() * 0.004));
        }
        Reason reason = Reason.of("NEIGHBOUR", new Quantity(1.8372, Unit.ONE), new Quantity(3, Unit.ONE));
        List<Reason> reasons = rejected ? List.of(reason) : number == 7 ? List.of(Reason.of("WIDE")) : List.of();
        return new Item(
                new ItemIdentity("c1-b%03d".formatted(number), "bead", 1, "beads.tif"),
                rejected ? ItemStatus.REJECTED : ItemStatus.MEASURED,
                reasons,
                values);
    }

    private static Estimate um(double value) {
        return Estimate.of(new Quantity(value, Unit.MICROMETRE));
    }
}
