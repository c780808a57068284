package org.fiducial.facility.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.facility.advice.ConstantRate.Estimated;
import org.fiducial.facility.advice.ConstantRate.NoFailures;
import org.fiducial.facility.advice.ConstantRate.OnlyFailures;
import org.junit.jupiter.api.Test;

/** Rates and shapes of failures seen only at checks; figures to half a unit of their last digit, found again by SciPy 1.17. */
class ConstantRateTest {

    private static Estimated estimate(List<Observation> observations) {
        return (Estimated) ConstantRate.of(observations);
    }

    @Test
    void theRateOfMicroscopesIsTheMostLikelyOne() {
        Estimated rate = estimate(Examples.microscopes());

        assertThat(rate.perMonth()).isEqualTo(0.0502350, within(5.1e-8));
        assertThat(rate.standardError()).isEqualTo(0.0130042, within(5.1e-8));
        assertThat(rate.logLikelihood()).isEqualTo(-34.18568, within(5.1e-6));
        assertThat(1 / rate.perMonth()).isEqualTo(19.9, within(0.051));
    }

    @Test
    void theRangeIsThatOfTheProfileOfTheLikelihood() {
        Estimated rate = estimate(Examples.microscopes());

        assertThat(rate.range().low()).isEqualTo(0.028828, within(5.1e-7));
        assertThat(rate.range().high()).isEqualTo(0.080426, within(5.1e-7));
        assertThat(rate.rangeOfMonthsTo(0.90).low()).isEqualTo(1.31, within(0.0051));
        assertThat(rate.rangeOfMonthsTo(0.90).high()).isEqualTo(3.65, within(0.0051));
    }

    @Test
    void theIntervalIsThatAfterWhichTheTargetIsStillGood() {
        Estimated rate = estimate(Examples.microscopes());

        assertThat(rate.monthsTo(0.95)).isEqualTo(1.02, within(0.0051));
        assertThat(rate.monthsTo(0.90)).isEqualTo(2.10, within(0.0051));
        assertThat(rate.monthsTo(0.85)).isEqualTo(3.24, within(0.0051));
        double[] shares = {1, 3, 6, 12};
        double[] expected = {0.951, 0.860, 0.740, 0.547};
        for (int i = 0; i < shares.length; i++) {
            assertThat(new Exposure(shares[i], rate.perMonth()).stillGood()).isEqualTo(expected[i], within(0.00051));
        }
    }

    /** Twice the distance to a share of its own at each age: .958 .867 .750 .500. */
    @Test
    void theDevianceIsSmall() {
        double free = 0;
        for (int[] each : new int[][] {{1, 24}, {4, 30}, {5, 20}, {5, 10}}) {
            double share = each[0] / (double) each[1];
            free += each[0] * Math.log(share) + (each[1] - each[0]) * Math.log(1 - share);
        }

        double deviance = 2 * (free - estimate(Examples.microscopes()).logLikelihood());
        assertThat(deviance).isEqualTo(0.1407, within(5.1e-5));
    }

    @Test
    void theRateOfTurbineWheelsIsThatOfNelson() {
        Estimated rate = estimate(Examples.turbineWheels());

        assertThat(rate.perMonth()).isEqualTo(0.0125106, within(5.1e-8));
        assertThat(rate.logLikelihood()).isEqualTo(-201.1237, within(5.1e-5));
    }

    /** Published as a likelihood of intervals; each is the product of what the inspections in it say. */
    @Test
    void theRateOfTurbinePartsIsThatOfNelson() {
        Estimated rate = estimate(Examples.turbineParts());

        assertThat(rate.perMonth()).isEqualTo(0.0120969, within(5.1e-8));
        assertThat(rate.logLikelihood()).isEqualTo(-316.6705, within(5.1e-5));
    }

    @Test
    void equalIntervalsHaveAClosedForm() {
        List<Observation> checks = new ArrayList<>(Collections.nCopies(3, Observation.bad(6)));
        checks.addAll(Collections.nCopies(17, Observation.good(6)));

        assertThat(estimate(checks).perMonth()).isEqualTo(-Math.log(1 - 3 / 20.0) / 6, within(1e-14));
    }

    /** Failures with a date over the time that lasted. */
    @Test
    void reportedFailuresHaveTheRateOfAPoissonProcess() {
        List<Observation> checks =
                List.of(Observation.reported(2), Observation.reported(5), Observation.good(6), Observation.good(7));

        Estimated rate = estimate(checks);

        assertThat(rate.perMonth()).isEqualTo(2 / 20.0, within(1e-14));
        assertThat(rate.logLikelihood()).isEqualTo(2 * Math.log(0.1) - 2, within(1e-13));
    }

    @Test
    void withoutFailuresOnlyABoundIsKnown() {
        NoFailures none = (NoFailures) ConstantRate.of(Collections.nCopies(10, Observation.good(3)));

        assertThat(none.months()).isEqualTo(30, within(1e-12));
        // e^(−3 λ) at the bound is 0.05^(1/10) = 0.741.
        assertThat(Math.exp(-3 * none.atMost(0.95))).isEqualTo(0.741, within(0.00051));
    }

    @Test
    void withFailuresAloneTheRateIsBoundedFromBelow() {
        OnlyFailures only = (OnlyFailures) ConstantRate.of(Collections.nCopies(4, Observation.bad(3)));

        // (1 − e^(−3λ))⁴ = e^(−1.9207).
        assertThat(only.atLeast()).isEqualTo(-Math.log(1 - Math.exp(-1.920729 / 4)) / 3, within(1e-6));
        assertThat(ConstantRate.of(List.of())).isEqualTo(new ConstantRate.NothingObserved());
    }

    /** 95 %; binomial scatter over 1000 is 0.7 %, and likelihood limits of ten failures are good to about 1 %. */
    @Test
    void theRangeHoldsTheRate() {
        SplittableRandom random = new SplittableRandom(33);
        int held = 0;
        for (int run = 0; run < 1000; run++) {
            List<Observation> checks = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                double months = 1 + 5 * random.nextDouble();
                boolean failed = -Math.log(1 - random.nextDouble()) / 0.05 < months;
                checks.add(failed ? Observation.bad(months) : Observation.good(months));
            }
            Range range = estimate(checks).range();
            held += range.low() <= 0.05 && range.high() >= 0.05 ? 1 : 0;
        }

        assertThat(held / 1000.0).as("seed 33").isBetween(0.92, 0.98);
    }

    @Test
    void microscopesDoNotWearOut() {
        WearOut shape = WearOut.of(Examples.microscopes()).orElseThrow();

        assertThat(shape.scale()).isEqualTo(17.2255, within(5.1e-5));
        assertThat(shape.shape()).isEqualTo(1.1240, within(5.1e-5));
        assertThat(shape.logLikelihood()).isEqualTo(-34.13007, within(5.1e-6));
        assertThat(shape.gain()).isEqualTo(0.111, within(0.00051));
        assertThat(shape.isSeen()).isFalse();
        // chi-squared of one degree of freedom, SciPy.
        assertThat(shape.probability()).isEqualTo(0.7388, within(1e-4));
    }

    @Test
    void turbineWheelsWearOut() {
        WearOut shape = WearOut.of(Examples.turbineWheels()).orElseThrow();

        assertThat(shape.scale()).isEqualTo(46.777, within(0.00051));
        assertThat(shape.shape()).isEqualTo(2.1758, within(5.1e-5));
        assertThat(shape.logLikelihood()).isEqualTo(-189.2872, within(5.1e-5));
        assertThat(shape.isSeen()).isTrue();
    }

    @Test
    void turbinePartsWearOut() {
        WearOut shape = WearOut.of(Examples.turbineParts()).orElseThrow();

        assertThat(shape.scale()).isEqualTo(71.6904, within(5.1e-5));
        assertThat(shape.shape()).isEqualTo(1.48537, within(5.1e-6));
        assertThat(Math.log(shape.scale())).isEqualTo(4.27236, within(5.1e-6));
        assertThat(1 / shape.shape()).isEqualTo(0.67323, within(5.1e-6));
        assertThat(shape.logLikelihood()).isEqualTo(-309.6684, within(5.1e-5));
        assertThat(shape.gain()).isEqualTo(14.00, within(0.0051));
        // η (−ln 0.9)^(1/β).
        assertThat(shape.monthsTo(0.90)).isEqualTo(71.6904 * Math.pow(0.1053605, 0.67323), within(1e-3));
    }

    /** Exact ages of failures 2, 4, 6 and 8 and survivors of 8 and 8: SciPy's minimum of −ln L. */
    @Test
    void reportedFailuresCountByTheirDensity() {
        List<Observation> checks = List.of(
                Observation.reported(2),
                Observation.reported(4),
                Observation.reported(6),
                Observation.reported(8),
                Observation.good(8),
                Observation.good(8));

        WearOut shape = WearOut.of(checks).orElseThrow();

        assertThat(shape.shape()).isEqualTo(2.056101, within(1e-5));
        assertThat(shape.scale()).isEqualTo(7.85443, within(1e-4));
        assertThat(shape.logLikelihood()).isEqualTo(-11.7834091, within(1e-6));
    }

    @Test
    void withoutFailuresNothingIsSaidOfAge() {
        assertThat(WearOut.of(List.of(Observation.good(3)))).isEmpty();
        assertThat(WearOut.of(List.of(Observation.bad(3)))).isEmpty();
        // All bad are older than all good: the steeper the likelier.
        assertThat(WearOut.of(List.of(Observation.good(1), Observation.good(2), Observation.bad(9))))
                .isEmpty();
    }

    /** Nelson's wheels and the microscopes; the shares of the latter rise by themselves. */
    @Test
    void sharesThatNeverFallArePooled() {
        assertThat(MonotoneShares.of(Examples.turbineWheels()).stream()
                        .mapToDouble(MonotoneShares.Dot::failed)
                        .toArray())
                .containsExactly(
                        new double[] {0, .0698, .0698, .0959, .1667, .2222, .2222, .4615, .5811, .5811, .5833},
                        within(5.1e-5));
        assertThat(MonotoneShares.of(Examples.microscopes()))
                .containsExactly(
                        new MonotoneShares.Dot(1, 1 / 24.0, 24),
                        new MonotoneShares.Dot(3, 4 / 30.0, 30),
                        new MonotoneShares.Dot(6, 5 / 20.0, 20),
                        new MonotoneShares.Dot(12, 5 / 10.0, 10));
    }

    @Test
    void aCheckComesAfterTheInstrumentWasGood() {
        assertThatThrownBy(() -> new Observation(3, 3, Observation.Outcome.GOOD))
                .hasMessageContaining("from 3.0 to 3.0");
        assertThatThrownBy(() -> Observation.good(Double.POSITIVE_INFINITY)).isInstanceOf(RuntimeException.class);
    }
}
