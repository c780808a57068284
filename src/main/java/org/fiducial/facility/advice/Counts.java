package org.fiducial.facility.advice;

import java.util.List;

/**
 * How many checks speak of an interval, and what they found.
 *
 * @param items light paths they were made on
 * @param checks how many
 * @param bad how many found it bad, the reported ones among them
 * @param reported how many of those somebody's complaint called for
 */
public record Counts(int items, int checks, int bad, int reported) {

    /** Of the observations of each item; one without any does not count. */
    static Counts of(List<List<Observation>> items) {
        int checks = 0;
        int bad = 0;
        int reported = 0;
        for (List<Observation> item : items) {
            checks += item.size();
            for (Observation each : item) {
                bad += each.isGood() ? 0 : 1;
                reported += each.outcome() == Observation.Outcome.REPORTED ? 1 : 0;
            }
        }
        int seen = (int) items.stream().filter(each -> !each.isEmpty()).count();
        return new Counts(seen, checks, bad, reported);
    }

    /** Checks that found it good. */
    public int good() {
        return checks - bad;
    }
}
