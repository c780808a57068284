package org.fiducial.web.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.trend.TrendChart.Line;
import org.fiducial.web.trend.TrendChart.Link;
import org.fiducial.web.trend.TrendChart.Mark;
import org.fiducial.web.trend.TrendChart.Tick;

/** Lays out a metric over time: checks as marks, theory and limits as steps, both axes with round ticks. */
record Trend(Heading heading, List<Point> points, Beside beside, Days days, Texts texts) {

    private static final int TICKS = 5;
    private static final int VALUE_TICKS = 7;
    /** More in one chart a finger does not find. */
    private static final int MOST_LINKED = 80;

    private static final double MARGIN = 0.08;
    private static final long DAY_MS = 86_400_000L;

    /** What is trended: title and sign of the unit. */
    record Heading(String title, String unit) {}

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

        Stream<Double> all() {
            return Stream.of(theory, warning.low(), warning.high(), fail.low(), fail.high())
                    .flatMap(Optional::stream);
        }
    }

    /** What a value may not fall below and not rise above. */
    record Limits(Optional<Double> low, Optional<Double> high) {

        static Limits none() {
            return new Limits(Optional.empty(), Optional.empty());
        }
    }

    Trend {
        points = List.copyOf(points);
    }

    TrendChart chart() {
        long first = points.get(0).at().toEpochMilli();
        long last = points.get(points.size() - 1).at().toEpochMilli();
        double pad = Math.max((last - first) / 30.0, DAY_MS * 3.0);
        Scale x = new Scale(first - pad, last + pad, TrendChart.LEFT, TrendChart.WIDTH - TrendChart.RIGHT);
        Scale y = valueScale();
        List<Line> lines = new ArrayList<>();
        beside.services().stream().filter(x::reaches).forEach(at -> lines.add(event(at, x)));
        beside.lots().stream().filter(x::reaches).forEach(at -> lines.add(lot(at, x)));
        steps("fail", point -> point.bounds().fail().high(), x, y).ifPresent(lines::add);
        steps("fail", point -> point.bounds().fail().low(), x, y).ifPresent(lines::add);
        steps("warning", point -> point.bounds().warning().high(), x, y).ifPresent(lines::add);
        steps("warning", point -> point.bounds().warning().low(), x, y).ifPresent(lines::add);
        steps("theory", point -> point.bounds().theory(), x, y).ifPresent(lines::add);
        lines.add(series(x, y));
        List<Point> linked = linked();
        if (linked.size() < points.size()) {
            lines.add(dots(new HashSet<>(linked), x, y));
        }
        String unit = heading.unit().isEmpty() ? "" : " (" + heading.unit() + ")";
        Point newest = points.get(points.size() - 1);
        return new TrendChart(
                heading.title() + unit,
                timeTicks(x),
                valueTicks(y),
                Stream.concat(linked.stream(), beside.voided().stream().filter(point -> x.reaches(point.at())))
                        .map(point -> mark(point, x, y))
                        .toList(),
                lines,
                texts.text(
                        "trend.summary",
                        heading.title(),
                        points.size(),
                        newest.value().text(),
                        days.of(newest.at()).day()));
    }

    /** Of many points only the newest, and the newest of those that did not pass, lead to their check. */
    private List<Point> linked() {
        if (points.size() <= MOST_LINKED) {
            return points;
        }
        List<Point> older = points.subList(0, points.size() - MOST_LINKED / 2);
        List<Point> conspicuous = older.stream()
                .filter(point -> point.verdict() != VerdictLevel.PASS || point.standing() != Standing.COUNTS)
                .toList();
        return Stream.concat(
                        conspicuous.stream().skip(Math.max(0, conspicuous.size() - MOST_LINKED / 2)),
                        points.stream().skip(older.size()))
                .toList();
    }

    /** All other points as one path of dots. */
    private Line dots(Set<Point> linked, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        points.stream().filter(point -> !linked.contains(point)).forEach(point -> path.append('M')
                .append(x.text(point.atMs()))
                .append(' ')
                .append(y.text(point.value().value()))
                .append("h0"));
        return new Line("dots", path.toString(), heading.title());
    }

    private record Scale(double low, double high, double from, double to) {

        double place(double value) {
            return from + (value - low) / (high - low) * (to - from);
        }

        String text(double value) {
            return tenths(place(value));
        }

        /** Before the first point and after the last there is nothing to tell apart. */
        boolean reaches(Instant at) {
            return at.toEpochMilli() >= low && at.toEpochMilli() <= high;
        }

        /** A value beyond the axis stands at its end. */
        double within(double value) {
            return Math.min(Math.max(value, low), high);
        }
    }

    /** With one decimal, which a formatter would take a hundred times as long for. */
    private static String tenths(double place) {
        long tenths = Math.round(place * 10);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    private interface Bound {
        Optional<Double> of(Point point);
    }

    private Scale valueScale() {
        double[] all = points.stream()
                .flatMapToDouble(point -> DoubleStream.concat(
                        DoubleStream.of(
                                point.value().value() - point.value().u(),
                                point.value().value() + point.value().u()),
                        point.bounds().all().mapToDouble(Double::doubleValue)))
                .toArray();
        double low = DoubleStream.of(all).min().orElse(0);
        double high = DoubleStream.of(all).max().orElse(1);
        double margin = Math.max((high - low) * MARGIN, Math.abs(high) * 1e-3 + 1e-12);
        return new Scale(low - margin, high + margin, TrendChart.HEIGHT - TrendChart.BOTTOM, TrendChart.TOP);
    }

    private Mark mark(Point point, Scale x, Scale y) {
        double value = point.value().value();
        double u = point.value().u();
        String label = texts.text(
                "trend.point",
                days.of(point.at()).day(),
                heading.title(),
                point.value().text(),
                texts.text("verdict." + point.verdict().word()));
        String doubt = point.standing() == Standing.COUNTS
                ? ""
                : ", " + texts.text("trend." + point.standing().word());
        return new Mark(
                x.text(point.atMs()),
                y.text(y.within(value)),
                y.text(y.within(value - u)),
                y.text(y.within(value + u)),
                point.verdict().word(),
                point.standing().word(),
                new Link("/checks/" + point.checkId(), label + doubt));
    }

    /** A broken line from top to bottom with a diamond on it. */
    private Line lot(Instant at, Scale x) {
        String top = x.text((double) at.toEpochMilli()) + " " + TrendChart.TOP;
        String path = "M" + top + "V" + (TrendChart.HEIGHT - TrendChart.BOTTOM) + "M" + top + "m0 -5l5 5l-5 5l-5 -5z";
        return new Line("lot", path, texts.text("trend.lot"));
    }

    /** A line from top to bottom with a flag on it. */
    private Line event(Instant at, Scale x) {
        String top = x.text((double) at.toEpochMilli()) + " " + TrendChart.TOP;
        String path = "M" + top + "V" + (TrendChart.HEIGHT - TrendChart.BOTTOM) + "M" + top + "l8 4l-8 4z";
        return new Line("event", path, texts.text("trend.event"));
    }

    private Line series(Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(x.text(point.atMs()))
                    .append(' ')
                    .append(y.text(point.value().value()));
        }
        return new Line("series", path.toString(), heading.title());
    }

    /** A bound holds from a check to the next; over the last it runs on to the edge. */
    private Optional<Line> steps(String kind, Bound bound, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            Optional<Double> value = bound.of(point);
            if (value.isEmpty()) {
                continue;
            }
            String at = path.isEmpty() ? Integer.toString(TrendChart.LEFT) : x.text(point.atMs());
            path.append(path.isEmpty() ? "M" + at + " " : "H" + at + "V").append(y.text(value.get()));
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        path.append('H').append(TrendChart.WIDTH - TrendChart.RIGHT);
        return Optional.of(new Line(kind, path.toString(), texts.text("trend." + kind)));
    }

    private static List<Tick> valueTicks(Scale y) {
        double raw = (y.high() - y.low()) / VALUE_TICKS;
        double decade = Math.pow(10, Math.floor(Math.log10(raw)));
        double share = raw / decade;
        double step = decade * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        List<Tick> ticks = new ArrayList<>();
        // Whole multiples: a sum of steps would miss zero by a rounding error, which a label then shows.
        for (double multiple = Math.ceil(y.low() / step); multiple * step <= y.high(); multiple++) {
            double value = multiple * step + 0.0;
            ticks.add(new Tick(y.text(value), NumberText.fixed(value, decimals)));
        }
        return ticks;
    }

    private List<Tick> timeTicks(Scale x) {
        ZonedDateTime from = Instant.ofEpochMilli((long) x.low()).atZone(days.zone());
        ZonedDateTime to = Instant.ofEpochMilli((long) x.high()).atZone(days.zone());
        double spanDays = (x.high() - x.low()) / DAY_MS;
        int months = (int) Math.ceil(spanDays / 30.4 / TICKS);
        if (spanDays < 60) {
            return dayTicks(x, from.toLocalDate(), to.toLocalDate(), (int) Math.max(1, Math.ceil(spanDays / TICKS)));
        }
        int step = Stream.of(1, 2, 3, 6, 12, 24, 36, 60, 120)
                .filter(each -> each >= months)
                .findFirst()
                .orElse(240);
        String pattern = step >= 12 ? "uuuu" : "MMM uuuu";
        List<Tick> ticks = new ArrayList<>();
        LocalDate start = LocalDate.of(from.getYear(), 1, 1);
        for (LocalDate day = start; !day.isAfter(to.toLocalDate()); day = day.plusMonths(step)) {
            addTick(x, day, pattern, ticks);
        }
        return ticks;
    }

    private List<Tick> dayTicks(Scale x, LocalDate from, LocalDate to, int step) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(step)) {
            addTick(x, day, "d MMM", ticks);
        }
        return ticks;
    }

    private void addTick(Scale x, LocalDate day, String pattern, List<Tick> ticks) {
        double at = (double) day.atStartOfDay(days.zone()).toInstant().toEpochMilli();
        if (at >= x.low()
                && x.place(at) < TrendChart.WIDTH - TrendChart.RIGHT - 18
                && x.place(at) > TrendChart.LEFT + 14) {
            ticks.add(new Tick(
                    x.text(at),
                    DateTimeFormatter.ofPattern(pattern, days.locale()).format(day)));
        }
    }
}
