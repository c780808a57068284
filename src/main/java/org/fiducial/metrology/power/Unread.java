package org.fiducial.metrology.power;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Rows that are no readings.
 *
 * @param rows as they are, of each file and code the first thousands
 * @param left how many more there were of each code
 */
record Unread(List<UnreadableReading> rows, Map<ReadingCode, Long> left) {

    Unread {
        rows = List.copyOf(rows);
        Map<ReadingCode, Long> ordered = new EnumMap<>(ReadingCode.class);
        ordered.putAll(left);
        left = ordered;
    }
}
