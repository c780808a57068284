package org.fiducial.facility.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fiducial.facility.trend.Reference.Weights;
import org.fiducial.metrology.numeric.Robust;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * Whether several instruments moved together when measured with one artefact. A slide that bleaches or a meter that reads low
 * moves all of them and each the same way; so the artefact is suspected first.
 *
 * <p>The mean of the points since a time is compared with the baseline of its series, as a normal deviate zᵢ that counts how short
 * the baseline is; series of one instrument count once, with the mean of their deviates, because they may share a cause. The
 * artefact is suspected where Σ zᵢ/√k is beyond ±{@value #TOGETHER}, more than half of the instruments and at least two are
 * beyond ±{@value #EACH} on that side, and none is on the other. Source: Stouffer's sum of deviates, Mosteller and Bush 1954.
 *
 * <p>Limits: without any change an artefact is suspected in 0.1 % of rounds of three instruments. A shift of 3σ on three
 * instruments with ten points of baseline and one new point each is seen in 78 % of rounds. Instruments that share a room may move
 * together too: temperature is the second suspect.
 */
public sealed interface SharedShift {

    /** Of the sum of deviates. */
    double TOGETHER = 3;

    /** Of the deviate of an instrument. */
    double EACH = 2;

    /** Which artefact. */
    String artefact();

    /**
     * A series measured with an artefact.
     *
     * @param instrument a name that is the same for all series of an instrument
     * @param artefact a name that is the same for all series measured with it
     * @param segment its points
     * @param baseline which of them are what later ones are compared with
     */
    record Measured(String instrument, String artefact, Segment segment, Baseline baseline) {}

    /**
     * How far an instrument moved.
     *
     * @param instrument its name
     * @param deviate mean normal deviate of its series
     * @param relative mean difference over the level of the baseline; none where a level is zero
     */
    record Moved(String instrument, double deviate, Optional<Double> relative) {}

    /**
     * The artefact is to be looked at before the instruments.
     *
     * @param instruments farthest first
     * @param together sum of their deviates over √k
     * @param relative median of their relative shifts, of those that have one
     */
    record Suspected(String artefact, List<Moved> instruments, double together, Optional<Double> relative)
            implements SharedShift {

        public Suspected {
            instruments = List.copyOf(instruments);
        }
    }

    /**
     * Nothing speaks against the artefact.
     *
     * @param instruments how many were compared
     * @param together sum of their deviates over √k
     */
    record NotSuspected(String artefact, int instruments, double together) implements SharedShift {}

    /**
     * Fewer than two instruments have a baseline and points since.
     *
     * @param instruments how many have
     */
    record TooFewInstruments(String artefact, int instruments) implements SharedShift {}

    /**
     * Judges each artefact, in the order of their names.
     *
     * @param since from when on points are compared with baselines; points of a baseline are not
     */
    static List<SharedShift> among(List<Measured> series, Instant since) {
        Map<String, List<Measured>> artefacts =
                series.stream().collect(Collectors.groupingBy(Measured::artefact, TreeMap::new, Collectors.toList()));
        List<SharedShift> judged = new ArrayList<>();
        artefacts.forEach((artefact, measured) -> judged.add(judge(artefact, moved(measured, since))));
        return List.copyOf(judged);
    }

    private static SharedShift judge(String artefact, List<Moved> moved) {
        if (moved.size() < 2) {
            return new TooFewInstruments(artefact, moved.size());
        }
        double together = moved.stream().mapToDouble(Moved::deviate).sum() / Math.sqrt(moved.size());
        double side = Math.signum(together);
        long with = moved.stream().filter(each -> side * each.deviate() > EACH).count();
        boolean against = moved.stream().anyMatch(each -> side * each.deviate() < -EACH);
        boolean suspected = Math.abs(together) > TOGETHER && with >= 2 && 2 * with > moved.size() && !against;
        if (!suspected) {
            return new NotSuspected(artefact, moved.size(), together);
        }
        double[] relative = moved.stream()
                .flatMap(each -> each.relative().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Suspected(
                artefact,
                moved,
                together,
                relative.length > 0 ? Optional.of(RobustStatistics.median(relative)) : Optional.empty());
    }

    /** One of each instrument that can be compared, farthest first. */
    private static List<Moved> moved(List<Measured> series, Instant since) {
        Map<String, List<Moved>> instruments = series.stream()
                .flatMap(each -> moved(each, since).stream())
                .collect(Collectors.groupingBy(Moved::instrument, TreeMap::new, Collectors.toList()));
        return instruments.values().stream()
                .map(SharedShift::together)
                .sorted(Comparator.comparingDouble((Moved each) -> -Math.abs(each.deviate())))
                .toList();
    }

    private static Moved together(List<Moved> series) {
        double[] relative = series.stream()
                .flatMap(each -> each.relative().stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return new Moved(
                series.get(0).instrument(),
                series.stream().mapToDouble(Moved::deviate).average().orElseThrow(),
                relative.length > 0 ? Optional.of(Robust.mean(relative)) : Optional.empty());
    }

    private static Optional<Moved> moved(Measured series, Instant since) {
        double[] values = series.segment().values();
        double[] made = series.baseline().of(values);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            if (!series.baseline().contains(i) && !series.segment().at(i).isBefore(since)) {
                sum += values[i];
                count++;
            }
        }
        if (count == 0 || Reference.lack(made).isPresent()) {
            return Optional.empty();
        }
        Reference reference = Reference.of(made, Spread.MEAN_MOVING_RANGE);
        double difference = sum / count - reference.centre();
        double centre = reference.centre();
        return Optional.of(new Moved(
                series.instrument(),
                reference.deviate(difference, Weights.mean(count)),
                centre != 0 ? Optional.of(difference / Math.abs(centre)) : Optional.empty()));
    }
}
