package org.fiducial.metrology.protocol;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What makes a measurement unique within a result.
 *
 * @param metric the metric key, for instance {@code psf.fwhm.x}
 * @param channel counted from 1; 0 where the metric belongs to no channel
 * @param qualifiers such as {@code line_nm} or {@code ref_channel}, ordered by name
 * @param statistic how the items were summarised
 */
public record MeasurementKey(String metric, int channel, SortedMap<String, String> qualifiers, Statistic statistic) {

    private static final List<String> SPOKEN_FIRST =
            List.of("line_nm", "set_point_pct", "set_point_ma", "location", "ref_location");

    public MeasurementKey {
        if (!metric.matches("[a-z][a-z0-9_]*(\\.[a-z0-9_]+)*") || channel < 0) {
            throw new IllegalArgumentException(
                    "a metric key is dotted lower-case words and a channel not negative, was " + metric + " "
                            + channel);
        }
        qualifiers = Collections.unmodifiableSortedMap(new TreeMap<>(qualifiers));
    }

    /** What the qualifiers say, in words people read: {@code 488 nm}, {@code 20 %}, {@code sample}, in that order. */
    public List<String> qualifiersInWords() {
        return qualifiersInWords(MeasurementKey::inWords);
    }

    /** The same in other words. */
    public List<String> qualifiersInWords(BinaryOperator<String> words) {
        return qualifiers.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> rank(entry.getKey())))
                .map(entry -> words.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static int rank(String name) {
        int place = SPOKEN_FIRST.indexOf(name);
        return place < 0 ? SPOKEN_FIRST.size() : place;
    }

    /** A qualifier in words, for instance {@code 488 nm} for {@code line_nm} and {@code 488}. */
    public static String inWords(String name, String value) {
        return switch (name) {
            case "line_nm" -> value + " nm";
            case "set_point_pct" -> value + " %";
            case "set_point_ma" -> value + " mA";
            case "tau_s" -> "over " + value + " s";
            case "location" -> value;
            case "ref_location" -> "from " + value;
            case "ref_channel" -> "against channel " + value;
            case "repeat" -> "run " + value;
            default -> name.replace('_', ' ') + " " + value;
        };
    }

    /** A key without qualifiers. */
    public static MeasurementKey of(String metric, int channel, Statistic statistic) {
        return new MeasurementKey(metric, channel, new TreeMap<>(), statistic);
    }
}
