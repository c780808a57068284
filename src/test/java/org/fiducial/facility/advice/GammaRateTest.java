package org.fiducial.facility.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What is believed of a rate before and after checks. */
class GammaRateTest {

    private static final GammaRate POOL = new GammaRate(2, 40);

    private static double monthsTo90(RatePosterior belief, double p) {
        return -Math.log(0.9) / belief.quantile(1 - p);
    }

    private static List<Observation> halfYears(int bad, int good) {
        List<Observation> checks = new ArrayList<>(Collections.nCopies(bad, Observation.bad(6)));
        checks.addAll(Collections.nCopies(good, Observation.good(6)));
        return checks;
    }

    /** Gamma(2, 88) exactly; median 5.52432 months by SciPy. */
    @Test
    void withoutFailuresTheBeliefIsAGammaDistribution() {
        RatePosterior belief = POOL.behind(halfYears(0, 8));

        assertThat(belief.mean()).isEqualTo(2 / 88.0, within(1e-9));
        assertThat(monthsTo90(belief, 0.5)).isEqualTo(5.524320, within(1e-5));
        assertThat(monthsTo90(belief, 0.025)).isEqualTo(1.664092, within(1e-5));
        assertThat(monthsTo90(belief, 0.975)).isEqualTo(38.27981, within(1e-3));
        // As printed: 5.5 (1.7 to 38).
        assertThat(monthsTo90(belief, 0.5)).isEqualTo(5.5, within(0.051));
        assertThat(monthsTo90(belief, 0.025)).isEqualTo(1.7, within(0.051));
        assertThat(monthsTo90(belief, 0.975)).isEqualTo(38, within(0.51));
    }

    /** The difference of Gamma(2, 82) and Gamma(2, 88), normed: SciPy. */
    @Test
    void aFailureMakesTheRateLargerThanItWasBelieved() {
        RatePosterior belief = POOL.behind(halfYears(1, 7));

        assertThat(belief.mean()).isEqualTo(0.0353528107, within(1e-8));
        assertThat(monthsTo90(belief, 0.5)).isEqualTo(3.344440, within(1e-5));
        assertThat(monthsTo90(belief, 0.025)).isEqualTo(1.236704, within(1e-5));
        assertThat(monthsTo90(belief, 0.975)).isEqualTo(14.461706, within(1e-4));
    }

    @Test
    void reportedFailuresAddToTheShape() {
        RatePosterior belief = POOL.behind(List.of(Observation.reported(5), Observation.good(3)));

        assertThat(belief.mean()).isEqualTo(3 / 48.0, within(1e-9));
    }

    /** With 500 failures the belief is as narrow as the standard error, and where the likelihood is. */
    @Test
    void manyChecksOutweighWhatWasBelieved() {
        List<Observation> many = new ArrayList<>();
        for (int i = 0; i < 33; i++) {
            many.addAll(Examples.microscopes());
        }
        ConstantRate.Estimated rate = (ConstantRate.Estimated) ConstantRate.of(many);

        RatePosterior belief = POOL.behind(many);

        // Asymptotically normal: the differences are of the order of 1/500.
        assertThat(belief.quantile(0.5)).isEqualTo(rate.perMonth(), within(0.005 * rate.perMonth()));
        assertThat(belief.quantile(0.975)).isEqualTo(rate.range().high(), within(0.005 * rate.perMonth()));
        assertThat(belief.quantile(0.025)).isEqualTo(rate.range().low(), within(0.005 * rate.perMonth()));
    }

    @Test
    void aPlanAloneIsBelievedToBeRight() {
        GammaRate plan = GammaRate.ofPlan(3, Aim.USUAL);

        assertThat(Aim.USUAL.interval(plan.behind(List.of()).quantile(0.5))).isEqualTo(3, within(3e-5));
    }

    @Test
    void theRateOfSistersIsTheirFailuresOverTheirTime() {
        List<List<Observation>> sisters = List.of(
                List.of(Observation.reported(10), Observation.good(10)),
                List.of(Observation.reported(10), Observation.good(10)));

        GammaRate pooled = GammaRate.pooled(sisters).orElseThrow();

        // Half a failure more, as Jeffreys has it.
        assertThat(pooled.shape() / pooled.months()).isEqualTo(2.5 / 40, within(1e-8));
        assertThat(pooled.shape()).isLessThanOrEqualTo(2.5);
    }

    @Test
    void sistersNeverCountAsMoreFailuresThanTheyHad() {
        SplittableRandom random = new SplittableRandom(41);
        for (int run = 0; run < 200; run++) {
            List<List<Observation>> sisters = List.of(Examples.random(random), Examples.random(random));
            int failed = (int) sisters.stream()
                    .flatMap(List::stream)
                    .filter(each -> !each.isGood())
                    .count();
            assertThat(GammaRate.pooled(sisters).map(GammaRate::shape).orElse(0.0))
                    .as("seed 41, run %d", run)
                    .isLessThanOrEqualTo(failed + 0.5);
        }
    }

    /** Sisters all of one rate are believed to be alike, such as differ by a factor of thirty are not. */
    @Test
    void sistersThatDifferAreBelievedLess() {
        SplittableRandom random = new SplittableRandom(42);
        List<List<Observation>> alike = new ArrayList<>();
        List<List<Observation>> different = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alike.add(sister(random, 0.06));
            different.add(sister(random, i % 2 == 0 ? 0.12 : 0.004));
        }

        assertThat(GammaRate.pooled(alike).orElseThrow().shape()).as("seed 42").isGreaterThan(7);
        assertThat(GammaRate.pooled(different).orElseThrow().shape())
                .as("seed 42")
                .isLessThan(3);
    }

    private static List<Observation> sister(RandomGenerator random, double rate) {
        List<Observation> checks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean failed = random.nextDouble() < -Math.expm1(-3 * rate);
            checks.add(failed ? Observation.bad(3) : Observation.good(3));
        }
        return checks;
    }

    @Test
    void withoutASisterThatLastedNothingIsBelieved() {
        assertThat(GammaRate.pooled(List.of())).isEmpty();
        assertThat(GammaRate.pooled(List.of(List.of(Observation.bad(2))))).isEmpty();
        assertThatThrownBy(() -> new GammaRate(0, 1)).hasMessageContaining("above 0");
    }
}
