package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Finding.NotEvaluated;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.quantity.Quantity;

/**
 * Sums up what was found of several runs of one line, set point and place: the mean over the runs, with sd, least and largest
 * beside it; readings are counted together, and the least and the largest power are those of all runs.
 *
 * <p>Of the mean of k runs, parts of the uncertainty that differ from run to run (repeatability, fit) add as √(Σ u²)/k, those
 * all runs share (certificate, wavelength, resolution, background) as their mean. The spread between the runs counts with
 * what it exceeds the former by: √(max(0, s²/k − Σ u²/k²)) (one-way analysis of variance, JCGM 100:2008, H.5). With two runs
 * s has one degree of freedom, so that its own uncertainty is as large as it is.
 */
final class PooledRuns {

    /** Qualifier of a single run. */
    static final String REPEAT = "repeat";

    private static final String BETWEEN = "between runs";
    private static final Set<String> SHARED =
            Set.of("meter calibration", "wavelength", "resolution", "zero and background");

    private PooledRuns() {}

    /** The rows that stand for all runs, in the order of the rows of the runs. */
    static List<Measurement> of(List<Measurement> ofRuns) {
        Map<MeasurementKey, List<Finding>> byKey = new LinkedHashMap<>();
        ofRuns.forEach(each -> byKey.computeIfAbsent(withoutRun(each.key()), key -> new ArrayList<>())
                .add(each.finding()));
        List<Measurement> pooled = new ArrayList<>();
        byKey.forEach((key, findings) -> pooled.addAll(pooled(key, findings)));
        return pooled;
    }

    private static MeasurementKey withoutRun(MeasurementKey key) {
        SortedMap<String, String> qualifiers = new TreeMap<>(key.qualifiers());
        qualifiers.remove(REPEAT);
        return new MeasurementKey(key.metric(), key.channel(), qualifiers, key.statistic());
    }

    private static List<Measurement> pooled(MeasurementKey key, List<Finding> findings) {
        List<Evaluated> values = findings.stream()
                .filter(Evaluated.class::isInstance)
                .map(Evaluated.class::cast)
                .toList();
        if (values.isEmpty()) {
            return List.of(new Measurement(key, findings.get(0)));
        }
        Set<String> kinds = values.stream()
                .flatMap(each -> each.formula().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (kinds.size() > 1) {
            return List.of(new Measurement(
                    key,
                    new NotEvaluated("The runs are of different kinds (" + String.join(", ", kinds)
                            + ") and were not pooled; see each of them.")));
        }
        return switch (key.metric()) {
            case "power.n" -> List.of(new Measurement(key, total(values)));
            case "power.min", "power.sampling" -> List.of(new Measurement(key, extreme(values, false)));
            case "power.max" -> List.of(new Measurement(key, extreme(values, true)));
            case "power.interval", "power.duration" -> List.of(new Measurement(key, asSampled(values)));
            default -> mean(key, values);
        };
    }

    private static Evaluated total(List<Evaluated> values) {
        double sum = values.stream().mapToDouble(each -> each.value().value()).sum();
        return new Evaluated(like(values, sum), Optional.empty(), n(values), Optional.empty());
    }

    /** How the runs were sampled is known, not measured. */
    private static Evaluated asSampled(List<Evaluated> values) {
        return Evaluated.of(like(values, numbers(values).average().orElseThrow()), n(values));
    }

    private static Evaluated extreme(List<Evaluated> values, boolean largest) {
        Evaluated found = values.get(0);
        for (Evaluated each : values) {
            double above = each.value().value() - found.value().value();
            found = (largest ? above > 0 : above < 0) ? each : found;
        }
        return new Evaluated(found.value(), found.uncertainty(), n(values), found.formula());
    }

    private static List<Measurement> mean(MeasurementKey key, List<Evaluated> values) {
        List<Measurement> rows = new ArrayList<>(List.of(new Measurement(key, mean(values))));
        if (values.size() > 1 && key.statistic() == Statistic.VALUE) {
            double sd = Math.sqrt(variance(values));
            rows.add(row(key, Statistic.SD, values, sd));
            rows.add(row(key, Statistic.MIN, values, numbers(values).min().orElseThrow()));
            rows.add(row(key, Statistic.MAX, values, numbers(values).max().orElseThrow()));
        }
        return rows;
    }

    private static Measurement row(MeasurementKey key, Statistic statistic, List<Evaluated> values, double value) {
        return new Measurement(
                new MeasurementKey(key.metric(), key.channel(), key.qualifiers(), statistic),
                Evaluated.of(like(values, value), values.size()));
    }

    /** The mean over runs with its uncertainty; of a single one what was found of it. */
    static Evaluated mean(List<Evaluated> values) {
        if (values.size() == 1) {
            return values.get(0);
        }
        int k = values.size();
        List<Part> parts = new ArrayList<>();
        double withinRuns = 0;
        for (String name : names(values)) {
            DoubleStream each = values.stream()
                    .flatMap(value -> value.uncertainty().stream())
                    .flatMap(u -> u.parts().stream())
                    .filter(part -> part.name().equals(name))
                    .mapToDouble(Part::standard);
            if (SHARED.contains(name)) {
                parts.add(new Part(name, each.average().orElseThrow()));
            } else {
                double squares = each.map(u -> u * u).sum() / k / k;
                withinRuns += squares;
                parts.add(new Part(name, Math.sqrt(squares)));
            }
        }
        parts.add(new Part(BETWEEN, Math.sqrt(Math.max(0, variance(values) / k - withinRuns))));
        return new Evaluated(
                like(values, numbers(values).average().orElseThrow()),
                Optional.of(Uncertainty.combined(parts)),
                n(values),
                values.get(0).formula());
    }

    private static Set<String> names(List<Evaluated> values) {
        return values.stream()
                .flatMap(value -> value.uncertainty().stream())
                .flatMap(u -> u.parts().stream())
                .map(Part::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static double variance(List<Evaluated> values) {
        double mean = numbers(values).average().orElseThrow();
        return numbers(values).map(each -> (each - mean) * (each - mean)).sum() / (values.size() - 1);
    }

    private static DoubleStream numbers(List<Evaluated> values) {
        return values.stream().mapToDouble(each -> each.value().value());
    }

    private static int n(List<Evaluated> values) {
        return values.stream().mapToInt(Evaluated::n).sum();
    }

    private static Quantity like(List<Evaluated> values, double value) {
        return new Quantity(value, values.get(0).value().unit());
    }
}
