package org.fiducial.metrology.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.fiducial.metrology.field.FieldChannel.SmoothField;
import org.fiducial.metrology.numeric.DeltaMethod;
import org.fiducial.metrology.numeric.Estimate;
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

/** The measurements of one channel: every metric of the channel the protocol declares, in its order, or why it has no value. */
final class FieldMeasurements {

    private final ProtocolDefinition protocol;
    private final FieldChannel channel;

    FieldMeasurements(ProtocolDefinition protocol, FieldChannel channel) {
        this.protocol = protocol;
        this.channel = channel;
    }

    List<Measurement> all() {
        Map<String, Finding> findings = findings();
        List<Measurement> rows = new ArrayList<>();
        for (MetricDefinition metric : protocol.metrics()) {
            Optional.ofNullable(findings.get(metric.key()))
                    .ifPresent(finding -> rows.add(new Measurement(
                            MeasurementKey.of(metric.key(), channel.number(), Statistic.VALUE), finding)));
        }
        return rows;
    }

    private Map<String, Finding> findings() {
        Map<String, Finding> found = new LinkedHashMap<>();
        if (channel.field().isPresent()) {
            smooth(channel.field().get(), found);
        } else {
            protocol.metrics().stream()
                    .filter(metric -> !metric.key().startsWith("field.zone")
                            && !metric.key().startsWith("field.position")
                            && !metric.key().startsWith("field.point")
                            && !metric.key().startsWith("field.defect"))
                    .forEach(metric -> found.put(metric.key(), new NotEvaluated(noField())));
        }
        single(found);
        return found;
    }

    private String noField() {
        return "No smooth field could be fitted in channel " + channel.number()
                + ": too little of the image holds light above the offset; check exposure and --set offset.";
    }

    private void smooth(SmoothField field, Map<String, Finding> found) {
        put("field.uniformity_minmax", Unit.PERCENT, FieldShape::uniformity, field, found);
        put("field.uniformity_p5p95", Unit.PERCENT, FieldShape::percentileUniformity, field, found);
        put("field.uniformity_border", Unit.PERCENT, FieldShape::borderUniformity, field, found);
        put("field.cv", Unit.PERCENT, FieldShape::variation, field, found);
        put("field.corner_ratio_mean", Unit.ONE, FieldShape::cornerRatioMean, field, found);
        put("field.corner_ratio_sd", Unit.ONE, FieldShape::cornerRatioSd, field, found);
        put("field.rolloff", Unit.PERCENT, FieldShape::rollOff, field, found);
        put("field.mean", Unit.COUNT, FieldShape::mean, field, found);
        slope(field, found);
        centre(field, found);
        found.put("field.noise_sd", plain(100 * field.residuals().noise(), Unit.PERCENT));
        found.put("field.dust_area", plain(100 * field.residuals().defectShare(), Unit.PERCENT));
        found.put("field.residual", plain(100 * new BlockScatter(field).beyondNoise(), Unit.PERCENT));
        found.put("field.surface_degree", plain(field.surface().basis().degree(), Unit.ONE));
    }

    private void slope(SmoothField field, Map<String, Finding> found) {
        put("field.slope", Unit.PERCENT, FieldShape::slope, field, found);
        DeltaMethod delta = delta(field);
        Estimate slope = delta.of(field.shape()::slope);
        if (slope.value() < 2 * slope.u()) {
            found.put(
                    "field.slope_direction",
                    new NotEvaluated("The slope does not stand out of its uncertainty, so it has no direction."));
            return;
        }
        Estimate direction = delta.of(field.shape()::slopeDirection);
        found.put("field.slope_direction", placed(direction.value(), direction.u(), Unit.DEGREE));
    }

    private void centre(SmoothField field, Map<String, Finding> found) {
        FieldCentre centre = field.centre();
        if (centre instanceof FieldCentre.Undefined undefined) {
            for (String key : List.of("field.centre.x", "field.centre.y", "field.centering", "field.c_value")) {
                found.put(key, new NotEvaluated("Centre undefined. " + undefined.reason()));
            }
            return;
        }
        if (centre instanceof FieldCentre.AtBorder border) {
            found.put("field.centre.x", plain(border.u(), Unit.ONE));
            found.put("field.centre.y", plain(border.v(), Unit.ONE));
            found.put("field.centering", plain(centring(border.u(), border.v()), Unit.PERCENT));
            quadratic(field, border.u(), border.v(), found);
            return;
        }
        FieldCentre.Inside inside = (FieldCentre.Inside) centre;
        found.put("field.centre.x", placed(inside.u(), inside.uncertaintyU(), Unit.ONE));
        found.put("field.centre.y", placed(inside.v(), inside.uncertaintyV(), Unit.ONE));
        double du = inside.uncertaintyU();
        double dv = inside.uncertaintyV();
        double error = Math.hypot(
                0.5 * (centring(inside.u() + du, inside.v()) - centring(inside.u() - du, inside.v())),
                0.5 * (centring(inside.u(), inside.v() + dv) - centring(inside.u(), inside.v() - dv)));
        found.put("field.centering", placed(centring(inside.u(), inside.v()), error, Unit.PERCENT));
        quadratic(field, inside.u(), inside.v(), found);
    }

    private void quadratic(SmoothField field, double u, double v, Map<String, Finding> found) {
        put("field.c_value", Unit.ONE, (shape, coefficients) -> shape.quadratic(coefficients, u, v), field, found);
    }

    /** 100 − 200 d / diagonal with the distance d of the centre from the middle of the image, in pixels. */
    private double centring(double u, double v) {
        double width = channel.source().image().width();
        double height = channel.source().image().height();
        return 100 - 200 * Math.hypot(0.5 * u * width, 0.5 * v * height) / Math.hypot(width, height);
    }

    private void single(Map<String, Finding> found) {
        PixelFigures pixels = channel.pixels();
        found.put(
                "field.uniformity_raw_minmax",
                pixels.highest() > 0
                        ? plain(100.0 * pixels.lowest() / pixels.highest(), Unit.PERCENT)
                        : new NotEvaluated("No pixel of channel " + channel.number() + " holds light."));
        found.put("field.centering_zone", plain(pixels.zoneCentring(), Unit.PERCENT));
        found.put("field.centroid.x", plain(pixels.centroidX(), Unit.ONE));
        found.put("field.centroid.y", plain(pixels.centroidY(), Unit.ONE));
        found.put("field.saturated_area", plain(100 * channel.source().saturated(), Unit.PERCENT));
    }

    private DeltaMethod delta(SmoothField field) {
        return new DeltaMethod(field.surface().coefficients(), field.surface().covariance());
    }

    private void put(
            String key,
            Unit unit,
            ToDoubleBiFunction<FieldShape, double[]> figure,
            SmoothField field,
            Map<String, Finding> found) {
        double[] coefficients = field.surface().coefficients();
        List<Part> parts = new ArrayList<>();
        FieldShape shape = field.shape();
        double value = figure.applyAsDouble(shape, coefficients);
        double noise =
                delta(field).of(moved -> figure.applyAsDouble(shape, moved)).u();
        parts.add(new Part("scatter about the surface", noise));
        Offset offset = channel.source().offset();
        if (offset.uncertainty() > 0) {
            double change = figure.applyAsDouble(shape, shifted(coefficients, offset.uncertainty()))
                    - figure.applyAsDouble(shape, shifted(coefficients, -offset.uncertainty()));
            parts.add(new Part("offset", 0.5 * Math.abs(change)));
        }
        if (field.repeats().size() > 1) {
            double between = errorOfMean(field.repeats().stream()
                    .mapToDouble(repeat -> figure.applyAsDouble(shape, repeat))
                    .toArray());
            parts.add(new Part("between repeats", Math.sqrt(Math.max(0, between * between - noise * noise))));
        }
        field.other().ifPresent(other -> parts.add(new Part("choice of the surface", choice(value, other, figure))));
        found.put(
                key,
                new Evaluated(
                        new Quantity(value, unit),
                        Optional.of(Uncertainty.combined(parts)),
                        channel.source().frames(),
                        Optional.of(offset.source().formula())));
    }

    /** A dark level taken too high takes as much off the whole field: off its constant term. */
    private static double[] shifted(double[] coefficients, double offset) {
        double[] shifted = coefficients.clone();
        shifted[0] -= offset;
        return shifted;
    }

    /** The figure of the surface of the next degree differs by as much as the true one at most: rectangular, d / √3. */
    private double choice(double value, FieldSurface other, ToDoubleBiFunction<FieldShape, double[]> figure) {
        FlatImage image = channel.source().image();
        FieldShape shape = new FieldShape(other.basis(), image.width(), image.height());
        return Math.abs(figure.applyAsDouble(shape, other.coefficients()) - value) / Math.sqrt(3);
    }

    private static double errorOfMean(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private Finding plain(double value, Unit unit) {
        return new Evaluated(
                new Quantity(value, unit),
                Optional.empty(),
                channel.source().frames(),
                Optional.of(channel.source().offset().source().formula()));
    }

    private Finding placed(double value, double uncertainty, Unit unit) {
        return new Evaluated(
                new Quantity(value, unit),
                Optional.of(Uncertainty.combined(List.of(new Part("scatter about the surface", uncertainty)))),
                channel.source().frames(),
                Optional.of(channel.source().offset().source().formula()));
    }
}
