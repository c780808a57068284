package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * All series of one line at one place.
 *
 * @param key line and place, without set point
 * @param series at its set points
 */
record LineGroup(SeriesKey key, List<SeriesResult> series) {

    static List<LineGroup> of(List<SeriesResult> all) {
        Map<SeriesKey, List<SeriesResult>> groups = new LinkedHashMap<>();
        for (SeriesResult each : all) {
            SeriesKey key = new SeriesKey(
                    each.key().lineNm(), OptionalDouble.empty(), each.key().location());
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(each);
        }
        return groups.entrySet().stream()
                .map(entry -> new LineGroup(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
