package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.fiducial.metrology.acquisition.Budget;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.FieldModel.Kind;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.RobustStatistics;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * The measurements of one pair of channels, in the protocol's order, each with a value or the reason why not. Of a pair
 * without the reference channel only what the pair matrix shows. In a single plane there are no rows along z.
 */
final class PairMeasurements {

    private static final List<String> OF_THE_MATRIX = List.of(
            "coreg.centre_lateral", "coreg.centre_axial", "coreg.centre_distance3d", "coreg.ratio", "coreg.n_pairs");
    private static final List<String> AXIAL = List.of(
            "coreg.centre_axial",
            "coreg.centre_distance3d",
            "coreg.shift.z",
            "coreg.axial",
            "coreg.distance3d",
            "coreg.translation.z");
    private static final double NM = 1e3;

    private final ProtocolDefinition protocol;
    private final PairResult result;
    private final boolean full;
    private final Map<String, Finding> ofField = new LinkedHashMap<>();

    /** Those of a pair; all of them where it has the reference channel. */
    PairMeasurements(ProtocolDefinition protocol, PairResult result) {
        this.protocol = protocol;
        this.result = result;
        this.full = result.pair().reference() == result.field().reference();
        ofField.put("coreg.n_pairs", Evaluated.of(new Quantity(result.count(), Unit.ONE), result.count()));
        result.model().ifPresent(this::model);
    }

    List<Measurement> all() {
        List<Measurement> rows = new ArrayList<>();
        for (MetricDefinition metric : protocol.metrics()) {
            String key = metric.key();
            boolean wanted = full || OF_THE_MATRIX.contains(key);
            boolean possible = !(result.field().plane() && AXIAL.contains(key));
            if (wanted && possible && !key.startsWith("coreg.position")) {
                rows.addAll(rows(metric));
            }
        }
        return rows;
    }

    private List<Measurement> rows(MetricDefinition metric) {
        String key = metric.key();
        Optional<Finding> field = Optional.ofNullable(ofField.get(key));
        if (field.isPresent()) {
            return List.of(row(key, Statistic.VALUE, field.get()));
        }
        if (result.count() == 0) {
            Statistic statistic = overBeads(key) ? Statistic.MEDIAN : Statistic.VALUE;
            return List.of(row(
                    key,
                    statistic,
                    new NotEvaluated("No bead could be found in both channel "
                            + result.pair().reference() + " and channel "
                            + result.pair().channel() + ".")));
        }
        return overBeads(metric);
    }

    private static boolean overBeads(String key) {
        return key.matches("coreg\\.(shift\\.[xyz]|lateral|axial|distance3d|ratio_bead)");
    }

    private Measurement row(String metric, Statistic statistic, Finding finding) {
        return new Measurement(
                new MeasurementKey(
                        metric,
                        result.pair().channel(),
                        new TreeMap<>(Map.of(
                                "ref_channel", Integer.toString(result.pair().reference()))),
                        statistic),
                finding);
    }

    // Over beads

    private List<Measurement> overBeads(MetricDefinition metric) {
        String key = metric.key();
        double[] values = result.of(key);
        if (values.length == 0) {
            return List.of(row(key, Statistic.MEDIAN, new NotEvaluated(unknownEllipsoid())));
        }
        int n = values.length;
        Unit unit = metric.unit();
        Optional<String> formula = key.equals("coreg.ratio_bead") ? formula() : Optional.empty();
        double median = RobustStatistics.median(values);
        List<Measurement> rows = new ArrayList<>();
        rows.add(row(
                key,
                Statistic.MEDIAN,
                new Evaluated(new Quantity(median, unit), budget(key, values, median), n, formula)));
        OptionalDouble ofMean = Budget.ofMean(values);
        Optional<Uncertainty> meanU =
                ofMean.isPresent() ? Optional.of(Uncertainty.of(ofMean.getAsDouble())) : Optional.empty();
        rows.add(row(key, Statistic.MEAN, new Evaluated(new Quantity(Robust.mean(values), unit), meanU, n, formula)));
        OptionalDouble sd = Robust.sd(values);
        rows.add(row(
                key,
                Statistic.SD,
                sd.isPresent()
                        ? plain(sd.getAsDouble(), unit, formula)
                        : new NotEvaluated("A standard deviation needs two beads, there was one.")));
        rows.add(row(key, Statistic.MIN, plain(Arrays.stream(values).min().orElseThrow(), unit, formula)));
        rows.add(row(key, Statistic.MAX, plain(Arrays.stream(values).max().orElseThrow(), unit, formula)));
        rows.add(row(key, Statistic.N, plain(n, Unit.ONE, Optional.empty())));
        return rows;
    }

    private Finding plain(double value, Unit unit, Optional<String> formula) {
        return new Evaluated(new Quantity(value, unit), Optional.empty(), result.count(), formula);
    }

    private Optional<Uncertainty> budget(String key, double[] values, double median) {
        int[] inputs = result.beads().stream()
                .mapToInt(bead -> bead.reference().input())
                .toArray();
        Budget budget = new Budget(values, result.photonU(key), inputs);
        if (!key.equals("coreg.ratio_bead")) {
            boolean axial = key.endsWith(".z") || key.endsWith("axial");
            boolean spatial = key.equals("coreg.distance3d");
            double across = spatial ? RobustStatistics.median(result.of("coreg.lateral")) : median;
            double along = spatial ? RobustStatistics.median(result.of("coreg.axial")) : median;
            scale(axial ? 0 : across, axial || spatial ? along : 0)
                    .forEach(part -> budget.with(part.name(), part.standard()));
            double model = modelNm(key);
            if (model > 0) {
                budget.with("model", model);
            }
        }
        return budget.combined();
    }

    /** The median over the beads of what the choice of the estimator does to a shift or distance [nm]; common to them all. */
    private double modelNm(String key) {
        return RobustStatistics.median(result.beads().stream()
                .mapToDouble(bead -> {
                    Position model = bead.model();
                    return switch (key) {
                        case "coreg.shift.x", "coreg.translation.x" -> NM * model.x();
                        case "coreg.shift.y", "coreg.translation.y" -> NM * model.y();
                        case "coreg.shift.z", "coreg.axial", "coreg.translation.z", "coreg.centre_axial" ->
                            NM * model.z();
                        default -> NM * Math.hypot(model.x(), model.y());
                    };
                })
                .toArray());
    }

    /** What the scale of the image does to a length with these parts in the plane and along z: Σ u_rel·part²/length. */
    private List<Part> scale(double across, double along) {
        double length = Math.hypot(across, along);
        List<Part> parts = new ArrayList<>();
        if (across != 0) {
            parts.add(new Part("pixel size", relativeU(false) * across * across / length));
        }
        if (along != 0) {
            parts.add(new Part("z-step", relativeU(true) * along * along / length));
        }
        return parts;
    }

    private double relativeU(boolean axial) {
        return result.optics()
                .number((axial ? "z-step" : "pixel-size") + "-uncertainty", Unit.ONE)
                .orElse(0.0);
    }

    // Of the field

    private void model(FieldModel model) {
        FieldModel.Shift centre = model.atCentre();
        String id = "field-" + model.kind().word();
        ofField.put(
                "coreg.translation.x",
                length(
                        "coreg.translation.x",
                        centre.x(),
                        Reach.across(centre.x().value()),
                        id));
        ofField.put(
                "coreg.translation.y",
                length(
                        "coreg.translation.y",
                        centre.y(),
                        Reach.across(centre.y().value()),
                        id));
        centre.z()
                .ifPresent(z -> ofField.put(
                        "coreg.translation.z", length("coreg.translation.z", z, Reach.along(z.value()), id)));
        distances(centre, id);
        similarity(model);
        residual(model, Kind.TRANSLATION, "Needs two beads, there was one.");
        residual(model, Kind.SIMILARITY, "Needs three beads, there were " + result.count() + ".");
        residual(
                model,
                Kind.AFFINE,
                "Needs six beads that do not lie in a row, there were " + result.count() + " beads.");
    }

    /** A length with its budget: the fit of the field and the scale of the image. */
    private Finding length(String key, Estimate um, Reach reach, String formula) {
        return new Evaluated(
                new Quantity(NM * um.value(), Unit.NANOMETRE),
                Optional.of(Uncertainty.combined(budget(key, um, reach))),
                result.count(),
                Optional.of(formula));
    }

    /** What makes a length at the centre uncertain [nm]. */
    private List<Part> budget(String key, Estimate um, Reach reach) {
        List<Part> parts = new ArrayList<>(List.of(new Part("fit over the field", NM * um.u())));
        parts.addAll(scale(NM * reach.acrossUm(), NM * reach.alongUm()));
        double model = modelNm(key);
        if (model > 0) {
            parts.add(new Part("model", model));
        }
        return parts;
    }

    /** How far a length reaches in the plane and along z, as both scale apart. */
    private record Reach(double acrossUm, double alongUm) {

        static Reach across(double um) {
            return new Reach(um, 0);
        }

        static Reach along(double um) {
            return new Reach(0, um);
        }
    }

    private void distances(FieldModel.Shift centre, String id) {
        double x = centre.x().value();
        double y = centre.y().value();
        double z = centre.z().map(Estimate::value).orElse(0.0);
        Position u = new Position(
                centre.x().u(), centre.y().u(), centre.z().map(Estimate::u).orElse(0.0));
        double lateral = Math.hypot(x, y);
        Estimate inPlane = new Estimate(lateral, BeadValues.along(u, x, y, 0));
        Estimate distance = new Estimate(Math.hypot(lateral, z), BeadValues.along(u, x, y, z));
        Reach reach = new Reach(lateral, z);
        ofField.put("coreg.centre_lateral", length("coreg.centre_lateral", inPlane, Reach.across(lateral), id));
        centre.z().ifPresent(axial -> {
            Estimate size = new Estimate(Math.abs(z), axial.u());
            ofField.put("coreg.centre_axial", length("coreg.centre_axial", size, Reach.along(z), id));
            ofField.put("coreg.centre_distance3d", length("coreg.centre_distance3d", distance, reach, id));
        });
        ofField.put("coreg.ratio", ratio(new Position(x, y, z), distance, reach));
    }

    /** The distance over the radius along it, both along one direction, so its uncertainty is that of the distance over the radius. */
    private Finding ratio(Position shift, Estimate distance, Reach reach) {
        if (!(result.ellipsoid() instanceof ResolutionEllipsoid.Known limit)) {
            return new NotEvaluated(unknownEllipsoid());
        }
        double ratio = limit.ratio(shift);
        double radiusNm = NM * (distance.value() > 0 ? distance.value() / ratio : limit.lateralUm());
        List<Part> parts = budget("coreg.ratio", distance, reach).stream()
                .map(part -> new Part(part.name(), part.standard() / radiusNm))
                .toList();
        return new Evaluated(
                new Quantity(ratio, Unit.ONE), Optional.of(Uncertainty.combined(parts)), result.count(), formula());
    }

    private Optional<String> formula() {
        return result.ellipsoid() instanceof ResolutionEllipsoid.Known limit
                ? Optional.of(limit.formula())
                : Optional.empty();
    }

    private String unknownEllipsoid() {
        return result.ellipsoid() instanceof ResolutionEllipsoid.Unknown unknown ? unknown.reason() : "";
    }

    private void similarity(FieldModel model) {
        Optional<FieldModel.Similarity> similarity = model.similarity();
        NotEvaluated few =
                new NotEvaluated("Needs three beads spread over the field, there were " + result.count() + ".");
        ofField.put(
                "coreg.magnification",
                similarity
                        .<Finding>map(found -> found(found.magnification().times(1e6), Unit.PER_MILLION))
                        .orElse(few));
        ofField.put(
                "coreg.rotation",
                similarity
                        .<Finding>map(found -> found(found.rotation().times(1e3), Unit.MILLIRADIAN))
                        .orElse(few));
    }

    private Finding found(Estimate estimate, Unit unit) {
        return new Evaluated(
                new Quantity(estimate.value(), unit),
                Optional.of(Uncertainty.combined(List.of(new Part("fit over the field", estimate.u())))),
                result.count(),
                Optional.empty());
    }

    private void residual(FieldModel model, Kind kind, String needs) {
        ofField.put(
                "coreg.residual_rms." + kind.word(),
                model.residualRmsUm(kind)
                        .<Finding>map(um -> plain(NM * um, Unit.NANOMETRE, Optional.empty()))
                        .orElse(new NotEvaluated(needs)));
    }
}
