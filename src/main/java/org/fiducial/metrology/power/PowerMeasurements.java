package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Statistic;

/** The measurements of an acquisition: every metric the protocol declares, in its order, for every series it applies to. */
final class PowerMeasurements {

    private final ProtocolDefinition protocol;
    private final PowerAcquisition acquisition;

    PowerMeasurements(ProtocolDefinition protocol, PowerAcquisition acquisition) {
        this.protocol = protocol;
        this.acquisition = acquisition;
    }

    List<Measurement> all() {
        Map<String, List<Measurement>> byMetric = new LinkedHashMap<>();
        for (RunGroup group : RunGroup.of(acquisition.series())) {
            Map<String, List<Measurement>> ofRuns = new LinkedHashMap<>();
            group.runs().forEach(run -> new SeriesFindings(run, acquisition.parameters())
                    .write(new Rows(qualifiers(run.key(), run.run()), ofRuns)));
            ofRuns.forEach((metric, rows) -> {
                List<Measurement> all = byMetric.computeIfAbsent(metric, key -> new ArrayList<>());
                if (group.repeated()) {
                    all.addAll(PooledRuns.of(rows));
                }
                all.addAll(rows);
            });
        }
        linearity(byMetric);
        new Comparisons(acquisition).write(key -> new Rows(key, byMetric));
        List<Measurement> ordered = new ArrayList<>();
        for (MetricDefinition metric : protocol.metrics()) {
            ordered.addAll(byMetric.getOrDefault(metric.key(), List.of()));
        }
        return ordered;
    }

    private void linearity(Map<String, List<Measurement>> byMetric) {
        LineGroup.of(acquisition.series()).forEach(group -> new LinearityFindings(group, acquisition.setPointKind())
                .write(new Rows(qualifiers(group.key(), OptionalInt.empty()), byMetric)));
    }

    /** Line, set point and place; of several runs of the same, which it is. */
    private SortedMap<String, String> qualifiers(SeriesKey key, OptionalInt run) {
        SortedMap<String, String> qualifiers = new TreeMap<>();
        key.lineNm().ifPresent(nm -> qualifiers.put("line_nm", Words.number(nm)));
        key.setPoint()
                .ifPresent(set -> qualifiers.put(acquisition.setPointKind().qualifier(), Words.number(set)));
        if (!key.location().isEmpty()) {
            qualifiers.put("location", key.location());
        }
        run.ifPresent(number -> qualifiers.put(PooledRuns.REPEAT, Integer.toString(number)));
        return qualifiers;
    }

    /** Takes the findings of one series; what the protocol does not declare is left out later. */
    static final class Rows {

        private final SortedMap<String, String> qualifiers;
        private final Map<String, List<Measurement>> byMetric;

        Rows(SortedMap<String, String> qualifiers, Map<String, List<Measurement>> byMetric) {
            this.qualifiers = qualifiers;
            this.byMetric = byMetric;
        }

        void add(String metric, Finding finding) {
            add(metric, Statistic.VALUE, finding);
        }

        void add(String metric, Statistic statistic, Finding finding) {
            byMetric.computeIfAbsent(metric, key -> new ArrayList<>())
                    .add(new Measurement(new MeasurementKey(metric, 0, qualifiers, statistic), finding));
        }

        /** The same series with one more qualifier. */
        Rows with(String qualifier, String value) {
            SortedMap<String, String> more = new TreeMap<>(qualifiers);
            more.put(qualifier, value);
            return new Rows(more, byMetric);
        }
    }
}
