package org.fiducial.metrology.power;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Separates the pulses of a log in which the source went on and off: the blind mode of SmartLPM, or lines that take turns.
 *
 * <p>A series is a train if a tenth of its readings lie a hundred times below the strongest tenth and it has at least two
 * pulses. A reading is on above the geometric mean of those two levels. The level of a pulse is the median of its readings
 * above half of its maximum; readings at its beginning and end below 80 % of that level are TRANSITION, for the meter
 * averaged over the edge (a reading inside a pulse is never one: a dip there is a finding). Between pulses a reading next to
 * one and above three times the dark level is TRANSITION, all others are BELOW_FLOOR.
 *
 * <p>Limits: pulses weaker than a tenth of the geometric mean are not found unless the lines and set points of the
 * train were given; a source that fails again and again looks like a train, so a remark says that it was taken as one.
 */
final class PulseTrains {

    private static final double DARK_SHARE = 0.1;
    private static final double CONTRAST = 0.01;
    private static final double LEVEL_SHARE = 0.8;
    private static final double TAIL = 3;
    private static final int FEWEST_READINGS = 8;
    private static final int THRESHOLDS = 120;

    private final Path file;
    private final GivenKey given;
    private final RejectedRows rejected;
    private final LogNotes notes;

    /** Places in a series: first and last reading above the threshold, and of those the ones that count. */
    record Pulse(int from, int to, int first, int last, double levelMw) {
        int size() {
            return last - first + 1;
        }
    }

    PulseTrains(Path file, GivenKey given, RejectedRows rejected, LogNotes notes) {
        this.file = file;
        this.given = given;
        this.rejected = rejected;
        this.notes = notes;
    }

    /** The series with their pulses separated; series without pulses as they are. */
    List<PowerSeries> separate(List<PowerSeries> series) {
        List<PowerSeries> separated = new ArrayList<>();
        for (PowerSeries each : series) {
            separated.addAll(separate(each));
        }
        return List.copyOf(separated);
    }

    private List<PowerSeries> separate(PowerSeries series) {
        Optional<double[]> levels = levels(series);
        if (levels.isEmpty()) {
            return List.of(series);
        }
        double threshold = Math.sqrt(levels.get()[0] * levels.get()[1]);
        List<Pulse> pulses = pulses(series, threshold);
        List<PulsePlan> plans = PulsePlan.known(file, given, notes);
        Optional<PulsePlan> plan =
                plans.stream().filter(each -> pulses.size() % each.size() == 0).findFirst();
        List<Pulse> used = pulses;
        if (plan.isEmpty() && given.namesTrain()) {
            used = fitting(series, levels.get(), plans.get(0).size()).orElse(pulses);
            plan = used.size() % plans.get(0).size() == 0 ? Optional.of(plans.get(0)) : plan;
        }
        if (used.size() < 2) {
            return List.of(series);
        }
        reject(series, used, levels.get()[0]);
        return assigned(series, used, plans, plan);
    }

    /** Dark and lit level in mW, if the series has both. */
    private static Optional<double[]> levels(PowerSeries series) {
        if (series.size() < FEWEST_READINGS || series.timing().timeS().isEmpty()) {
            return Optional.empty();
        }
        int stride = series.size() / 100_000 + 1;
        double[] sorted = new double[(series.size() + stride - 1) / stride];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = series.powerMw().get(i * stride);
        }
        Arrays.sort(sorted);
        double lit = sorted[(int) ((1 - DARK_SHARE) * (sorted.length - 1))];
        double dark = sorted[(int) (DARK_SHARE * (sorted.length - 1))];
        if (lit <= 0 || dark > CONTRAST * lit) {
            return Optional.empty();
        }
        return Optional.of(new double[] {Math.max(dark, 1e-4 * lit), lit});
    }

    private static List<Pulse> pulses(PowerSeries series, double threshold) {
        List<Pulse> pulses = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= series.size(); i++) {
            boolean on = i < series.size() && series.powerMw().get(i) > threshold;
            if (on) {
                continue;
            }
            if (i > from) {
                int free = pulses.isEmpty() ? 0 : pulses.get(pulses.size() - 1).to() + 1;
                Pulse pulse = pulse(series, free, from, i - 1);
                pulses.add(pulse);
                i = Math.max(i, pulse.to());
            }
            from = i + 1;
        }
        // an edge the meter averaged over looks like a pulse of its own, far below its neighbours
        double lit = median(pulses.stream().mapToDouble(Pulse::levelMw).toArray());
        pulses.removeIf(each -> each.from() == each.to()
                && each.levelMw() < 0.5 * lit
                && pulses.size() > 2
                && (each.from() == 0 || each.to() == series.size() - 1));
        return pulses;
    }

    /** A run above the threshold; where that cuts into the level of a weak pulse, the run is lengthened to all of it. */
    private static Pulse pulse(PowerSeries series, int free, int aboveFrom, int aboveTo) {
        int from = aboveFrom;
        int to = aboveTo;
        double[] powers = new double[to - from + 1];
        for (int i = from; i <= to; i++) {
            powers[i - from] = series.powerMw().get(i);
        }
        double half = 0.5 * Arrays.stream(powers).max().orElse(0);
        double level =
                median(Arrays.stream(powers).filter(power -> power >= half).toArray());
        while (from > free && series.powerMw().get(from - 1) >= LEVEL_SHARE * level) {
            from--;
        }
        while (to + 1 < series.size() && series.powerMw().get(to + 1) >= LEVEL_SHARE * level) {
            to++;
        }
        int first = from;
        int last = to;
        while (first < last && series.powerMw().get(first) < LEVEL_SHARE * level) {
            first++;
        }
        while (last > first && series.powerMw().get(last) < LEVEL_SHARE * level) {
            last--;
        }
        return new Pulse(from, to, first, last, level);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        int n = values.length;
        return n == 0 ? 0 : 0.5 * (values[(n - 1) / 2] + values[n / 2]);
    }

    /**
     * Pulses at the middle of the widest run of thresholds below the geometric mean that give a multiple of the planned
     * number: weak pulses that lay under the mean.
     */
    private static Optional<List<Pulse>> fitting(PowerSeries series, double[] levels, int planned) {
        int bestLength = 0;
        double best = 0;
        int length = 0;
        int before = 0;
        double step = Math.pow(levels[1] / levels[0], 0.5 / THRESHOLDS);
        for (int k = 1; k < THRESHOLDS; k++) {
            int found = pulses(series, levels[0] * Math.pow(step, k)).size();
            boolean fits = found > 0 && found % planned == 0;
            length = fits && found == before ? length + 1 : fits ? 1 : 0;
            before = found;
            if (length > bestLength) {
                bestLength = length;
                best = levels[0] * Math.pow(step, k - 0.5 * (length - 1));
            }
        }
        return bestLength > 1 && planned > 1 ? Optional.of(pulses(series, best)) : Optional.empty();
    }

    private void reject(PowerSeries series, List<Pulse> pulses, double dark) {
        int next = 0;
        for (int i = 0; i < series.size(); i++) {
            while (next < pulses.size() && pulses.get(next).last() < i) {
                next++;
            }
            if (next < pulses.size() && i >= pulses.get(next).first()) {
                continue;
            }
            boolean edge = touches(pulses, next, i) && series.powerMw().get(i) > TAIL * dark;
            rejected.add(
                    (long) series.fileLine().get(i),
                    edge ? ReadingCode.TRANSITION : ReadingCode.BELOW_FLOOR,
                    PlausiblePower.digits(series.powerMw().get(i)) + " mW");
        }
    }

    /** Whether a reading that does not count belongs to a pulse or lies next to one. */
    private static boolean touches(List<Pulse> pulses, int next, int i) {
        boolean before = next < pulses.size() && i >= pulses.get(next).from() - 1;
        boolean after = next > 0 && i <= pulses.get(next - 1).to() + 1;
        return before || after;
    }

    private List<PowerSeries> assigned(
            PowerSeries series, List<Pulse> pulses, List<PulsePlan> plans, Optional<PulsePlan> plan) {
        notes.fact("pulses", pulses.size());
        Optional<List<SeriesKey>> keys = plan.flatMap(each -> each.keys(series.key(), pulses, notes));
        if (keys.isEmpty()) {
            String planned = plans.isEmpty()
                    ? ""
                    : " ("
                            + String.join(
                                    " or ",
                                    plans.stream()
                                            .map(each -> Integer.toString(each.size()))
                                            .distinct()
                                            .toList())
                            + " are planned by what was given or lies beside the log)";
            notes.caution(
                    "PULSES",
                    pulses.size() + " pulses were found and separated" + planned
                            + "; they could not be told apart by line"
                            + " and set point and form one series" + words(series.key())
                            + ". If the source was meant to be on throughout, the pauses are a fault of it.");
            return List.of(pick(series, series.key(), pulses));
        }
        notes.note(
                "PULSES",
                pulses.size() + " pulses were found, separated and assigned to line and set point in the order "
                        + plan.map(PulsePlan::words).orElse("") + ".");
        List<PowerSeries> all = new ArrayList<>();
        for (SeriesKey key : keys.get().stream().distinct().toList()) {
            List<Pulse> own = new ArrayList<>();
            for (int i = 0; i < pulses.size(); i++) {
                if (keys.get().get(i).equals(key)) {
                    own.add(pulses.get(i));
                }
            }
            all.add(pick(series, key, own));
        }
        return all;
    }

    private static String words(SeriesKey key) {
        OptionalDouble line = key.lineNm();
        OptionalDouble point = key.setPoint();
        return line.isEmpty()
                ? ""
                : " (" + PlausiblePower.digits(line.getAsDouble()) + " nm"
                        + (point.isEmpty() ? "" : ", set point " + PlausiblePower.digits(point.getAsDouble())) + ")";
    }

    private static PowerSeries pick(PowerSeries series, SeriesKey key, List<Pulse> pulses) {
        int n = pulses.stream().mapToInt(Pulse::size).sum();
        int[] places = new int[n];
        List<Integer> resumed = new ArrayList<>();
        int next = 0;
        for (Pulse pulse : pulses) {
            if (next > 0) {
                resumed.add(next);
            }
            for (int i = pulse.first(); i <= pulse.last(); i++) {
                places[next++] = i;
            }
        }
        PowerSeries.Timing timing = series.timing();
        return new PowerSeries(
                series.source(),
                key,
                pick(series.powerMw(), places),
                new PowerSeries.Timing(
                        timing.timeS().map(column -> pick(column, places)),
                        timing.temperatureCelsius().map(column -> pick(column, places)),
                        timing.standardUncertaintyMw().map(column -> pick(column, places)),
                        resumed),
                pick(series.fileLine(), places));
    }

    private static ReadingColumn pick(ReadingColumn column, int[] places) {
        ReadingColumn picked = new ReadingColumn(places.length);
        for (int place : places) {
            picked.add(column.get(place));
        }
        return picked;
    }
}
