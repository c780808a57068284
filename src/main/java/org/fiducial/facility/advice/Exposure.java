package org.fiducial.facility.advice;

/**
 * What an interval between checks costs and risks where failures come at a constant rate λ and stay until a check finds them.
 *
 * @param interval T [months]
 * @param perMonth λ, above 0
 */
public record Exposure(double interval, double perMonth) {

    private static final double WEEKS_PER_MONTH = History.DAYS_PER_MONTH / 7;
    private static final double MONTHS_PER_YEAR = 12;

    public Exposure {
        if (!(interval > 0) || !(perMonth > 0)) {
            throw new IllegalArgumentException(
                    "an interval and a rate are above 0, were " + interval + " and " + perMonth);
        }
    }

    private double expected() {
        return interval * perMonth;
    }

    /** The share of instruments that is still good at the next check: e^(−λT). */
    public double stillGood() {
        return Math.exp(-expected());
    }

    /** The share of all time that an instrument is bad and nobody knows: 1 − (1 − e^(−λT))/(λT), about λT/2. */
    public double shareBad() {
        return 1 + Math.expm1(-expected()) / expected();
    }

    /** How long a failure that happens stays unnoticed on average [weeks]: the share of bad time over that of failures, × T. */
    public double weeksUnnoticed() {
        return interval * shareBad() / -Math.expm1(-expected()) * WEEKS_PER_MONTH;
    }

    /** Weeks of a year an instrument is bad and nobody knows. */
    public double weeksAtRiskAYear() {
        return shareBad() * MONTHS_PER_YEAR * WEEKS_PER_MONTH;
    }

    /** Hours of work a year. */
    public double hoursAYear(double hoursPerCheck) {
        return hoursPerCheck * MONTHS_PER_YEAR / interval;
    }
}
