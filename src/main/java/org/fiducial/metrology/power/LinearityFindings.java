package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.numeric.StraightLine;
import org.fiducial.metrology.power.PowerMeasurements.Rows;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** What is found of a line over its set points. */
final class LinearityFindings {

    private static final List<String> ALL = List.of(
            "power.linearity.r2",
            "power.linearity.max_dev",
            "power.linearity.slope",
            "power.linearity.intercept",
            "power.linearity.exponent",
            "power.linearity.monotonic",
            "power.linearity.hysteresis",
            "power.linearity.set_points");

    private final LineGroup group;
    private final SetPointKind kind;

    LinearityFindings(LineGroup group, SetPointKind kind) {
        this.group = group;
        this.kind = kind;
    }

    void write(Rows rows) {
        Optional<PowerLinearity> found = PowerLinearity.of(group.series());
        if (found.isEmpty()) {
            NotEvaluated few = new NotEvaluated("Linearity needs readings at three set points or more.");
            ALL.forEach(metric -> rows.add(metric, few));
            return;
        }
        PowerLinearity linearity = found.get();
        StraightLine line = linearity.line();
        int n = line.count().n();
        rows.add("power.linearity.r2", Evaluated.of(new Quantity(line.determination(), Unit.ONE), n));
        rows.add(
                "power.linearity.max_dev",
                Evaluated.of(new Quantity(linearity.largestDeviationPercent(), Unit.PERCENT), n));
        rows.add("power.linearity.slope", absolute(line.slope(), line.slopeError(), kind.slope(), n));
        rows.add("power.linearity.intercept", absolute(line.intercept(), line.interceptError(), Unit.MILLIWATT, n));
        rows.add("power.linearity.exponent", exponent(linearity));
        rows.add("power.linearity.monotonic", Evaluated.of(new Quantity(linearity.monotonic() ? 1 : 0, Unit.ONE), n));
        OptionalDouble hysteresis = linearity.hysteresisPercent();
        rows.add(
                "power.linearity.hysteresis",
                hysteresis.isPresent()
                        ? Evaluated.of(new Quantity(hysteresis.getAsDouble(), Unit.PERCENT), n)
                        : new NotEvaluated("No set point was come to both from below and from above."));
        rows.add(
                "power.linearity.set_points",
                Evaluated.of(new Quantity(linearity.setPoints(), Unit.ONE), linearity.setPoints()));
    }

    private static Finding exponent(PowerLinearity linearity) {
        Optional<StraightLine> law = linearity.powerLaw();
        if (law.isEmpty() || law.get().count().n() < 3) {
            return new NotEvaluated("A power law needs three set points above zero with power above zero.");
        }
        return new Evaluated(
                new Quantity(law.get().slope(), Unit.ONE),
                Optional.of(
                        Uncertainty.combined(List.of(new Part("fit", law.get().slopeError())))),
                law.get().count().n(),
                Optional.empty());
    }

    private Finding absolute(double value, double fit, Unit unit, int n) {
        MeterScale scale = group.series().get(0).scale();
        if (scale.notAbsolute().isPresent()) {
            return new NotEvaluated(scale.notAbsolute().get());
        }
        List<Part> parts = new ArrayList<>(List.of(new Part("fit", fit)));
        scale.relativeParts().forEach(part -> parts.add(new Part(part.name(), part.standard() * Math.abs(value))));
        return new Evaluated(new Quantity(value, unit), Optional.of(Uncertainty.combined(parts)), n, Optional.empty());
    }
}
