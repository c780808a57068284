package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.Sample;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a distribution: every value as a point, with the middle half and the median of each group. */
final class DistributionPlot {

    private static final int BINS = 70;
    private static final double ROW = 0.36;
    private static final int ROW_HEIGHT = 84;

    private DistributionPlot() {}

    static Drawing drawing(Figure.Distribution figure, Palette palette) {
        List<Sample> samples = figure.samples();
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        NumberAxis x = PlotDrawings.axis(figure.value(), palette);
        List<Guide> guides = figure.guides().stream()
                .map(guide -> new Guide(guide.label(), guide.at(), true, guide.tone()))
                .toList();
        XYPlot plot = new XYPlot(data, x, rows(samples, palette), renderer);
        PlotDrawings.style(plot, palette);
        plot.setRangeGridlinesVisible(false);
        for (int row = 0; row < samples.size(); row++) {
            double at = samples.size() - 1.0 - row;
            data.addSeries(points(samples.get(row), row, at, span(samples)));
            Color colour = palette.series(row);
            renderer.setSeriesPaint(row, colour);
            renderer.setSeriesShape(
                    row, Strokes.point(row, samples.get(row).values().size() > 200 ? 3.5 : 5.5));
            box(samples.get(row).values(), at, colour, palette, renderer);
        }
        PlotDrawings.widen(x, data.getDomainBounds(false), guides, true);
        LegendItemCollection legend = new LegendItemCollection();
        PlotDrawings.guideLegend(guides, palette, legend);
        int height = 110 + ROW_HEIGHT * Math.max(1, samples.size());
        return new PlotDrawings.PlotDrawing(PlotDrawings.chart(plot, legend, palette), plot, guides, palette, height);
    }

    private static SymbolAxis rows(List<Sample> samples, Palette palette) {
        String[] names = new String[Math.max(1, samples.size())];
        Arrays.fill(names, "");
        for (int row = 0; row < samples.size(); row++) {
            Sample sample = samples.get(row);
            names[samples.size() - 1 - row] =
                    sample.name() + " (n = " + sample.values().size() + ")";
        }
        SymbolAxis axis = new SymbolAxis(null, names);
        PlotDrawings.style(axis, palette);
        axis.setGridBandsVisible(false);
        axis.setTickMarksVisible(false);
        axis.setRange(-0.5, names.length - 0.5);
        return axis;
    }

    private static double[] span(List<Sample> samples) {
        double low = samples.stream()
                .flatMap(sample -> sample.values().stream())
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(0);
        double high = samples.stream()
                .flatMap(sample -> sample.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1);
        return new double[] {low, Math.max(high - low, 1e-12)};
    }

    /** Values that fall close together are stacked around the row's middle, so that none hides another. */
    private static XYSeries points(Sample sample, int index, double row, double[] span) {
        List<Double> sorted = sample.values().stream().sorted().toList();
        int[] stacked = new int[BINS + 1];
        int[] count = new int[BINS + 1];
        sorted.forEach(value -> count[bin(value, span)]++);
        int highest = 1;
        for (int each : count) {
            highest = Math.max(highest, each);
        }
        double step = Math.min(0.11, 2 * ROW / highest);
        XYSeries series = new XYSeries(index, false, true);
        for (double value : sorted) {
            int bin = bin(value, span);
            int place = stacked[bin]++;
            series.add(value, row + step * (place - (count[bin] - 1) / 2.0));
        }
        return series;
    }

    private static int bin(double value, double[] span) {
        return (int) Math.round((value - span[0]) / span[1] * BINS);
    }

    private static void box(
            List<Double> values, double row, Color colour, Palette palette, XYLineAndShapeRenderer renderer) {
        if (values.size() < 3) {
            return;
        }
        List<Double> sorted = new ArrayList<>(values.stream().sorted().toList());
        Color fill = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 48);
        renderer.addAnnotation(
                new XYBoxAnnotation(
                        quantile(sorted, 0.25),
                        row - ROW,
                        quantile(sorted, 0.75),
                        row + ROW,
                        new BasicStroke(1f),
                        fill,
                        fill),
                Layer.BACKGROUND);
        double median = quantile(sorted, 0.5);
        renderer.addAnnotation(
                new XYLineAnnotation(median, row - ROW, median, row + ROW, new BasicStroke(2.6f), palette.ink()),
                Layer.FOREGROUND);
    }

    private static double quantile(List<Double> sorted, double p) {
        double at = p * (sorted.size() - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
    }
}
