package org.fiducial.facility.interval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.advice.Drifting;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.trend.Drift;
import org.fiducial.facility.trend.Point;
import org.fiducial.facility.trend.Segment;
import org.fiducial.facility.trend.ToleranceBand;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.MeasurementKey;

/**
 * The judged numbers of checks since the last adjustment, and which of them drifts soonest beyond the limit that would fail
 * it. Limits are those the newest check was judged by.
 */
final class DriftingValues {

    /** What is beyond its limit first, then what comes there first. */
    static final Comparator<Drifting> SOONEST = Comparator.comparing((Drifting each) -> !each.isBeyond())
            .thenComparing(each -> each.months().orElse(0));

    private final Checks checks;

    DriftingValues(Checks checks) {
        this.checks = checks;
    }

    /** The one that is beyond its limit, else the one that comes there first; none where nothing drifts. */
    Optional<Drifting> among(Set<UUID> comparable) {
        if (comparable.size() < Drift.FEWEST) {
            return Optional.empty();
        }
        List<Check> measured = checks.measured(comparable);
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        Map<MeasurementKey, List<Point>> points = points(measured);
        return measured.get(measured.size() - 1).judgement().verdicts().stream()
                .filter(verdict -> verdict.level() != VerdictLevel.NOT_EVALUATED)
                .flatMap(verdict -> drifting(verdict, points.getOrDefault(verdict.key(), List.of())))
                .filter(each -> each.isBeyond() || each.months().isPresent())
                .min(SOONEST);
    }

    private static Map<MeasurementKey, List<Point>> points(List<Check> oldestFirst) {
        Map<MeasurementKey, List<Point>> points = new LinkedHashMap<>();
        oldestFirst.forEach(check -> check.result().measurements().forEach(measurement -> measurement
                .evaluated()
                .ifPresent(value -> points.computeIfAbsent(measurement.key(), unused -> new ArrayList<>())
                        .add(new Point(
                                check.occasion().times().measuredAt(),
                                value.value().value())))));
        return points;
    }

    private static Stream<Drifting> drifting(Verdict verdict, List<Point> points) {
        Bounds fail = verdict.limit().fail();
        boolean none = fail.low().isEmpty() && fail.high().isEmpty();
        boolean point = fail.low().isPresent()
                && fail.high().isPresent()
                && fail.low().getAsDouble() >= fail.high().getAsDouble();
        if (none || point || points.size() < Drift.FEWEST) {
            return Stream.empty();
        }
        return Stream.of(
                Drifting.of(new Segment(0, points, Optional.empty()), new ToleranceBand(fail.low(), fail.high())));
    }
}
