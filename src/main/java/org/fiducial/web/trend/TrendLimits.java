package org.fiducial.web.trend;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.web.records.FacilityRecords;

/** The limits that held for a number on its day: those of the facility, or else those the protocol proposes. */
final class TrendLimits {

    private final FacilityRecords records;
    private final Map<String, List<LimitVersion>> ownLimits = new HashMap<>();
    private final Map<String, List<ProtocolDefinition>> measuring = new HashMap<>();
    private final Map<String, Optional<Bounds>> proposed = new HashMap<>();

    TrendLimits(FacilityRecords records) {
        this.records = records;
    }

    /** Which of the bounds of a limit. */
    private enum Severity {
        WARNING,
        FAIL;

        Bounds of(DefaultLimit limit) {
            return this == WARNING ? limit.warning() : limit.fail();
        }
    }

    /** Theory and limits of a point. */
    Trend.Bounds of(SeriesPoint point, Trended trended, Optional<Double> theory) {
        return own(point, trended, theory)
                .orElseGet(() -> new Trend.Bounds(
                        theory, limit(trended, Severity.WARNING, theory), limit(trended, Severity.FAIL, theory)));
    }

    /** The limits the facility had in force on the day, directly or as a multiple of theory. */
    private Optional<Trend.Bounds> own(SeriesPoint point, Trended trended, Optional<Double> theory) {
        MeasurementKey key = point.measurement().key();
        Optional<Tolerance> direct = own(point, key);
        if (direct.isPresent() || theory.isEmpty()) {
            return direct.map(each -> bounds(theory, each, 1));
        }
        MeasurementKey ratio = new MeasurementKey(trended.ratio(), key.channel(), key.qualifiers(), key.statistic());
        return own(point, ratio).map(each -> bounds(theory, each, theory.orElseThrow()));
    }

    private static Trend.Bounds bounds(Optional<Double> theory, Tolerance tolerance, double factor) {
        return new Trend.Bounds(theory, scaled(tolerance.warning(), factor), scaled(tolerance.fail(), factor));
    }

    private Optional<Tolerance> own(SeriesPoint point, MeasurementKey key) {
        return measuring(key.metric()).stream()
                .map(protocol -> ownLimits.computeIfAbsent(
                        point.configurationId() + "/" + protocol.reference().id(), unused -> records.limits()
                                .versions(
                                        point.configurationId(),
                                        protocol.reference().id())))
                .filter(versions -> !versions.isEmpty())
                .flatMap(versions ->
                        LimitVersion.inForce(versions, LocalDate.ofInstant(point.measuredAt(), records.zone()))
                                .stream())
                .flatMap(version -> version.tolerance(key).stream())
                .findFirst();
    }

    /** The protocols that measure a metric. */
    List<ProtocolDefinition> measuring(String metric) {
        return measuring.computeIfAbsent(metric, key -> records.catalogue().known().stream()
                .filter(protocol -> protocol.metric(key).isPresent())
                .toList());
    }

    /** A limit in the unit of the metric: set directly, or as a multiple of theory. */
    private Trend.Limits limit(Trended trended, Severity level, Optional<Double> theory) {
        String name = level + " ";
        Optional<Bounds> direct = proposed.computeIfAbsent(
                name + trended.metric(), unused -> bounds(trended.metric(), trended.statistic(), level));
        if (direct.isPresent()) {
            return scaled(direct.get(), 1);
        }
        return theory.flatMap(width -> proposed.computeIfAbsent(
                                name + trended.ratio(), unused -> bounds(trended.ratio(), trended.statistic(), level))
                        .map(ratios -> scaled(ratios, width)))
                .orElse(Trend.Limits.none());
    }

    private Optional<Bounds> bounds(String metric, Statistic statistic, Severity level) {
        return records.catalogue().known().stream()
                .flatMap(protocol -> protocol.limits().stream())
                .filter(limit -> limit.metric().equals(metric) && limit.statistic() == statistic)
                .map(level::of)
                .findFirst();
    }

    private static Trend.Limits scaled(Bounds bounds, double factor) {
        return new Trend.Limits(times(bounds.low(), factor), times(bounds.high(), factor));
    }

    private static Optional<Double> times(OptionalDouble bound, double factor) {
        return bound.isPresent() ? Optional.of(bound.getAsDouble() * factor) : Optional.empty();
    }
}
