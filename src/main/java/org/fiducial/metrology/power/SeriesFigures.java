package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.fiducial.metrology.protocol.FigurePart.Sample;
import org.fiducial.metrology.protocol.FigurePart.Scale;
import org.fiducial.metrology.protocol.FigurePart.Tone;

/** The pictures of one series: over time with flags and temperature, as a distribution, and by averaging time. */
final class SeriesFigures {

    private static final int BINS = 900;
    private static final int MOST_FLAGGED = 200;
    private static final int MOST_VALUES = 2_000;

    private final SeriesResult series;
    private final int number;
    private final PlotScale power;

    /**
     * The pictures of a series.
     *
     * @param number which of the series, for the names of the pictures
     */
    SeriesFigures(SeriesResult series, int number) {
        this.series = series;
        this.number = number;
        this.power =
                PlotScale.power(series.statistics().orElseThrow().extremes().maxMw());
    }

    List<Figure> all() {
        List<Figure> figures = new ArrayList<>();
        figures.add(overTime());
        figures.add(distribution());
        List<AllanPoints.Point> points = series.allan();
        if (points.size() > 1) {
            figures.add(allan(points));
        }
        return figures;
    }

    private Caption caption(String id, String title, String text) {
        String name = series.title().isEmpty() ? "" : ", " + series.title();
        return new Caption(id + "-" + number, title + name, text);
    }

    /** Number and interval: no range means anything without them. */
    private String sampling() {
        Sampling sampling = series.sampling().orElseThrow();
        return sampling.n() + " readings, one every " + Words.number(sampling.meanIntervalS()) + "\u00a0s";
    }

    Figure overTime() {
        PowerStatistics statistics = series.statistics().orElseThrow();
        Numbers timeS = series.judged().timeS().orElseThrow();
        PlotScale time = PlotScale.time(series.sampling().orElseThrow().durationS());
        Envelope shape = Envelope.of(time.of(timeS), power.of(series.judged().powerMw()), BINS);
        List<Curve> curves = new ArrayList<>();
        curves.add(new Curve("power", CurveStyle.LINE, shape.x(), shape.y()));
        Curve flagged = flagged(time);
        if (!flagged.x().isEmpty()) {
            curves.add(flagged);
        }
        List<Guide> guides = List.of(
                new Guide("least and largest", statistics.extremes().minMw() * power.factor(), false, Tone.NEUTRAL),
                new Guide("least and largest", statistics.extremes().maxMw() * power.factor(), false, Tone.NEUTRAL),
                new Guide("median", statistics.medianMw() * power.factor(), false, Tone.THEORY));
        String text = sampling() + ": stability " + Words.number(statistics.stabilityPercent()) + "\u00a0%."
                + (shape.x().size() < statistics.n()
                        ? " Of each " + Math.round(statistics.n() / (double) BINS)
                                + " neighbouring readings the least and the largest are drawn."
                        : "");
        Axis x = new Axis("time", time.unit());
        Axis y = new Axis("power", power.unit());
        Caption caption = caption("power", "Power over time", text);
        return series.judged()
                .temperatureCelsius()
                .<Figure>map(celsius -> {
                    Envelope warmth = Envelope.of(time.of(timeS), celsius, BINS);
                    return new Figure.Panels(
                            caption,
                            x,
                            List.of(
                                    new Panel(y, curves, guides),
                                    new Panel(
                                            new Axis("temperature", "°C"),
                                            List.of(new Curve("temperature", CurveStyle.LINE, warmth.x(), warmth.y())),
                                            List.of())));
                })
                .orElse(new Figure.Curves(caption, x, y, curves, guides));
    }

    private Curve flagged(PlotScale time) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        PowerSeries read = series.judged().series();
        Numbers timeS = time.of(read.timing().timeS().orElseThrow());
        Numbers powers = power.of(series.scale().of(read.powerMw()));
        ReadingFlags flags = series.judged().flags();
        for (int i = flags.next(0); i >= 0 && x.size() < MOST_FLAGGED; i = flags.next(i + 1)) {
            if (!flags.rejected(i)) {
                x.add(timeS.get(i));
                y.add(powers.get(i));
            }
        }
        return new Curve("flagged", CurveStyle.POINTS, x, y);
    }

    private Figure distribution() {
        Numbers powers = power.of(series.judged().powerMw());
        int step = (powers.size() + MOST_VALUES - 1) / MOST_VALUES;
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < powers.size(); i += step) {
            values.add(powers.get(i));
        }
        PowerStatistics statistics = series.statistics().orElseThrow();
        String text = sampling() + "." + (step > 1 ? " Every " + step + "th is drawn." : "");
        return new Figure.Distribution(
                caption("distribution", "Distribution of the readings", text),
                new Axis("power", power.unit()),
                List.of(new Sample("readings", values)),
                List.of(
                        new Guide(
                                "least and largest",
                                statistics.extremes().minMw() * power.factor(),
                                true,
                                Tone.NEUTRAL),
                        new Guide(
                                "least and largest",
                                statistics.extremes().maxMw() * power.factor(),
                                true,
                                Tone.NEUTRAL)));
    }

    private Figure allan(List<AllanPoints.Point> points) {
        List<Double> tau = points.stream().map(AllanPoints.Point::tauS).toList();
        List<Double> deviation = points.stream().map(AllanPoints.Point::percent).toList();
        double first = tau.get(0);
        List<Double> white = tau.stream()
                .map(each -> deviation.get(0) * Math.sqrt(first / each))
                .toList();
        return new Figure.Curves(
                caption(
                        "allan",
                        "Allan deviation",
                        sampling()
                                + "; at averaging times with 20 averages or more. White noise falls along the line."),
                new Axis("averaging time", "s", Scale.LOGARITHMIC),
                new Axis("Allan deviation", "% of mean", Scale.LOGARITHMIC),
                List.of(
                        new Curve("Allan deviation", CurveStyle.POINTS, tau, deviation),
                        new Curve("white noise", CurveStyle.DASHED, tau, white)),
                List.of());
    }
}
