package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rows that are no readings: of each code the first thousands as they are, all of them counted. */
final class RejectedRows {

    /** As items, more than this help nobody and would fill the memory where every row of a long log is spoilt. */
    static final int MOST = 2_000;

    private static final int LONGEST = 80;

    private final int source;
    private final List<UnreadableReading> rows = new ArrayList<>();
    private final Map<ReadingCode, Long> counts = new EnumMap<>(ReadingCode.class);

    RejectedRows(int source) {
        this.source = source;
    }

    void add(long line, ReadingCode code, String found) {
        if (counts.merge(code, 1L, Long::sum) <= MOST) {
            rows.add(new UnreadableReading(source, line, code, Shown.text(found, LONGEST)));
        }
    }

    List<UnreadableReading> rows() {
        return rows;
    }

    /** How many more there were of each code than are kept. */
    Map<ReadingCode, Long> left() {
        Map<ReadingCode, Long> left = new EnumMap<>(ReadingCode.class);
        counts.forEach((code, count) -> left.put(code, Math.max(0, count - MOST)));
        return left;
    }

    long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    long count(ReadingCode code) {
        return counts.getOrDefault(code, 0L);
    }
}
