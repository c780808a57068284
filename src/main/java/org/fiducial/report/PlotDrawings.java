package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Axis;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.CurveStyle;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.Scale;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The common look of plots, and the drawing of curves. */
final class PlotDrawings {

    static final int WIDTH = 520;
    static final float TEXT = 14.5f;
    private static final int CURVES_HEIGHT = 350;
    private static final Shape LEGEND_LINE = new Line2D.Double(-13, 0, 13, 0);
    private static final double MARGIN = 0.06;
    private static final int TICKS = 6;

    private PlotDrawings() {}

    static Drawing curves(Figure.Curves figure, Palette palette) {
        LegendItemCollection legend = new LegendItemCollection();
        NumberAxis x = axis(figure.x(), palette);
        NumberAxis y = axis(figure.y(), palette);
        XYSeriesCollection data = data(figure.curves());
        XYPlot plot = plot(figure.curves(), data, y, legend, palette);
        plot.setDomainAxis(x);
        widen(x, data.getDomainBounds(false), figure.guides(), true);
        widen(y, data.getRangeBounds(true), figure.guides(), false);
        guideLegend(figure.guides(), palette, legend);
        return new PlotDrawing(chart(plot, legend, palette), plot, figure.guides(), palette, CURVES_HEIGHT);
    }

    static XYSeriesCollection data(List<Curve> curves) {
        XYSeriesCollection data = new XYSeriesCollection();
        for (int index = 0; index < curves.size(); index++) {
            data.addSeries(series(curves.get(index), index));
        }
        return data;
    }

    /** Curves over an x axis that is yet to be set, each with an entry in the legend, which counts colours and shapes on. */
    static XYPlot plot(
            List<Curve> curves, XYSeriesCollection data, NumberAxis y, LegendItemCollection legend, Palette palette) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        int index = 0;
        for (Curve curve : curves) {
            int look = place(curve.name(), legend);
            Color colour = palette.series(look);
            boolean points = curve.style() == CurveStyle.POINTS;
            Shape shape = Strokes.point(look, 6.5);
            renderer.setSeriesPaint(index, colour);
            renderer.setSeriesStroke(index, Strokes.of(curve.style()));
            renderer.setSeriesShape(index, shape);
            renderer.setSeriesShapesVisible(index, points);
            renderer.setSeriesLinesVisible(index, !points);
            if (look == legend.getItemCount()) {
                legend.add(legendItem(curve.name(), points, shape, Strokes.of(curve.style()), colour));
            }
            index++;
        }
        renderer.setDrawSeriesLineAsPath(true);
        XYPlot plot = new XYPlot(data, null, y, renderer);
        style(plot, palette);
        return plot;
    }

    /** The entry of a curve of that name in the plot above, or the next one. */
    private static int place(String name, LegendItemCollection legend) {
        for (int i = 0; i < legend.getItemCount(); i++) {
            if (legend.get(i).getLabel().equals(name)) {
                return i;
            }
        }
        return legend.getItemCount();
    }

    private static XYSeries series(Curve curve, int index) {
        XYSeries series = new XYSeries(index, false, true);
        for (int i = 0; i < curve.x().size(); i++) {
            series.add(curve.x().get(i), curve.y().get(i));
        }
        return series;
    }

    static NumberAxis axis(Axis axis, Palette palette) {
        NumberAxis number =
                axis.scale() == Scale.LOGARITHMIC ? DecadeAxis.of(title(axis)) : new NumberAxis(title(axis));
        number.setAutoRangeIncludesZero(false);
        style(number, palette);
        return number;
    }

    static String title(Axis axis) {
        return axis.unit().isEmpty() ? axis.label() : axis.label() + " (" + axis.unit() + ")";
    }

    static void style(ValueAxis axis, Palette palette) {
        axis.setLabelFont(Lettering.regular(TEXT));
        axis.setTickLabelFont(Lettering.regular(TEXT - 1));
        axis.setLabelPaint(palette.ink());
        axis.setTickLabelPaint(palette.ink());
        axis.setAxisLinePaint(palette.ink());
        axis.setTickMarkPaint(palette.ink());
    }

    static void style(XYPlot plot, Palette palette) {
        plot.setBackgroundPaint(palette.paper());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(palette.faint());
        plot.setRangeGridlinePaint(palette.faint());
        plot.setDomainGridlineStroke(new BasicStroke(0.8f));
        plot.setRangeGridlineStroke(new BasicStroke(0.8f));
        plot.setAxisOffset(new RectangleInsets(0, 0, 0, 0));
    }

    /** Sets the range so that data and guide lines lie inside with a margin. */
    static void widen(NumberAxis axis, Range data, List<Guide> guides, boolean vertical) {
        Range range = data;
        for (Guide guide : guides) {
            if (guide.vertical() == vertical) {
                range = Range.expandToInclude(range, guide.at());
            }
        }
        if (range == null) {
            return;
        }
        if (axis instanceof DecadeAxis decades) {
            decades.span(range);
            return;
        }
        double margin = range.getLength() > 0
                ? range.getLength() * MARGIN
                : Math.max(Math.abs(range.getLowerBound()) * MARGIN, 1e-9);
        setRange(axis, range.getLowerBound() - margin, range.getUpperBound() + margin, TICKS);
    }

    /** Sets the range and about the given number of ticks at multiples of 1, 2 or 5 times a power of ten. */
    static void setRange(NumberAxis axis, double low, double high, int ticks) {
        axis.setRange(low, high);
        double step = roundStep((high - low) / ticks);
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('−');
        symbols.setGroupingSeparator('\u202f');
        boolean plain = decimals <= 6 && Math.max(Math.abs(low), Math.abs(high)) < 1e7;
        String pattern = plain ? (decimals == 0 ? "#,##0" : "0." + "0".repeat(decimals)) : "0.##E0";
        axis.setTickUnit(new NumberTickUnit(step, new DecimalFormat(pattern, symbols)));
    }

    private static double roundStep(double atLeast) {
        double decade = Math.pow(10, Math.floor(Math.log10(atLeast)));
        double share = atLeast / decade;
        return decade * (share <= 1.0001 ? 1 : share <= 2.0001 ? 2 : share <= 5.0001 ? 5 : 10);
    }

    /** One entry for each kind of guide line; a line without a label has none. */
    static void guideLegend(List<Guide> guides, Palette palette, LegendItemCollection legend) {
        Map<String, Guide> kinds = new LinkedHashMap<>();
        guides.stream()
                .filter(guide -> !guide.label().isBlank())
                .forEach(guide -> kinds.putIfAbsent(guide.label() + guide.tone(), guide));
        kinds.values()
                .forEach(guide -> legend.add(legendItem(
                        guide.label(), false, LEGEND_LINE, Strokes.of(guide.tone()), palette.tone(guide.tone()))));
    }

    static LegendItem legendItem(String label, boolean point, Shape shape, BasicStroke stroke, Color colour) {
        return new LegendItem(
                label,
                label,
                label,
                null,
                point,
                shape,
                true,
                colour,
                false,
                colour,
                stroke,
                !point,
                LEGEND_LINE,
                stroke,
                colour);
    }

    static JFreeChart chart(XYPlot plot, LegendItemCollection items, Palette palette) {
        JFreeChart chart = new JFreeChart(null, Lettering.bold(TEXT), plot, false);
        chart.setBackgroundPaint(palette.paper());
        chart.setPadding(new RectangleInsets(8, 6, 6, 14));
        plot.setFixedLegendItems(items);
        if (items.getItemCount() > 0) {
            LegendTitle legend = new LegendTitle(plot);
            legend.setPosition(RectangleEdge.BOTTOM);
            legend.setItemFont(Lettering.regular(TEXT - 1));
            legend.setItemPaint(palette.ink());
            legend.setBackgroundPaint(palette.paper());
            legend.setFrame(BlockBorder.NONE);
            legend.setLegendItemGraphicPadding(new RectangleInsets(2, 8, 2, 4));
            chart.addLegend(legend);
        }
        return chart;
    }

    /** A chart with guide lines laid over it. */
    record PlotDrawing(JFreeChart chart, XYPlot plot, List<Guide> guides, Palette palette, int height)
            implements Drawing {

        @Override
        public int width() {
            return WIDTH;
        }

        @Override
        public void paint(Graphics2D graphics) {
            ChartRenderingInfo rendered = new ChartRenderingInfo();
            chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height), rendered);
            Rectangle2D area = rendered.getPlotInfo().getDataArea();
            Shape clip = graphics.getClip();
            graphics.setClip(area);
            guides.forEach(guide -> draw(guide, area, graphics));
            graphics.setClip(clip);
        }

        private void draw(Guide guide, Rectangle2D area, Graphics2D graphics) {
            graphics.setPaint(palette.tone(guide.tone()));
            graphics.setStroke(Strokes.of(guide.tone()));
            if (guide.vertical()) {
                double x = plot.getDomainAxis().valueToJava2D(guide.at(), area, plot.getDomainAxisEdge());
                graphics.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
                return;
            }
            double y = plot.getRangeAxis().valueToJava2D(guide.at(), area, plot.getRangeAxisEdge());
            graphics.draw(new Line2D.Double(area.getMinX(), y, area.getMaxX(), y));
        }
    }
}
