package org.fiducial.web.trend;

import java.util.List;

/**
 * A metric over time, laid out for drawing in units of the chart; the template draws it.
 *
 * @param heading what is shown, with its unit, and where it is shown by itself
 * @param axes both axes with their ticks
 * @param marks points that lead to their check
 * @param lines series, theory and limits as paths, in the order they are drawn in
 * @param labels short texts within the plot
 * @param summary the chart in one sentence, for people who do not see it
 */
public record TrendChart(
        Link heading, Axes axes, List<Mark> marks, List<Line> lines, List<Label> labels, String summary) {

    public TrendChart {
        marks = List.copyOf(marks);
        lines = List.copyOf(lines);
        labels = List.copyOf(labels);
    }

    /** The size of a chart; the plot lies within. */
    public record Frame(int width, int height) {

        static final int LEFT = 52;
        static final int RIGHT = 12;
        static final int TOP = 12;
        static final int BOTTOM = 30;

        /** One of several side by side. */
        static final Frame SMALL = new Frame(420, 230);

        /** One across a page. */
        static final Frame WIDE = new Frame(840, 380);

        int right() {
            return width - RIGHT;
        }

        int bottom() {
            return height - BOTTOM;
        }
    }

    /** Both axes with their ticks. */
    public record Axes(Frame frame, List<Tick> x, List<Tick> y) {

        public Axes {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }

    /** A short text and where it stands. */
    public record Label(String kind, String x, String y, String text) {}

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
     * @param kind gives its look, for instance {@code event}, {@code lot}, {@code series}, {@code theory} or {@code fail}
     * @param path in the notation of SVG
     * @param label what it is, for the key
     */
    public record Line(String kind, String path, String label) {}

    /** Whether it has a line of a kind. */
    public boolean shows(String kind) {
        return lines.stream().anyMatch(line -> line.kind().equals(kind));
    }

    /** Whether a mark of a verdict is shown. */
    public boolean judged(String verdict) {
        return marks.stream().anyMatch(mark -> mark.verdict().equals(verdict));
    }

    /** Whether a mark stands for a check that is in doubt or void. */
    public boolean marks(String standing) {
        return marks.stream().anyMatch(mark -> mark.standing().equals(standing));
    }

    /** What is shown, with its unit. */
    public String title() {
        return heading.label();
    }

    /** Marks of the time axis. */
    public List<Tick> xTicks() {
        return axes.x();
    }

    /** Marks of the value axis. */
    public List<Tick> yTicks() {
        return axes.y();
    }

    /** Width of the chart. */
    public int width() {
        return axes.frame().width();
    }

    /** Height of the chart. */
    public int height() {
        return axes.frame().height();
    }

    /** Left end of the plot. */
    public int left() {
        return Frame.LEFT;
    }

    /** Right end of the plot. */
    public int right() {
        return axes.frame().right();
    }

    /** Lower end of the plot. */
    public int bottom() {
        return axes.frame().bottom();
    }

    /** Upper end of the plot. */
    public int top() {
        return Frame.TOP;
    }
}
