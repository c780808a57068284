package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.fiducial.metrology.power.PowerLinearity.Visit;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/** Power over set point with its line and the residuals below, line by line, and all lines together. */
final class LinearityFigures {

    private static final int MOST_VISITS = 2_000;

    private final PowerAcquisition acquisition;

    LinearityFigures(PowerAcquisition acquisition) {
        this.acquisition = acquisition;
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        List<Curve> together = new ArrayList<>();
        for (LineGroup group : LineGroup.of(acquisition.series())) {
            Optional<PowerLinearity> found = PowerLinearity.of(group.series());
            if (found.isPresent()) {
                String name = Words.series(group.key(), acquisition.setPointKind());
                figures.add(figure(found.get(), name, figures.size() + 1));
                together.add(relative(found.get(), name));
            }
        }
        if (together.size() > 1) {
            figures.add(
                    0,
                    new Figure.Curves(
                            new Caption(
                                    "all-lines",
                                    "All lines over set point",
                                    "Each line in per cent of its largest mean power."),
                            setPoint(),
                            new Axis("power over largest", "%"),
                            together,
                            List.of()));
        }
        return figures;
    }

    private Axis setPoint() {
        return new Axis("set point", acquisition.setPointKind().sign());
    }

    private static Curve relative(PowerLinearity linearity, String name) {
        double full = linearity.fullScaleMw();
        return curve(name, CurveStyle.LINE, linearity.visits(), visit -> 100 * visit.meanMw() / full);
    }

    private static Curve curve(String name, CurveStyle style, List<Visit> visits, ToDoubleFunction<Visit> y) {
        List<Visit> shown = visits.subList(0, Math.min(MOST_VISITS, visits.size()));
        return new Curve(
                name,
                style,
                shown.stream().map(Visit::setPoint).toList(),
                shown.stream().map(y::applyAsDouble).toList());
    }

    private Figure figure(PowerLinearity linearity, String name, int number) {
        PlotScale power = PlotScale.power(linearity.fullScaleMw());
        List<Visit> rising = linearity.visits().stream().filter(Visit::rising).toList();
        List<Visit> falling =
                linearity.visits().stream().filter(visit -> !visit.rising()).toList();
        double low =
                linearity.visits().stream().mapToDouble(Visit::setPoint).min().orElseThrow();
        double high =
                linearity.visits().stream().mapToDouble(Visit::setPoint).max().orElseThrow();
        double full = linearity.fullScaleMw();
        List<Curve> powers = new ArrayList<>();
        List<Curve> residuals = new ArrayList<>();
        for (boolean up : new boolean[] {true, false}) {
            List<Visit> visits = up ? rising : falling;
            if (!visits.isEmpty()) {
                String word = up ? "rising" : "falling";
                powers.add(curve(word, CurveStyle.POINTS, visits, visit -> visit.meanMw() * power.factor()));
                residuals.add(
                        curve(word, CurveStyle.POINTS, visits, visit -> 100 * linearity.residualMw(visit) / full));
            }
        }
        powers.add(new Curve(
                "straight line",
                CurveStyle.LINE,
                List.of(low, high),
                List.of(
                        linearity.line().at(low) * power.factor(),
                        linearity.line().at(high) * power.factor())));
        String of = name.isEmpty() ? "" : ", " + name;
        return new Figure.Panels(
                new Caption(
                        "linearity-" + number,
                        "Power over set point" + of,
                        linearity.line().count().n() + " readings at " + linearity.setPoints()
                                + " set points; below, what the straight line leaves, in per cent of the largest mean"
                                + " power."),
                setPoint(),
                List.of(
                        new Panel(new Axis("power", power.unit()), powers, List.of()),
                        new Panel(
                                new Axis("residual", "%"), residuals, List.of(new Guide("", 0, false, Tone.NEUTRAL)))));
    }
}
