package org.fiducial.web.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.trend.TrendChart.Frame;
import org.fiducial.web.trend.TrendChart.Line;
import org.fiducial.web.trend.TrendChart.Link;

/** Lays out a metric over time: checks as marks, theory and limits as steps, both axes with round ticks. */
record Trend(Heading heading, List<Point> points, Beside beside, Days days, Texts texts) {

    /** More in one chart a finger does not find. */
    private static final int MOST_LINKED = 80;

    /**
     * What is trended.
     *
     * @param title of the metric
     * @param unit its sign
     * @param address of the numbers by themselves
     */
    record Heading(String title, String unit, String address) {

        String withUnit() {
            return unit.isEmpty() ? title : title + " (" + unit + ")";
        }
    }

    /** What a point is worth: it counts, its verdict is in doubt, or its check is void. */
    enum Standing {
        COUNTS,
        DOUBT,
        VOID;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What stands beside the points that count.
     *
     * @param services when somebody worked on the light path
     * @param lots when it was first measured with another slide or lot
     * @param voided points of void checks; they stretch no axis and move no line
     */
    record Beside(List<Instant> services, List<Instant> lots, List<Point> voided) {

        Beside {
            services = List.copyOf(services);
            lots = List.copyOf(lots);
            voided = List.copyOf(voided);
        }

        static Beside nothing() {
            return new Beside(List.of(), List.of(), List.of());
        }
    }

    /** A check: its value and the lines that held at that time, in the unit of the value. */
    record Point(UUID checkId, Instant at, Value value, Bounds bounds, VerdictLevel verdict, Standing standing) {

        /** The same times a factor. */
        Point times(double factor, String unit) {
            double times = value.value() * factor;
            double u = value.u() * Math.abs(factor);
            String text = NumberText.bare(times) + (u > 0 ? " ± " + NumberText.bare(u) : "");
            return new Point(
                    checkId,
                    at,
                    new Value(times, u, () -> (u > 0 ? "(" + text + ")" : text) + "\u00a0" + unit),
                    bounds.times(factor),
                    verdict,
                    standing);
        }

        /** The time on the axis [ms]. */
        double atMs() {
            return (double) at.toEpochMilli();
        }
    }

    /** A value with its standard uncertainty (0 where it is not known) and both in words. */
    record Value(double value, double u, Supplier<String> words) {

        String text() {
            return words.get();
        }
    }

    /** Theory and limits of a point. */
    record Bounds(Optional<Double> theory, Limits warning, Limits fail) {

        Bounds times(double factor) {
            return new Bounds(theory.map(each -> each * factor), warning.times(factor), fail.times(factor));
        }

        Stream<Double> all() {
            return Stream.of(theory, warning.low(), warning.high(), fail.low(), fail.high())
                    .flatMap(Optional::stream);
        }
    }

    /** What a value may not fall below and not rise above. */
    record Limits(Optional<Double> low, Optional<Double> high) {

        /** With a negative factor the low one becomes the high one. */
        Limits times(double factor) {
            Optional<Double> one = low.map(each -> each * factor);
            Optional<Double> other = high.map(each -> each * factor);
            return factor < 0 ? new Limits(other, one) : new Limits(one, other);
        }

        static Limits none() {
            return new Limits(Optional.empty(), Optional.empty());
        }
    }

    Trend {
        points = List.copyOf(points);
    }

    TrendChart chart() {
        Plane plane = Plane.over(Frame.SMALL, points.get(0).at(), newest().at(), values(), days);
        TrendPen pen = new TrendPen(plane, heading, texts);
        List<Line> lines = new ArrayList<>();
        beside.services().stream().filter(plane.x()::reaches).forEach(at -> lines.add(pen.event("event", at)));
        beside.lots().stream().filter(plane.x()::reaches).forEach(at -> lines.add(pen.event("lot", at)));
        lines.addAll(pen.bounds(points));
        lines.add(pen.series(points));
        List<Point> linked = linked(points, Trend::isConspicuous);
        if (linked.size() < points.size()) {
            lines.add(pen.dots(points, new HashSet<>(linked)));
        }
        return new TrendChart(
                new Link(heading.address(), heading.withUnit()),
                plane.axes(),
                Stream.concat(linked.stream(), beside.voided().stream().filter(point -> plane.x()
                                .reaches(point.at())))
                        .map(point -> pen.mark(point, 1, ""))
                        .toList(),
                lines,
                List.of(),
                texts.text(
                        "trend.summary",
                        heading.title(),
                        points.size(),
                        newest().value().text(),
                        days.of(newest().at()).day()));
    }

    private Point newest() {
        return points.get(points.size() - 1);
    }

    static boolean isConspicuous(Point point) {
        return point.verdict() != VerdictLevel.PASS || point.standing() != Standing.COUNTS;
    }

    /** Of many points only the newest, and the newest of those that are conspicuous, lead to their check. */
    static List<Point> linked(List<Point> points, Predicate<Point> conspicuous) {
        if (points.size() <= MOST_LINKED) {
            return points;
        }
        List<Point> older = points.subList(0, points.size() - MOST_LINKED / 2);
        List<Point> found = older.stream().filter(conspicuous).toList();
        return Stream.concat(
                        found.stream().skip(Math.max(0, found.size() - MOST_LINKED / 2)),
                        points.stream().skip(older.size()))
                .toList();
    }

    /** All that the value axis must reach. */
    private double[] values() {
        return points.stream()
                .flatMapToDouble(point -> DoubleStream.concat(
                        DoubleStream.of(
                                point.value().value() - point.value().u(),
                                point.value().value() + point.value().u()),
                        point.bounds().all().mapToDouble(Double::doubleValue)))
                .toArray();
    }
}
