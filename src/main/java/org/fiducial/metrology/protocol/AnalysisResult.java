package org.fiducial.metrology.protocol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a protocol module found: never edited, only superseded by a later one.
 *
 * @param provenance what was analysed, with what and how
 * @param measurements headline first; unique by key
 * @param items beads, readings or regions, each with its status and reasons
 * @param remarks what the reader should know besides the numbers
 * @param figures pictures as values, not yet drawn
 */
public record AnalysisResult(
        Provenance provenance,
        List<Measurement> measurements,
        List<Item> items,
        List<Remark> remarks,
        List<Figure> figures) {

    public AnalysisResult {
        measurements = List.copyOf(measurements);
        items = List.copyOf(items);
        remarks = List.copyOf(remarks);
        figures = List.copyOf(figures);
        Set<MeasurementKey> keys = new HashSet<>();
        for (Measurement measurement : measurements) {
            if (!keys.add(measurement.key())) {
                throw new IllegalArgumentException("two measurements share the key " + measurement.key());
            }
        }
    }

    /** The measurement of a key, if the module wrote one. */
    public Optional<Measurement> measurement(MeasurementKey key) {
        return measurements.stream()
                .filter(measurement -> measurement.key().equals(key))
                .findFirst();
    }
}
