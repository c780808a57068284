package org.fiducial.facility.advice;

import org.fiducial.metrology.numeric.Bisection;

/** What an interval between checks is to achieve. Of a constant rate of failures it makes an interval, and back. */
public sealed interface Aim {

    /** The interval for a rate [1/month, above 0]; never longer for a larger rate [months]. */
    double interval(double perMonth);

    /** The rate for which an interval is right. */
    double rate(double months);

    /** The share of good checks that is usual in the calibration of instruments. */
    Aim USUAL = new Target(0.90);

    /**
     * That a share of checks finds the instrument good: T = −ln R/λ.
     *
     * @param share R, in (0, 1)
     */
    record Target(double share) implements Aim {

        public Target {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("a share of good checks lies between 0 and 1, was " + share);
            }
        }

        @Override
        public double interval(double perMonth) {
            return -Math.log(share) / perMonth;
        }

        @Override
        public double rate(double months) {
            return -Math.log(share) / months;
        }
    }

    /**
     * That checks and months in which the instrument is bad and nobody knows cost least together: the T at which c/T + k (1 − (1 −
     * e^(−λT))/(λT)) is least, about √(2c/(λk)). With x = λT it solves 1 − e^(−x)(1 + x) = λ c/k.
     *
     * <p>Limit: where failures come so often that x would pass {@value #FARTHEST} a longer interval would cost less, for then
     * checks are not worth while; the interval stays at 3.35 c/k.
     *
     * @param perCheck c: what a check costs [hours]
     * @param perBadMonth k: what a month costs in which an instrument is bad and nobody knows [hours]
     */
    record Cost(double perCheck, double perBadMonth) implements Aim {

        /** The x of the shortest interval: e^x = 1 + x + x². */
        private static final double FARTHEST = 1.793282132900761;

        public Cost {
            if (!(perCheck > 0) || !(perBadMonth > 0)) {
                throw new IllegalArgumentException(
                        "a check and a bad month cost more than 0 hours, were " + perCheck + " and " + perBadMonth);
            }
        }

        private static double saved(double x) {
            return -Math.expm1(-x) - x * Math.exp(-x);
        }

        private double shortest() {
            return perCheck / perBadMonth * FARTHEST / saved(FARTHEST);
        }

        @Override
        public double interval(double perMonth) {
            double wanted = perMonth * perCheck / perBadMonth;
            return wanted >= saved(FARTHEST)
                    ? shortest()
                    : Bisection.ofRising(x -> saved(x) - wanted, 0, FARTHEST) / perMonth;
        }

        @Override
        public double rate(double months) {
            double floor = shortest();
            double interval = Math.max(months, floor);
            double ratio = interval * perBadMonth / perCheck;
            return Bisection.ofFalling(x -> x / saved(x) - ratio, 0, FARTHEST) / interval;
        }

        /** What an interval costs a month at a rate [hours]. */
        public double perMonth(double months, double rate) {
            return perCheck / months + perBadMonth * new Exposure(months, rate).shareBad();
        }
    }
}
