package org.fiducial.web.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fiducial.report.Texts;
import org.fiducial.web.trend.Trend.Point;
import org.fiducial.web.trend.TrendChart.Frame;
import org.fiducial.web.trend.TrendChart.Line;
import org.fiducial.web.trend.TrendChart.Link;
import org.fiducial.web.trend.TrendChart.Mark;

/** Draws what charts of numbers over time have in common. */
record TrendPen(Plane plane, Trend.Heading heading, Texts texts) {

    /** The heads of vertical lines: what happened is told by its shape. */
    private static String head(String kind) {
        return switch (kind) {
            case "lot" -> "m0 -5l5 5l-5 5l-5 -5z";
            case "version" -> "m-5 -5h10v10h-10z";
            case "baseline" -> "m-6 -5h12l-6 10z";
            case "note" -> "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z";
            default -> "l8 4l-8 4z";
        };
    }

    /**
     * A line from top to bottom with a head that tells what happened.
     *
     * @param kind {@code event}, {@code lot}, {@code version}, {@code baseline} or {@code note}
     */
    Line event(String kind, Instant at) {
        String top = plane.x().text(at) + " " + Frame.TOP;
        return new Line(
                kind, "M" + top + "V" + plane.frame().bottom() + "M" + top + head(kind), texts.text("trend." + kind));
    }

    /** Limits on both sides and theory. */
    List<Line> bounds(List<Point> points) {
        List<Line> lines = new ArrayList<>();
        steps("fail", points, point -> point.bounds().fail().high()).ifPresent(lines::add);
        steps("fail", points, point -> point.bounds().fail().low()).ifPresent(lines::add);
        steps("warning", points, point -> point.bounds().warning().high()).ifPresent(lines::add);
        steps("warning", points, point -> point.bounds().warning().low()).ifPresent(lines::add);
        steps("theory", points, point -> point.bounds().theory()).ifPresent(lines::add);
        return lines;
    }

    /** A bound holds from a check to the next; over the last it runs on to the edge. One outside the plot is left out. */
    private Optional<Line> steps(String kind, List<Point> points, Function<Point, Optional<Double>> bound) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (Point point : points) {
            Optional<Double> value = bound.apply(point);
            if (value.isEmpty()) {
                continue;
            }
            String at = plane.x().text(point.atMs());
            if (!plane.y().reaches(value.get())) {
                path.append(drawn ? "H" + at : "");
                drawn = false;
                continue;
            }
            String start = "M" + (path.isEmpty() ? Integer.toString(Frame.LEFT) : at) + " ";
            path.append(drawn ? "H" + at + "V" : start).append(plane.y().text(value.get()));
            drawn = true;
        }
        if (path.isEmpty()) {
            return Optional.empty();
        }
        path.append(drawn ? "H" + plane.frame().right() : "");
        return Optional.of(new Line(kind, path.toString(), texts.text("trend." + kind)));
    }

    /** From point to point. */
    Line series(List<Point> points) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(plane.x().text(point.atMs()))
                    .append(' ')
                    .append(plane.y().text(point.value().value()));
        }
        return new Line("series", path.toString(), heading.title());
    }

    /** All points but those that lead to their check, as one path of dots. */
    Line dots(List<Point> points, Set<Point> linked) {
        StringBuilder path = new StringBuilder();
        points.stream().filter(point -> !linked.contains(point)).forEach(point -> path.append('M')
                .append(plane.x().text(point.atMs()))
                .append(' ')
                .append(plane.y().text(point.value().value()))
                .append("h0"));
        return new Line("dots", path.toString(), heading.title());
    }

    /** The bars of the same points as one path. */
    Line bars(List<Point> points, Set<Point> linked, int k) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            double half = k * point.value().u();
            if (half > 0 && !linked.contains(point)) {
                path.append('M')
                        .append(plane.x().text(point.atMs()))
                        .append(' ')
                        .append(plane.y().text(plane.y().within(point.value().value() - half)))
                        .append('V')
                        .append(plane.y().text(plane.y().within(point.value().value() + half)));
            }
        }
        return new Line("bars", path.toString(), heading.title());
    }

    /**
     * A point that leads to its check.
     *
     * @param k how many standard uncertainties its bar is long on either side
     * @param further what is to be said of it besides; may be empty
     */
    Mark mark(Point point, int k, String further) {
        Scale y = plane.y();
        double value = point.value().value();
        double half = k * point.value().u();
        String label = texts.text(
                "trend.point",
                plane.days().of(point.at()).day(),
                heading.title(),
                point.value().text(),
                texts.text("verdict." + point.verdict().word()));
        String doubt = point.standing() == Trend.Standing.COUNTS
                ? ""
                : ", " + texts.text("trend." + point.standing().word());
        return new Mark(
                plane.x().text(point.atMs()),
                y.text(y.within(value)),
                y.text(y.within(value - half)),
                y.text(y.within(value + half)),
                point.verdict().word(),
                point.standing().word(),
                new Link("/checks/" + point.checkId(), label + doubt + further));
    }
}
