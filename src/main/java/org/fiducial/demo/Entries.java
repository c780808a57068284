package org.fiducial.demo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What people typed into the fields of a protocol that is entered by hand.
 *
 * @param fields by name, in the order of the description
 */
record Entries(Map<String, Field> fields) {

    Entries {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** How a field was filled in. */
    sealed interface Field {

        /** What was typed on a day. */
        String on(int daysBeforeEnd, long seed);
    }

    /**
     * A number that was read off.
     *
     * @param around what is read but for the spread
     * @param spread standard deviation of one reading
     * @param repeats how often it was read
     * @param digits after the point
     */
    record Reading(Curve around, double spread, int repeats, int digits) implements Field {

        @Override
        public String on(int daysBeforeEnd, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            return IntStream.range(0, repeats)
                    .mapToObj(i -> String.format(
                            Locale.ROOT,
                            "%." + digits + "f",
                            around.at(daysBeforeEnd) + spread * random.nextGaussian()))
                    .collect(Collectors.joining("; "));
        }
    }

    /**
     * A word that was chosen.
     *
     * @param since the word by the day before the end from which on it was chosen
     */
    record Word(NavigableMap<Integer, String> since) implements Field {

        Word {
            since = new TreeMap<>(since);
        }

        @Override
        public String on(int daysBeforeEnd, long seed) {
            Map.Entry<Integer, String> newest = since.ceilingEntry(daysBeforeEnd);
            if (newest == null) {
                throw new IllegalArgumentException("no word is known " + daysBeforeEnd + " days before the end");
            }
            return newest.getValue();
        }
    }

    /** What was typed on a day, by field. */
    Map<String, String> on(int daysBeforeEnd, String microscope) {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach((name, field) ->
                typed.put(name, field.on(daysBeforeEnd, 31L * (microscope + name).hashCode() + daysBeforeEnd)));
        return typed;
    }
}
