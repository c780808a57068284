package org.fiducial.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.MapPoint;
import org.fiducial.metrology.protocol.FigurePart.Marks;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.PaintScaleLegend;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws a value over the field of view: y points down as in the image, equal lengths look equal. */
record FieldMapPlot(Figure.FieldMap figure, Palette palette, Ramp ramp, JFreeChart chart, XYPlot plot)
        implements Drawing {

    private static final int KEY_WIDTH = 104;
    private static final int FRAME = 78;
    private static final int MOST_TICKS = 6;
    private static final int KEY_TICKS = 6;
    private static final int MOST_LABELS = 36;
    private static final double DOT = 15;
    private static final double ARROW_DOT = 9;

    /** Room about the points as a share of the longer side: arrows stay inside. */
    private static final double MARGIN = 0.08;

    private static final double ARROW_MARGIN = 0.2;

    static Drawing drawing(Figure.FieldMap figure, Palette palette) {
        Ramp ramp = ramp(figure.points());
        NumberAxis x = PlotDrawings.axis(figure.x(), palette);
        NumberAxis y = PlotDrawings.axis(figure.y(), palette);
        y.setInverted(true);
        XYSeries series = new XYSeries("field", false, true);
        figure.points().forEach(point -> series.add(point.x(), point.y()));
        XYLineAndShapeRenderer nothing = new XYLineAndShapeRenderer(false, false);
        XYPlot plot = new XYPlot(new XYSeriesCollection(series), x, y, nothing);
        PlotDrawings.style(plot, palette);
        double[] span = span(figure);
        double longer = Math.max(span[1] - span[0], span[3] - span[2]);
        PlotDrawings.setRange(x, span[0], span[1], ticks(span[1] - span[0], longer));
        PlotDrawings.setRange(y, span[2], span[3], ticks(span[3] - span[2], longer));
        JFreeChart chart = PlotDrawings.chart(plot, new LegendItemCollection(), palette);
        chart.addSubtitle(key(figure, ramp, palette));
        return new FieldMapPlot(figure, palette, ramp, chart, plot);
    }

    @Override
    public int width() {
        return PlotDrawings.WIDTH;
    }

    @Override
    public int height() {
        double[] span = span(figure);
        double inner = (PlotDrawings.WIDTH - FRAME - KEY_WIDTH) * (span[3] - span[2]) / (span[1] - span[0]);
        return (int) Math.round(Math.min(620, Math.max(200, inner + FRAME)));
    }

    @Override
    public void paint(Graphics2D graphics) {
        ChartRenderingInfo rendered = new ChartRenderingInfo();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width(), height()), rendered);
        Rectangle2D area = rendered.getPlotInfo().getDataArea();
        List<Rectangle2D> taken = new ArrayList<>();
        boolean arrows = figure.marks() == Marks.ARROWS;
        ArrowLayer layer = new ArrowLayer(figure, palette, area);
        if (arrows) {
            layer.paintScale(area, graphics);
            figure.points().forEach(point -> layer.paint(point, place(point, area), graphics));
        }
        figure.points().forEach(point -> {
            Point2D at = place(point, area);
            dot(point, at, graphics);
            taken.add(new Rectangle2D.Double(at.getX() - DOT / 2, at.getY() - DOT / 2, DOT, DOT));
        });
        graphics.setFont(Lettering.regular(12f));
        graphics.setPaint(palette.ink());
        if (figure.points().size() <= MOST_LABELS) {
            figure.points().forEach(point -> label(point, place(point, area), area, taken, graphics));
        }
    }

    private Point2D place(MapPoint point, Rectangle2D area) {
        return new Point2D.Double(
                plot.getDomainAxis().valueToJava2D(point.x(), area, plot.getDomainAxisEdge()),
                plot.getRangeAxis().valueToJava2D(point.y(), area, plot.getRangeAxisEdge()));
    }

    /** Writes the label below, above or beside the dot, wherever it meets nothing; else not at all. */
    private static void label(
            MapPoint point, Point2D at, Rectangle2D area, List<Rectangle2D> taken, Graphics2D graphics) {
        double width = graphics.getFontMetrics().stringWidth(point.label());
        double height = graphics.getFontMetrics().getAscent();
        double away = DOT / 2 + 2;
        List<Rectangle2D> places = List.of(
                new Rectangle2D.Double(at.getX() - width / 2, at.getY() + away, width, height),
                new Rectangle2D.Double(at.getX() - width / 2, at.getY() - away - height, width, height),
                new Rectangle2D.Double(at.getX() + away, at.getY() - height / 2, width, height),
                new Rectangle2D.Double(at.getX() - away - width, at.getY() - height / 2, width, height));
        places.stream()
                .filter(place -> area.contains(place) && taken.stream().noneMatch(place::intersects))
                .findFirst()
                .ifPresent(place -> {
                    taken.add(place);
                    graphics.drawString(point.label(), (float) place.getX(), (float) (place.getMaxY() - 2));
                });
    }

    private void dot(MapPoint point, Point2D at, Graphics2D graphics) {
        double x = at.getX();
        double y = at.getY();
        double size = figure.marks() == Marks.ARROWS ? ARROW_DOT : DOT;
        OptionalDouble line = figure.marks() == Marks.ARROWS ? OptionalDouble.empty() : point.angleDegrees();
        line.ifPresent(angle -> {
            double dx = Math.cos(Math.toRadians(angle)) * DOT;
            double dy = -Math.sin(Math.toRadians(angle)) * DOT;
            graphics.setPaint(palette.ink());
            graphics.setStroke(new BasicStroke(1.8f));
            graphics.draw(new Line2D.Double(x - dx, y - dy, x + dx, y + dy));
        });
        Ellipse2D circle = new Ellipse2D.Double(x - size / 2, y - size / 2, size, size);
        graphics.setPaint(new Color(ramp.rgb(point.value())));
        graphics.fill(circle);
        graphics.setPaint(palette.ink());
        graphics.setStroke(new BasicStroke(0.9f));
        graphics.draw(circle);
    }

    /** Both axes take the same step. */
    private static int ticks(double span, double longer) {
        return Math.max(1, (int) Math.round(MOST_TICKS * span / longer));
    }

    private static PaintScaleLegend key(Figure.FieldMap figure, Ramp ramp, Palette palette) {
        NumberAxis axis = PlotDrawings.axis(figure.value(), palette);
        PlotDrawings.setRange(axis, ramp.low(), ramp.high(), KEY_TICKS);
        PaintScaleLegend key = new PaintScaleLegend(ramp, axis);
        key.setPosition(RectangleEdge.RIGHT);
        key.setStripWidth(14);
        key.setStripOutlineVisible(false);
        key.setAxisOffset(4);
        key.setBackgroundPaint(palette.paper());
        key.setMargin(new RectangleInsets(4, 12, 44, 0));
        key.setSubdivisionCount(64);
        return key;
    }

    private static Ramp ramp(List<MapPoint> points) {
        double low = points.stream().mapToDouble(MapPoint::value).min().orElse(0);
        double high = points.stream().mapToDouble(MapPoint::value).max().orElse(1);
        return Ramp.ofValues(low, high);
    }

    /** Left, right, top and bottom of the field with a margin; never thinner than a quarter of its longer side. */
    private static double[] span(Figure.FieldMap figure) {
        List<MapPoint> points = figure.points();
        double margin = figure.marks() == Marks.ARROWS ? ARROW_MARGIN : MARGIN;
        double left = points.stream().mapToDouble(MapPoint::x).min().orElse(0);
        double right = points.stream().mapToDouble(MapPoint::x).max().orElse(1);
        double top = points.stream().mapToDouble(MapPoint::y).min().orElse(0);
        double bottom = points.stream().mapToDouble(MapPoint::y).max().orElse(1);
        double longer = Math.max(Math.max(right - left, bottom - top), 1e-6);
        double halfX = Math.max(right - left, longer / 4) / 2 + longer * margin;
        double halfY = Math.max(bottom - top, longer / 4) / 2 + longer * margin;
        double middleX = (left + right) / 2;
        double middleY = (top + bottom) / 2;
        return new double[] {middleX - halfX, middleX + halfX, middleY - halfY, middleY + halfY};
    }
}
