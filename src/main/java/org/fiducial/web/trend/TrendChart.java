package org.fiducial.web.trend;

import java.util.List;

/**
 * A metric over time, laid out for drawing in units of the chart; the template draws it.
 *
 * @param title what is shown, with its unit
 * @param xTicks marks of the time axis
 * @param yTicks marks of the value axis
 * @param marks one for each check
 * @param lines series, theory and limits as paths
 * @param summary the chart in one sentence, for people who do not see it
 */
public record TrendChart(
        String title, List<Tick> xTicks, List<Tick> yTicks, List<Mark> marks, List<Line> lines, String summary) {

    static final int WIDTH = 420;
    static final int HEIGHT = 230;
    static final int LEFT = 52;
    static final int RIGHT = 12;
    static final int TOP = 12;
    static final int BOTTOM = 30;

    public TrendChart {
        xTicks = List.copyOf(xTicks);
        yTicks = List.copyOf(yTicks);
        marks = List.copyOf(marks);
        lines = List.copyOf(lines);
    }

    /** A tick of an axis: place in the chart and text. */
    public record Tick(String at, String label) {}

    /**
     * A check in the chart.
     *
     * @param x place from the left
     * @param y place from the top
     * @param low place of value minus standard uncertainty
     * @param high place of value plus standard uncertainty
     * @param verdict stable word; gives shape and colour
     * @param standing {@code counts}, {@code doubt} or {@code void}
     * @param link address of the check and what people read of it
     */
    public record Mark(String x, String y, String low, String high, String verdict, String standing, Link link) {}

    /** Where a mark leads and what it says. */
    public record Link(String address, String label) {}

    /**
     * A path.
     *
     * @param kind {@code event}, {@code lot}, {@code series}, {@code theory}, {@code warning} or {@code fail}
     * @param path in the notation of SVG
     * @param label what it is, for the key
     */
    public record Line(String kind, String path, String label) {}

    /** Whether it has a line of a kind. */
    public boolean shows(String kind) {
        return lines.stream().anyMatch(line -> line.kind().equals(kind));
    }

    /** Whether a mark stands for a check that is in doubt or void. */
    public boolean marks(String standing) {
        return marks.stream().anyMatch(mark -> mark.standing().equals(standing));
    }

    /** Width of the chart. */
    public int width() {
        return WIDTH;
    }

    /** Height of the chart. */
    public int height() {
        return HEIGHT;
    }

    /** Left end of the plot. */
    public int left() {
        return LEFT;
    }

    /** Right end of the plot. */
    public int right() {
        return WIDTH - RIGHT;
    }

    /** Lower end of the plot. */
    public int bottom() {
        return HEIGHT - BOTTOM;
    }

    /** Upper end of the plot. */
    public int top() {
        return TOP;
    }
}
