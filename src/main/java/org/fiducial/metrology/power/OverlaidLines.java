package org.fiducial.metrology.power;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;

/** All series of an acquisition in one picture, each in per cent of its own mean. */
final class OverlaidLines {

    private static final int MOST = 8;
    private static final int POINTS = 1_800;

    private OverlaidLines() {}

    /** The picture of two series or more. */
    static Optional<Figure> of(List<SeriesResult> timed, SetPointKind kind) {
        if (timed.size() < 2) {
            return Optional.empty();
        }
        List<SeriesResult> shown = timed.subList(0, Math.min(MOST, timed.size()));
        double longest = shown.stream()
                .mapToDouble(series -> series.sampling().orElseThrow().durationS())
                .max()
                .orElseThrow();
        PlotScale time = PlotScale.time(longest);
        int bins = POINTS / shown.size() / 2;
        List<Curve> curves = shown.stream()
                .map(series -> curve(series, name(series, shown, kind), time, bins))
                .toList();
        String left = timed.size() > shown.size() ? " The first " + MOST + " of " + timed.size() + " are shown." : "";
        return Optional.of(new Figure.Curves(
                new Caption(
                        "all-lines",
                        "All lines over time",
                        "Every series in per cent of its mean, from its first reading on." + left),
                new Axis("time", time.unit()),
                new Axis("power over mean", "%"),
                curves,
                List.of()));
    }

    /** What tells a series from the others; what all of them share is left out. */
    private static String name(SeriesResult series, List<SeriesResult> all, SetPointKind kind) {
        SeriesKey key = series.key();
        boolean onePoint = all.stream().allMatch(each -> each.key().setPoint().equals(key.setPoint()));
        boolean onePlace = all.stream().allMatch(each -> each.key().location().equals(key.location()));
        boolean severalLines =
                all.stream().anyMatch(each -> !each.key().lineNm().equals(key.lineNm()));
        String name = severalLines
                ? Words.series(
                        new SeriesKey(
                                key.lineNm(),
                                onePoint ? OptionalDouble.empty() : key.setPoint(),
                                onePlace ? "" : key.location()),
                        kind)
                : series.name();
        if (series.run().isEmpty()) {
            return name.isEmpty() ? "the series" : name;
        }
        String run = "run " + series.run().getAsInt();
        return name.isEmpty() ? run : name + ", " + run;
    }

    private static Curve curve(SeriesResult series, String name, PlotScale time, int bins) {
        Numbers timeS = series.judged().timeS().orElseThrow();
        double start = timeS.get(0);
        double mean = series.statistics().orElseThrow().meanMw();
        Envelope shape = Envelope.of(
                time.of(Residuals.of(timeS, start)),
                new PlotScale("%", 100 / mean).of(series.judged().powerMw()),
                bins);
        return new Curve(name, CurveStyle.LINE, shape.x(), shape.y());
    }
}
