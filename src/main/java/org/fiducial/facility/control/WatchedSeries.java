package org.fiducial.facility.control;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.fiducial.facility.trend.Baseline;
import org.fiducial.facility.trend.Drift;
import org.fiducial.facility.trend.Forecast;
import org.fiducial.facility.trend.Hit;
import org.fiducial.facility.trend.LevelChange;
import org.fiducial.facility.trend.Mark;
import org.fiducial.facility.trend.Reference;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.facility.trend.Segment;
import org.fiducial.facility.trend.Series;
import org.fiducial.facility.trend.ToleranceBand;
import org.fiducial.facility.trend.Watch;

/**
 * The checks of one light path and metric with what a control chart and its rules say of them.
 *
 * @param readings those that count, oldest first; the points of all stretches one after the other
 * @param marks what is known to have happened beside them, oldest first
 * @param stretches those between marks that split, oldest first
 */
public record WatchedSeries(List<Reading> readings, List<Mark> marks, List<Stretch> stretches) {

    /**
     * So many points make limits at least. Three are enough for a prediction interval, but one of 22 standard deviations; five
     * make one of 7.3.
     */
    public static final int FEWEST = 5;

    public WatchedSeries {
        readings = List.copyOf(readings);
        marks = List.copyOf(marks);
        stretches = List.copyOf(stretches);
    }

    /**
     * A stretch in which nothing is known to have changed.
     *
     * @param segment its points
     * @param window those its limits rest on
     * @param accepted number of the baseline somebody accepted that gave the window; empty where it is the usual one: the first
     *     {@value Reference#ESTABLISHED} points, or all but the newest while there are fewer
     * @param watch what charts say
     */
    public record Stretch(Segment segment, Baseline window, OptionalInt accepted, Watch watch) {

        /** The hits of rules; none where there are no limits. */
        public List<Hit> hits() {
            return watch instanceof Watch.Charted charted ? charted.hits() : List.of();
        }
    }

    /**
     * What the newest stretch says beyond its limits.
     *
     * @param change whether its level changed
     * @param drift its slope
     * @param forecast when a limit is met
     */
    public record Outlook(LevelChange change, Drift drift, Forecast forecast) {}

    /** Watches checks, in any order, by rules. */
    public static WatchedSeries of(List<Reading> all, Happened happened, RuleSet rules) {
        List<Reading> readings = all.stream()
                .filter(Reading::counts)
                .sorted(Comparator.comparing(Reading::at))
                .toList();
        List<Mark> marks = new Borders(readings, happened).marks();
        List<Segment> segments =
                new Series(readings.stream().map(Reading::point).toList(), marks).segments();
        return new WatchedSeries(
                readings,
                marks,
                segments.stream()
                        .map(segment -> stretch(segment, readings, happened, rules))
                        .toList());
    }

    private static Stretch stretch(Segment segment, List<Reading> readings, Happened happened, RuleSet rules) {
        Optional<Accepted> accepted = happened.baselines().stream()
                .sorted(Comparator.comparing((org.fiducial.facility.judgement.Baseline each) ->
                                each.entry().at())
                        .reversed())
                .flatMap(baseline -> accepted(baseline, segment, readings).stream())
                .findFirst();
        Baseline window = accepted.map(Accepted::window).orElseGet(() -> usual(segment));
        Watch watch = window.size() < FEWEST
                ? new Watch.NotCharted(Reference.Lack.TOO_FEW_POINTS, window.size())
                : Watch.over(segment, window, rules);
        return new Stretch(
                segment,
                window,
                accepted.map(each -> OptionalInt.of(each.number())).orElse(OptionalInt.empty()),
                watch);
    }

    private record Accepted(int number, Baseline window) {}

    /** From the first to the last check of an accepted baseline within a stretch, where enough of them are. */
    private static Optional<Accepted> accepted(
            org.fiducial.facility.judgement.Baseline baseline, Segment segment, List<Reading> readings) {
        List<Instant> sampled = IntStream.range(segment.first(), segment.first() + segment.size())
                .mapToObj(readings::get)
                .filter(reading -> baseline.sample().checks().contains(reading.checkId()))
                .map(Reading::at)
                .toList();
        return sampled.size() < FEWEST
                ? Optional.empty()
                : Optional.of(new Accepted(
                        baseline.number(), Baseline.between(segment, sampled.get(0), sampled.get(sampled.size() - 1))));
    }

    /** The newest point is to be judged and so never part of what it is judged by. */
    private static Baseline usual(Segment segment) {
        return Baseline.first(segment, Math.min(Reference.ESTABLISHED, segment.size() - 1));
    }

    /** The newest stretch; none where nothing counts. */
    public Optional<Stretch> newest() {
        return stretches.isEmpty() ? Optional.empty() : Optional.of(stretches.get(stretches.size() - 1));
    }

    /** The newest stretch beyond its limits, against what a value may not pass. */
    public Optional<Outlook> outlook(ToleranceBand limits) {
        return newest().map(Stretch::segment)
                .map(segment ->
                        new Outlook(LevelChange.in(segment, marks), Drift.of(segment), Forecast.of(segment, limits)));
    }

    /** From when on the newest stretch seems to have moved: where its level changed, or its newest point, if a rule hit it. */
    public Optional<Instant> moved() {
        return newest().flatMap(stretch -> {
            Segment segment = stretch.segment();
            if (LevelChange.in(segment, marks) instanceof LevelChange.Changed changed) {
                return Optional.of(segment.at(changed.split().behind()));
            }
            int last = segment.size() - 1;
            return stretch.hits().stream().anyMatch(hit -> hit.point() == last)
                    ? Optional.of(segment.at(last))
                    : Optional.empty();
        });
    }

    /** The hit of a reading by its place, if it is one. */
    public Optional<Hit> hitAt(int reading) {
        return stretches.stream()
                .filter(stretch -> reading >= stretch.segment().first()
                        && reading
                                < stretch.segment().first() + stretch.segment().size())
                .flatMap(stretch -> stretch.hits().stream()
                        .filter(hit ->
                                hit.point() == reading - stretch.segment().first()))
                .findFirst();
    }

    /** The mean the newest limits rest on, where it is not zero. */
    public Optional<Double> centre() {
        return IntStream.iterate(stretches.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(i -> stretches.get(i).watch())
                .filter(Watch.Charted.class::isInstance)
                .map(watch -> ((Watch.Charted) watch).reference().centre())
                .filter(centre -> centre != 0)
                .findFirst();
    }

    /** Checks a year: of the newest year before the newest check, or as many as their distance promises. */
    public double checksAYear() {
        if (readings.size() < 2) {
            return readings.size();
        }
        Instant newest = readings.get(readings.size() - 1).at();
        Instant yearBefore = newest.minusSeconds(YEAR);
        double seconds = newest.getEpochSecond() - readings.get(0).at().getEpochSecond();
        if (seconds >= YEAR) {
            return readings.stream()
                    .filter(each -> each.at().isAfter(yearBefore))
                    .count();
        }
        return seconds > 0 ? (readings.size() - 1) * YEAR / seconds : readings.size();
    }

    private static final long YEAR = 31_557_600;
}
