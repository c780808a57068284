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

    /** Below so many decades 1, 2 and 5 would leave an axis with one number or none. */
    private static final double FEW_DECADES = 0.9;

    private static final int[] POWERS = {10};
    private static final int[] USUAL = {10, 20, 50};
    private static final int[] FINE = {10, 12, 15, 20, 25, 30, 40, 50, 60, 80};

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
        double decades = Math.log10(getUpperBound() / getLowerBound());
        int[] tenths = decades > MOST_DECADES ? POWERS : decades < FEW_DECADES ? FINE : USUAL;
        List<NumberTick> ticks = new ArrayList<>();
        for (int decade = first; decade <= last; decade++) {
            for (int tenth : tenths) {
                BigDecimal at =
                        BigDecimal.valueOf(tenth).scaleByPowerOfTen(decade - 1).stripTrailingZeros();
                double value = at.doubleValue();
                if (value >= getLowerBound() && value <= getUpperBound()) {
                    ticks.add(new NumberTick(TickType.MAJOR, value, at.toPlainString(), anchor, anchor, 0));
                }
            }
        }
        return ticks;
    }
}
