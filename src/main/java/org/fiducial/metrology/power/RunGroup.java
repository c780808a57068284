package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs of one line, set point and place: one, or several that repeat each other.
 *
 * @param runs in the order of the files, at least one
 */
record RunGroup(SeriesKey key, List<SeriesResult> runs) {

    static List<RunGroup> of(List<SeriesResult> all) {
        Map<SeriesKey, List<SeriesResult>> groups = new LinkedHashMap<>();
        all.forEach(each ->
                groups.computeIfAbsent(each.key(), key -> new ArrayList<>()).add(each));
        return groups.entrySet().stream()
                .map(entry -> new RunGroup(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    boolean repeated() {
        return runs.size() > 1;
    }
}
