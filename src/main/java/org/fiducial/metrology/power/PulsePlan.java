package org.fiducial.metrology.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.fiducial.metrology.table.Table;
import org.fiducial.metrology.table.UnreadableTableException;

/**
 * The lines and set points a train of pulses was meant to run through, once or again and again.
 *
 * @param linesNm in nm, in order; empty if only set points are known
 * @param setPoints in order; empty if only lines are known
 * @param lineByLine whether all set points of a line come before the next line (order {@code LP}) or all lines of a set
 *     point before the next set point ({@code PL})
 */
record PulsePlan(List<Double> linesNm, List<Double> setPoints, boolean lineByLine) {

    private static final long LARGEST_RECIPE = 1 << 16;
    private static final int MOST_BESIDE = 500;

    PulsePlan {
        linesNm = List.copyOf(linesNm);
        setPoints = List.copyOf(setPoints);
    }

    /** Plans that were given, or that lie beside the log as SmartLPM recipes or info files. */
    static List<PulsePlan> known(Path file, GivenKey given, LogNotes notes) {
        if (given.namesTrain()) {
            return List.of(new PulsePlan(given.linesNm(), given.setPoints(), true));
        }
        List<PulsePlan> plans = new ArrayList<>();
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return plans;
        }
        try (Stream<Path> beside = Files.list(folder)) {
            beside.sorted().limit(MOST_BESIDE).filter(PulsePlan::mayBeRecipe).forEach(each -> {
                Optional<PulsePlan> plan = recipe(each);
                plan.filter(one -> !plans.contains(one)).ifPresent(plans::add);
                plan.ifPresent(found -> {
                    notes.fact("recipe", String.valueOf(each.getFileName()));
                    notes.sidecar(each);
                });
            });
        } catch (IOException e) {
            notes.note("RECIPE", "The folder of the log could not be searched for a recipe (" + e.getMessage() + ").");
        }
        return plans;
    }

    private static boolean mayBeRecipe(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            return (name.endsWith(".tsv") || name.endsWith("info.txt"))
                    && Files.isRegularFile(file)
                    && Files.size(file) <= LARGEST_RECIPE;
        } catch (IOException e) {
            return false;
        }
    }

    /** Lines of name, tab and value; lists as Python writes them. */
    static Map<String, String> values(Path file) {
        Map<String, String> values = new HashMap<>();
        try {
            for (String line : Table.open(file).head()) {
                String[] cells = line.split("\t", 2);
                if (cells.length == 2) {
                    values.putIfAbsent(cells[0].strip(), cells[1].strip());
                }
            }
        } catch (UnreadableTableException e) {
            // a file beside the log that cannot be read is none of its recipes
            return Map.of();
        }
        return values;
    }

    private static Optional<PulsePlan> recipe(Path file) {
        Map<String, String> values = values(file);
        List<Double> lines =
                GivenKey.numbers(values.getOrDefault("wavelengths", ""), "nm").orElse(List.of());
        List<Double> powers =
                GivenKey.numbers(values.getOrDefault("setPowers", ""), "%").orElse(List.of());
        if (lines.size() * powers.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                new PulsePlan(lines, powers, !values.getOrDefault("order", "LP").equals("PL")));
    }

    /** Pulses of one run. */
    int size() {
        return Math.max(1, linesNm.size()) * Math.max(1, setPoints.size());
    }

    String words() {
        return lineByLine ? "line by line" : "set point by set point";
    }

    /**
     * The key of each pulse, if the levels rise with the set point on every line: else the order is not the planned one.
     */
    Optional<List<SeriesKey>> keys(SeriesKey from, List<PulseTrains.Pulse> pulses, LogNotes notes) {
        if (rises(pulses, from)) {
            return Optional.of(keys(from, pulses.size()));
        }
        PulsePlan other = new PulsePlan(linesNm, setPoints, !lineByLine);
        if (linesNm.size() > 1 && setPoints.size() > 1 && other.rises(pulses, from)) {
            notes.caution(
                    "PULSE_ORDER",
                    "The power of the pulses rises with the set point only if they are taken " + other.words()
                            + ", not " + words() + " as planned; they were taken so.");
            return Optional.of(other.keys(from, pulses.size()));
        }
        return Optional.empty();
    }

    private List<SeriesKey> keys(SeriesKey from, int pulses) {
        List<SeriesKey> keys = new ArrayList<>();
        int lines = Math.max(1, linesNm.size());
        int points = Math.max(1, setPoints.size());
        for (int i = 0; i < pulses; i++) {
            int place = i % size();
            int line = lineByLine ? place / points : place % lines;
            int point = lineByLine ? place % points : place / lines;
            keys.add(new SeriesKey(
                    linesNm.isEmpty() ? from.lineNm() : OptionalDouble.of(linesNm.get(line)),
                    setPoints.isEmpty() ? from.setPoint() : OptionalDouble.of(setPoints.get(point)),
                    from.location()));
        }
        return keys;
    }

    /** Whether on each line a pulse of a higher set point is at least nearly as strong; 10 % is left for instability. */
    private boolean rises(List<PulseTrains.Pulse> pulses, SeriesKey from) {
        List<SeriesKey> keys = keys(from, pulses.size());
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < Math.min(keys.size(), i + 4 * size()); j++) {
                boolean comparable = keys.get(i).lineNm().equals(keys.get(j).lineNm())
                        && keys.get(i).setPoint().isPresent()
                        && keys.get(i).setPoint().getAsDouble()
                                < keys.get(j).setPoint().orElse(0);
                if (comparable && pulses.get(i).levelMw() > 1.1 * pulses.get(j).levelMw()) {
                    return false;
                }
            }
        }
        return true;
    }
}
