package org.fiducial.metrology.power;

import java.util.Locale;

/**
 * The two runs of the protocol of QUAREP-LiMi working group 1 (version 2, doi:10.17504/protocols.io.5jyl853ndl2w), as quoted in
 * the schema of NBO-Q v02-01: short term, one reading a second for 5 minutes; long term, one every 30 seconds for 2 hours.
 */
enum StabilityTerm {
    SHORT("power.stability_short", "short-term", 300, 1, 300),
    LONG("power.stability_long", "long-term", 7200, 30, 240);

    /** Allowed departure of duration and mean interval. */
    private static final double TOLERANCE = 0.1;

    /** Geometric mean of both durations: a run shorter than this is a short one. */
    private static final double BETWEEN_S = Math.sqrt(300.0 * 7200.0);

    private final String metric;
    private final String words;
    private final double durationS;
    private final double intervalS;
    private final int readings;

    StabilityTerm(String metric, String words, double durationS, double intervalS, int readings) {
        this.metric = metric;
        this.words = words;
        this.durationS = durationS;
        this.intervalS = intervalS;
        this.readings = readings;
    }

    /** The run a series is nearest to. */
    static StabilityTerm of(Sampling sampling) {
        return spanS(sampling) < BETWEEN_S ? SHORT : LONG;
    }

    /** The time the readings stand for: n readings of one interval each. */
    private static double spanS(Sampling sampling) {
        return sampling.n() * sampling.meanIntervalS();
    }

    String metric() {
        return metric;
    }

    String words() {
        return words;
    }

    /** Id of the definition stored with the value. */
    String formula() {
        return name().toLowerCase(Locale.ROOT) + "-term";
    }

    /** Whether duration and mean interval lie within 10 % of the protocol's. */
    boolean metBy(Sampling sampling) {
        return within(spanS(sampling), durationS) && within(sampling.meanIntervalS(), intervalS);
    }

    private static boolean within(double value, double wanted) {
        return Math.abs(value - wanted) <= TOLERANCE * wanted;
    }

    /** What the protocol asks for, in words. */
    String wanted() {
        return this == SHORT
                ? readings + " readings in 5 min, one a second"
                : readings + " readings in 2 h, one every 30 s";
    }
}
