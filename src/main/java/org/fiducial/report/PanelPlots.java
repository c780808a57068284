package org.fiducial.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Guide;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeriesCollection;

/** Draws plots above each other over a common axis; the first is twice as high as the others. */
final class PanelPlots {

    private static final int FIRST_HEIGHT = 310;
    private static final int NEXT_HEIGHT = 150;
    private static final double GAP = 14;

    private PanelPlots() {}

    static Drawing drawing(Figure.Panels figure, Palette palette) {
        NumberAxis x = PlotDrawings.axis(figure.x(), palette);
        CombinedDomainXYPlot all = new CombinedDomainXYPlot(x);
        all.setGap(GAP);
        LegendItemCollection legend = new LegendItemCollection();
        Optional<Range> span = Optional.empty();
        for (Panel panel : figure.panels()) {
            XYSeriesCollection data = PlotDrawings.data(panel.curves());
            NumberAxis y = PlotDrawings.axis(panel.y(), palette);
            XYPlot plot = PlotDrawings.plot(panel.curves(), data, y, legend, palette);
            PlotDrawings.widen(y, data.getRangeBounds(true), panel.guides(), false);
            guides(panel.guides(), plot, palette);
            all.add(plot, all.getSubplots().isEmpty() ? 2 : 1);
            span = Optional.ofNullable(Range.combine(span.orElse(null), data.getDomainBounds(false)));
        }
        List<Guide> guides = figure.panels().stream()
                .flatMap(panel -> panel.guides().stream())
                .toList();
        span.ifPresent(range -> PlotDrawings.widen(x, range, guides, true));
        PlotDrawings.guideLegend(guides, palette, legend);
        PlotDrawings.style(all, palette);
        int height = FIRST_HEIGHT + NEXT_HEIGHT * (figure.panels().size() - 1);
        return new PanelDrawing(PlotDrawings.chart(all, legend, palette), height);
    }

    private static void guides(List<Guide> guides, XYPlot plot, Palette palette) {
        for (Guide guide : guides) {
            ValueMarker marker = new ValueMarker(guide.at(), palette.tone(guide.tone()), Strokes.of(guide.tone()));
            if (guide.vertical()) {
                plot.addDomainMarker(marker);
            } else {
                plot.addRangeMarker(marker);
            }
        }
    }

    /** A chart that draws its guides itself. */
    private record PanelDrawing(JFreeChart chart, int height) implements Drawing {

        @Override
        public int width() {
            return PlotDrawings.WIDTH;
        }

        @Override
        public void paint(Graphics2D graphics) {
            chart.draw(graphics, new Rectangle2D.Double(0, 0, PlotDrawings.WIDTH, height));
        }
    }
}
