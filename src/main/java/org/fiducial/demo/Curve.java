package org.fiducial.demo;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How something changes over the story: known on some days, even between them, constant before the first and after the
 * last. Days are counted back from the end, so time runs from large numbers to small ones.
 *
 * @param byDay the value by the number of days before the end
 */
record Curve(NavigableMap<Integer, Double> byDay) {

    Curve {
        byDay = new TreeMap<>(byDay);
        if (byDay.isEmpty()) {
            throw new IllegalArgumentException("a curve is known on one day at least");
        }
    }

    static Curve constant(double value) {
        return new Curve(new TreeMap<>(Map.of(0, value)));
    }

    double at(int daysBeforeEnd) {
        Map.Entry<Integer, Double> later = byDay.floorEntry(daysBeforeEnd);
        Map.Entry<Integer, Double> earlier = byDay.ceilingEntry(daysBeforeEnd);
        if (later == null || earlier == null) {
            return (later == null ? byDay.firstEntry() : byDay.lastEntry()).getValue();
        }
        int span = earlier.getKey() - later.getKey();
        if (span == 0) {
            return later.getValue();
        }
        double share = (double) (earlier.getKey() - daysBeforeEnd) / span;
        return earlier.getValue() + share * (later.getValue() - earlier.getValue());
    }
}
