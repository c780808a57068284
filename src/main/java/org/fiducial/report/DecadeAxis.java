package org.fiducial.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogarithmicAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;

/** An axis with even steps for even factors, of numbers above zero, marked at 1, 2 and 5 times the powers of ten. */
final class DecadeAxis extends LogarithmicAxis {

    private static final long serialVersionUID = 1L;

    /** How far the axis goes on beyond its numbers. */
    private static final double MARGIN = 1.25;

    /** Above so many decades only powers of ten are marked. */
    private static final double MOST_DECADES = 3.5;

    private DecadeAxis(String label) {
        super(label);
    }

    static DecadeAxis of(String label) {
        DecadeAxis axis = new DecadeAxis(label);
        axis.setStrictValuesFlag(false);
        return axis;
    }

    /** Shows the numbers of a range with a margin. */
    void span(Range range) {
        if (range.getLowerBound() > 0) {
            setRange(range.getLowerBound() / MARGIN, range.getUpperBound() * MARGIN);
        }
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        int first = (int) Math.floor(Math.log10(getLowerBound()));
        int last = (int) Math.ceil(Math.log10(getUpperBound()));
        boolean many = Math.log10(getUpperBound() / getLowerBound()) > MOST_DECADES;
        List<NumberTick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int times : new int[] {1, 2, 5}) {
                BigDecimal at = BigDecimal.valueOf(times).scaleByPowerOfTen(decade);
                double value = at.doubleValue();
                if ((times == 1 || !many) && value >= getLowerBound() && value <= getUpperBound()) {
                    ticks.add(new NumberTick(TickType.MAJOR, value, at.toPlainString(), anchor, anchor, 0));
                }
            }
        }
        return ticks;
    }
}
