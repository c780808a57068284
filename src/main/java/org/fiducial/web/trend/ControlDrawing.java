package org.fiducial.web.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fiducial.facility.control.WatchedSeries.Stretch;
import org.fiducial.facility.trend.ChartPoint;
import org.fiducial.facility.trend.ControlChart;
import org.fiducial.facility.trend.Hit;
import org.fiducial.facility.trend.Mark;
import org.fiducial.facility.trend.Watch;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.trend.Trend.Point;
import org.fiducial.web.trend.TrendChart.Frame;
import org.fiducial.web.trend.TrendChart.Label;
import org.fiducial.web.trend.TrendChart.Line;
import org.fiducial.web.trend.TrendChart.Link;

/**
 * Lays out a control chart: points with U (k = 2), centre line and control limits of each stretch, the window they rest on, what
 * happened, the limits in force, and round each point a rule hits a shape with the number of the rule.
 */
final class ControlDrawing {

    /** Limits farther from the values than so many times their range are left out: they would press the values flat. */
    private static final double CONTROL_REACH = 3;

    private static final double LIMIT_REACH = 1;
    private static final int ACROSS = 9;
    /** Width of a letter on average. */
    private static final double LETTER = 6.6;

    private final Watched watched;
    private final Days days;
    private final Texts texts;
    private final List<Point> shown;
    private final List<Point> voided;
    private final Plane plane;
    private final TrendPen pen;
    private final List<Line> lines = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    /**
     * A drawing of the checks in a stretch of time, at least one of them.
     *
     * @param from the first moment
     * @param until the last moment
     */
    ControlDrawing(Watched watched, Instant from, Instant until, Days days, Texts texts) {
        this.watched = watched;
        this.days = days;
        this.texts = texts;
        this.shown = within(watched.numbers().counted(), from, until);
        this.voided = within(watched.numbers().voided(), from, until);
        this.plane = Plane.over(
                Frame.WIDE, shown.get(0).at(), shown.get(shown.size() - 1).at(), values(), days);
        this.pen = new TrendPen(plane, watched.numbers().heading(), texts);
    }

    static List<Point> within(List<Point> points, Instant from, Instant until) {
        return points.stream()
                .filter(point -> !point.at().isBefore(from) && !point.at().isAfter(until))
                .toList();
    }

    /** What the value axis reaches: all points with their bars, and limits that lie near. */
    private double[] values() {
        double[] points = shown.stream()
                .flatMapToDouble(point -> DoubleStream.of(
                        point.value().value() - 2 * point.value().u(),
                        point.value().value() + 2 * point.value().u()))
                .toArray();
        double low = DoubleStream.of(points).min().orElseThrow();
        double high = DoubleStream.of(points).max().orElseThrow();
        double range = Math.max(high - low, 1e-3 * Math.abs(high));
        DoubleStream control = watched.series().stretches().stream()
                .flatMap(ControlDrawing::individuals)
                .map(chart -> chart.points().get(0))
                .flatMapToDouble(point -> DoubleStream.of(point.lower(), point.upper()))
                .filter(limit -> limit > low - CONTROL_REACH * range && limit < high + CONTROL_REACH * range);
        DoubleStream bounds = shown.stream()
                .flatMap(point -> point.bounds().all())
                .mapToDouble(Double::doubleValue)
                .filter(bound -> bound > low - LIMIT_REACH * range && bound < high + LIMIT_REACH * range);
        return DoubleStream.concat(DoubleStream.of(points), DoubleStream.concat(control, bounds))
                .toArray();
    }

    private static Stream<ControlChart> individuals(Stretch stretch) {
        return stretch.watch() instanceof Watch.Charted charted ? Stream.of(charted.individuals()) : Stream.empty();
    }

    TrendChart chart() {
        List<Stretch> stretches = watched.series().stretches();
        for (int i = 0; i < stretches.size(); i++) {
            Instant end = i + 1 < stretches.size()
                    ? stretches.get(i + 1).segment().at(0)
                    : Instant.ofEpochMilli((long) plane.x().high());
            control(stretches.get(i), end);
        }
        marks().forEach(mark -> lines.add(pen.event(kind(mark), mark.at())));
        lines.addAll(pen.bounds(shown));
        stretches.forEach(this::connected);
        Set<Point> hit = new HashSet<>(hits());
        List<Point> linked = Trend.linked(shown, point -> hit.contains(point) || Trend.isConspicuous(point));
        Set<Point> leading = new HashSet<>(linked);
        if (linked.size() < shown.size()) {
            lines.add(pen.bars(shown, leading, 2));
            lines.add(pen.dots(shown, leading));
        }
        Point newest = shown.get(shown.size() - 1);
        Trend.Heading heading = watched.numbers().heading();
        return new TrendChart(
                new Link("", heading.withUnit()),
                plane.axes(),
                Stream.concat(linked.stream(), voided.stream())
                        .map(point -> pen.mark(point, 2, further(point)))
                        .toList(),
                lines,
                labels,
                texts.text(
                        "control.summary",
                        heading.title(),
                        shown.size(),
                        newest.value().text(),
                        days.of(newest.at()).day(),
                        hit.size()));
    }

    /** What happened in the time that is shown, oldest first. */
    List<Mark> marks() {
        return watched.series().marks().stream()
                .filter(mark -> plane.x().reaches(mark.at()))
                .toList();
    }

    /** The kind of a mark in drawings and keys. */
    static String kind(Mark mark) {
        return switch (mark.kind()) {
            case WORK -> "event";
            case PROTOCOL_VERSION -> "version";
            case ARTEFACT -> "lot";
            case BASELINE -> "baseline";
            case NOTE -> "note";
        };
    }

    /** Centre, limits, moving average and the window of a stretch, up to the next one. */
    private void control(Stretch stretch, Instant end) {
        individuals(stretch).forEach(chart -> {
            double from = Math.max(place(stretch.segment().at(0)), Frame.LEFT);
            double to = Math.min(place(end), plane.frame().right());
            if (to <= from) {
                return;
            }
            ChartPoint limits = chart.points().get(0);
            boolean provisional = chart.reference().provisionalPoints().isPresent();
            window(stretch, provisional, to);
            if (provisional) {
                String upper = height(limits.upper());
                lines.add(line(
                        "provisional",
                        "M" + at(from) + " " + upper + "H" + at(to) + "V" + height(limits.lower()) + "H" + at(from)
                                + "Z"));
            }
            limit(limits.upper(), from, to);
            limit(limits.lower(), from, to);
            lines.add(line("centre", "M" + at(from) + " " + height(chart.centre()) + "H" + at(to)));
        });
    }

    private void limit(double value, double from, double to) {
        if (plane.y().reaches(value)) {
            lines.add(line("control", "M" + at(from) + " " + height(value) + "H" + at(to)));
        }
    }

    /** The checks limits rest on: a strip along the time axis that says how many, where the stretch has room for it. */
    private void window(Stretch stretch, boolean provisional, double end) {
        double from = Math.max(place(stretch.segment().at(stretch.window().from())), Frame.LEFT);
        double to = Math.min(
                place(stretch.segment().at(stretch.window().to() - 1)),
                plane.frame().right());
        if (to <= from) {
            return;
        }
        int bottom = plane.frame().bottom();
        lines.add(line("window", "M" + at(from) + " " + bottom + "v-5H" + at(to) + "v5Z"));
        int n = stretch.window().size();
        Stream.of(provisional ? "control.window.provisional" : "control.window", "control.window.short")
                .map(key -> texts.text(key, n))
                .filter(text -> end - from > LETTER * text.length())
                .findFirst()
                .ifPresent(
                        text -> labels.add(new Label("window", at(from + 2), Integer.toString(bottom - ACROSS), text)));
    }

    /** Values of a stretch from point to point, and their moving average where a rule has it. */
    private void connected(Stretch stretch) {
        List<Point> points = watched.points(stretch).stream()
                .filter(point -> plane.x().reaches(point.at()))
                .toList();
        if (!points.isEmpty()) {
            lines.add(pen.series(points));
        }
        if (stretch.watch() instanceof Watch.Charted charted) {
            charted.movingAverages().ifPresent(chart -> average(stretch, chart));
        }
    }

    private void average(Stretch stretch, ControlChart averages) {
        StringBuilder path = new StringBuilder();
        for (ChartPoint point : averages.points()) {
            Instant at = stretch.segment().at(point.index());
            if (plane.x().reaches(at)) {
                boolean begins =
                        path.isEmpty() || point.index() == stretch.window().to();
                path.append(begins ? "M" : "L")
                        .append(plane.x().text(at))
                        .append(' ')
                        .append(height(point.value()));
            }
        }
        if (!path.isEmpty()) {
            lines.add(line("average", path.toString()));
        }
    }

    /** The points rules hit, each with a shape round it and the number of the rule above. */
    private List<Point> hits() {
        List<Point> found = new ArrayList<>();
        for (Stretch stretch : watched.series().stretches()) {
            List<Point> points = watched.points(stretch);
            for (Hit hit : stretch.hits()) {
                Point point = points.get(hit.point());
                if (plane.x().reaches(point.at())) {
                    found.add(point);
                    surround(point, hit);
                }
            }
        }
        return found;
    }

    private void surround(Point point, Hit hit) {
        double x = place(point.at());
        double y = plane.y().place(point.value().value());
        String shape = OfferedRules.shape(hit.rule());
        String path = "M" + at(x) + " " + at(y)
                + switch (shape) {
                    case "limit" -> "m0 -12l12 12l-12 12l-12 -12z";
                    case "average" -> "m-10 0a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z";
                    default -> "m-9 -9h18v18h-18z";
                };
        lines.add(line("hit " + shape, path));
        double above = y - 15 > Frame.TOP ? y - 15 : y + 25;
        labels.add(new Label("hit", at(x), at(above), Integer.toString(OfferedRules.number(hit.rule()))));
    }

    private String further(Point point) {
        return watched.hit(point)
                .map(hit -> ", " + ControlTable.rule(hit.rule(), texts))
                .orElse("");
    }

    private double place(Instant at) {
        return plane.x().place((double) at.toEpochMilli());
    }

    private String height(double value) {
        return plane.y().text(plane.y().within(value));
    }

    private static String at(double place) {
        return Scale.tenths(place);
    }

    private Line line(String kind, String path) {
        return new Line(kind, path, "");
    }

    /** Limits in force for the newest point that lie outside the drawing. */
    List<Double> beyond() {
        Point newest = shown.get(shown.size() - 1);
        return newest.bounds()
                .all()
                .filter(bound -> !plane.y().reaches(bound))
                .distinct()
                .toList();
    }
}
