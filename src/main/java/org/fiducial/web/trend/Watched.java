package org.fiducial.web.trend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.control.Happened;
import org.fiducial.facility.control.Reading;
import org.fiducial.facility.control.WatchedSeries;
import org.fiducial.facility.control.WatchedSeries.Stretch;
import org.fiducial.facility.trend.Hit;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.facility.trend.ToleranceBand;

/**
 * Numbers with what rules say of them.
 *
 * @param numbers all of them
 * @param standing those that are neither void nor in doubt, in the order of the readings
 * @param series what is said of those
 * @param hits by the id of the check
 */
record Watched(Numbers numbers, List<Trend.Point> standing, WatchedSeries series, Map<UUID, Hit> hits) {

    static Watched of(Numbers numbers, TrendMarks marks, Happened happened, RuleSet rules) {
        List<Trend.Point> standing = numbers.counted().stream()
                .filter(point -> point.standing() == Trend.Standing.COUNTS
                        && marks.check(point.checkId()).isPresent())
                .toList();
        List<Reading> readings = standing.stream()
                .flatMap(point -> marks.check(point.checkId()).map(check -> reading(point, check, marks)).stream())
                .toList();
        WatchedSeries series = WatchedSeries.of(readings, happened, rules);
        Map<UUID, Hit> hits = new HashMap<>();
        series.stretches().forEach(stretch -> stretch.hits()
                .forEach(hit -> hits.put(
                        series.readings()
                                .get(stretch.segment().first() + hit.point())
                                .checkId(),
                        hit)));
        return new Watched(numbers, standing, series, hits);
    }

    private static Reading reading(Trend.Point point, CheckSummary check, TrendMarks marks) {
        double u = point.value().u();
        return new Reading(
                point.checkId(),
                new org.fiducial.facility.trend.Point(
                        point.at(), point.value().value(), u > 0 ? OptionalDouble.of(2 * u) : OptionalDouble.empty()),
                check.protocol(),
                check.reason(),
                marks.artefact(point.checkId()),
                true);
    }

    /** The points of a stretch. */
    List<Trend.Point> points(Stretch stretch) {
        int first = stretch.segment().first();
        return standing.subList(first, first + stretch.segment().size());
    }

    /** The hit of a point, if it is one. */
    Optional<Hit> hit(Trend.Point point) {
        return Optional.ofNullable(hits.get(point.checkId()));
    }

    /** What the newest value may not pass: the fail limits in force, or else the warning limits. */
    ToleranceBand limits() {
        if (standing.isEmpty()) {
            return new ToleranceBand(OptionalDouble.empty(), OptionalDouble.empty());
        }
        Trend.Bounds bounds = standing.get(standing.size() - 1).bounds();
        Trend.Limits fail = bounds.fail();
        Trend.Limits limits = fail.low().isPresent() || fail.high().isPresent() ? fail : bounds.warning();
        return new ToleranceBand(optional(limits.low()), optional(limits.high()));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
