package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fiducial.metrology.acquisition.Budget;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.Figures3;
import org.fiducial.metrology.acquisition.TheoreticalResolution;
import org.fiducial.metrology.acquisition.TheoreticalResolution.Width;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The measurements of one channel: every metric the protocol declares, in its order, evaluated or with the reason why not. */
final class ChannelMeasurements {

    /** Bead diameter over width above which no width is stated. */
    private static final double LARGEST_BEAD = 1;

    private final ProtocolDefinition protocol;
    private final ChannelResult channel;
    private final ChannelOptics optics;
    private final BeadSize size;
    private final Map<String, Finding> ofField;

    ChannelMeasurements(ProtocolDefinition protocol, ChannelResult channel) {
        this.protocol = protocol;
        this.channel = channel;
        this.optics = channel.optics();
        this.size = BeadSize.of(optics);
        this.ofField = new FieldFindings(channel).all();
    }

    List<Measurement> all() {
        List<Measurement> rows = new ArrayList<>();
        for (MetricDefinition metric : protocol.metrics()) {
            String key = metric.key();
            if (key.startsWith("psf.position")) {
                continue;
            }
            if (key.equals("psf.crlb_efficiency")) {
                rows.addAll(efficiency(key));
                continue;
            }
            Optional<Finding> field = Optional.ofNullable(ofField.get(key));
            field.ifPresentOrElse(
                    finding -> rows.add(row(key, Statistic.VALUE, finding)), () -> rows.addAll(overBeads(metric)));
        }
        return rows;
    }

    private List<Measurement> efficiency(String key) {
        List<Measurement> rows = new ArrayList<>();
        PhotonNoiseShare share = new PhotonNoiseShare(channel);
        for (String axis : List.of("x", "y", "z")) {
            rows.add(new Measurement(
                    new MeasurementKey(key, channel.channel(), new TreeMap<>(Map.of("axis", axis)), Statistic.VALUE),
                    share.of("psf.fwhm3d." + axis)));
        }
        return rows;
    }

    private Measurement row(String metric, Statistic statistic, Finding finding) {
        return new Measurement(MeasurementKey.of(metric, channel.channel(), statistic), finding);
    }

    private List<Measurement> overBeads(MetricDefinition metric) {
        String key = metric.key();
        double[] values = channel.values(key);
        Optional<String> reason = whyNot(key, values.length);
        if (reason.isPresent()) {
            return List.of(row(key, Statistic.MEDIAN, new NotEvaluated(reason.get())));
        }
        int n = values.length;
        Unit unit = metric.unit();
        Optional<String> formula = formula(key);
        List<Measurement> rows = new ArrayList<>();
        rows.add(row(
                key,
                Statistic.MEDIAN,
                new Evaluated(new Quantity(RobustStatistics.median(values), unit), budget(key, values), n, formula)));
        OptionalDouble meanU = Budget.ofMean(values);
        Optional<Uncertainty> ofMean =
                meanU.isPresent() ? Optional.of(Uncertainty.of(meanU.getAsDouble())) : Optional.empty();
        rows.add(row(key, Statistic.MEAN, new Evaluated(new Quantity(Robust.mean(values), unit), ofMean, n, formula)));
        Finding sd = Robust.sd(values).isPresent()
                ? plain(Robust.sd(values).getAsDouble(), unit, n, formula)
                : new NotEvaluated("A standard deviation needs two beads, there was one.");
        rows.add(row(key, Statistic.SD, sd));
        rows.add(row(key, Statistic.MIN, plain(Arrays.stream(values).min().orElseThrow(), unit, n, formula)));
        rows.add(row(key, Statistic.MAX, plain(Arrays.stream(values).max().orElseThrow(), unit, n, formula)));
        rows.add(row(key, Statistic.N, plain(n, Unit.ONE, n, Optional.empty())));
        return rows;
    }

    private static Finding plain(double value, Unit unit, int n, Optional<String> formula) {
        return new Evaluated(new Quantity(value, unit), Optional.empty(), n, formula);
    }

    /** The sentence that says why a metric over beads has no value, if it has none. */
    private Optional<String> whyNot(String key, int n) {
        if (statesResolution(key) && beadShare() > LARGEST_BEAD) {
            return Optional.of("The beads are " + Figures3.of(beadShare())
                    + " times as large as the narrowest width of their image, so it tells their size and not the"
                    + " resolution; use beads below 200 nm.");
        }
        if (channel.measured().isEmpty()) {
            return Optional.of("No bead could be measured in channel " + channel.channel() + ".");
        }
        if (n > 0) {
            return Optional.empty();
        }
        return Optional.of(missing(key));
    }

    private String missing(String key) {
        return switch (key) {
            case "psf.ratio_theory.x", "psf.ratio_theory.y" -> reason(TheoreticalResolution.lateral(optics));
            case "psf.ratio_theory.z" -> reason(TheoreticalResolution.axial(optics));
            case "psf.fwhm_corrected.x", "psf.fwhm_corrected.y", "psf.fwhm_corrected.z" ->
                size.isKnown()
                        ? "The beads are as large as their image."
                        : ChannelOptics.needs(List.of("bead-diameter"));
            case "psf.sbr" ->
                optics.missing(List.of("offset")).isEmpty()
                        ? "The background does not lie above the stated offset; check --set offset."
                        : ChannelOptics.needs(List.of("offset"));
            case "psf.photons" ->
                channel.excessNoise().orElseGet(() -> ChannelOptics.needs(optics.missing(List.of("gain", "offset"))));
            default -> "None of the beads' fits gave this value.";
        };
    }

    private static String reason(Width width) {
        return width instanceof Width.Unknown unknown ? unknown.reason() : "None of the beads' fits gave this value.";
    }

    private static boolean statesResolution(String key) {
        return key.matches("psf\\.(fwhm|fwhm_corrected|ratio_theory)\\.(x|y|z|lateral)");
    }

    /** Bead diameter over the narrowest median width, of theory where no bead was measured; 0 where either is not known. */
    double beadShare() {
        if (channel.measured().isEmpty()) {
            OptionalDouble theory = TheoreticalResolution.lateral(optics).known();
            return theory.isPresent() ? size.shareOf(theory.getAsDouble()) : 0;
        }
        return List.of("x", "y", "z").stream()
                .map(axis -> channel.values("psf.fwhm." + axis))
                .filter(values -> values.length > 0)
                .mapToDouble(values -> size.shareOf(RobustStatistics.median(values)))
                .max()
                .orElse(0);
    }

    private Optional<String> formula(String key) {
        Width width = key.endsWith(".z") ? TheoreticalResolution.axial(optics) : TheoreticalResolution.lateral(optics);
        if (key.startsWith("psf.ratio_theory") && width instanceof Width.Known known) {
            return Optional.of(known.formula());
        }
        return key.startsWith("psf.fwhm_corrected") ? Optional.of(size.formula()) : Optional.empty();
    }

    private Optional<Uncertainty> budget(String key, double[] values) {
        List<MeasuredBead> beads = channel.measured().stream()
                .filter(bead -> bead.number(key).isPresent())
                .toList();
        double[] photonU = beads.stream()
                .map(bead -> Optional.ofNullable(bead.values().get(key)))
                .flatMap(Optional::stream)
                .map(Estimate::standardUncertainty)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        int[] inputs = beads.stream().mapToInt(bead -> bead.place().input()).toArray();
        Budget budget = new Budget(values, photonU, inputs);
        if (isLength(key)) {
            commonParts(budget, key, RobustStatistics.median(values));
        }
        return budget.combined();
    }

    private static boolean isLength(String key) {
        return key.startsWith("psf.fwhm") || key.startsWith("psf.ratio_theory");
    }

    private void commonParts(Budget budget, String key, double median) {
        boolean axial = key.endsWith(".z") || key.endsWith("principal.1");
        String scale = axial ? "z-step" : "pixel-size";
        double relative = optics.number(scale + "-uncertainty", Unit.ONE).orElse(0.0);
        budget.with(axial ? "z-step" : "pixel size", relative * median);
        if (key.startsWith("psf.fwhm_corrected")) {
            budget.with("bead diameter", size.correctionU(median));
        }
        if (statesResolution(key)) {
            ModelDifference.relativeU(channel).ifPresent(model -> budget.with("model", model * median));
        }
    }
}
