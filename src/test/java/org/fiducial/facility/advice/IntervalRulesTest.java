package org.fiducial.facility.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fiducial.facility.advice.IntervalTest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules of NCSLI RP-1, what an interval costs and risks, and the interval of least cost. */
class IntervalRulesTest {

    @ParameterizedTest
    @CsvSource({".10, .90, .5759", ".10, .95, .8365", ".05, .90, .3554", ".20, .85, .6441"})
    void aStaircaseHoversAtItsTarget(double up, double target, double down) {
        Staircase staircase = Staircase.hoveringAt(target, up);

        assertThat(staircase.down()).isEqualTo(down, within(5.1e-5));
        assertThat(staircase.hoversAt()).isEqualTo(target, within(1e-12));
    }

    /** ± 50 % hovers where little more than six in ten are good. */
    @ParameterizedTest
    @CsvSource({".10, .55, .893", ".10, .50, .879", ".50, .50, .631"})
    void aStaircaseTellsWhereItHovers(double up, double down, double target) {
        assertThat(new Staircase(up, down).hoversAt()).isEqualTo(target, within(0.00051));
    }

    @Test
    void aStaircaseGoesUpAfterGoodAndDownAfterBad() {
        Staircase staircase = new Staircase(0.1, 0.5);

        assertThat(staircase.after(3, true)).isEqualTo(3.3, within(1e-12));
        assertThat(staircase.after(3, false)).isEqualTo(1.5, within(1e-12));
        assertThatThrownBy(() -> new Staircase(0, 0.5)).hasMessageContaining("0.0 and 0.5");
    }

    @ParameterizedTest
    @CsvSource({"26, 30, .720, .953, KEEP", "23, 24, .817, .998, KEEP", "15, 20, .544, .896, SHORTEN"})
    void theIntervalTestAsksWhetherTheTargetIsLikely(int good, int checks, double low, double high, Answer answer) {
        IntervalTest test = IntervalTest.of(good, checks, 0.90, 0.90);

        assertThat(test.limits().low()).isEqualTo(low, within(0.00051));
        assertThat(test.limits().high()).isEqualTo(high, within(0.00051));
        assertThat(test.answer()).isEqualTo(answer);
    }

    @Test
    void theIntervalTestExtendsAfterTwentyNineGoodChecksAndNoBadOne() {
        assertThat(IntervalTest.of(28, 28, 0.90, 0.90).answer()).isEqualTo(Answer.KEEP);
        assertThat(IntervalTest.of(29, 29, 0.90, 0.90).answer()).isEqualTo(Answer.EXTEND);
    }

    /** 6 ln .9/ln .75. */
    @Test
    void anIntervalIsAdjustedByTheShareSeen() {
        assertThat(IntervalTest.adjusted(6, 15 / 20.0, 0.90)).isEqualTo(2.20, within(0.0051));
    }

    @ParameterizedTest
    @CsvSource({"5, .549", "10, .741", "20, .861"})
    void checksThatAreAllGoodBoundTheShare(int checks, double share) {
        assertThat(SuccessRun.shareAtLeast(checks, 0.95)).isEqualTo(share, within(0.00051));
    }

    @ParameterizedTest
    @CsvSource({
        ".85, .80, 10",
        ".85, .90, 15",
        ".85, .95, 19",
        ".90, .80, 16",
        ".90, .90, 22",
        ".90, .95, 29",
        ".95, .80, 32",
        ".95, .90, 45",
        ".95, .95, 59"
    })
    void aClaimNeedsARunOfGoodChecks(double share, double confidence, int checks) {
        assertThat(SuccessRun.checksFor(share, confidence)).isEqualTo(checks);
    }

    @ParameterizedTest
    @CsvSource({"1, .025", "3, .072", "6, .137", "12, .249"})
    void theShareOfTimeThatIsBadUnknownGrowsWithTheInterval(double months, double share) {
        assertThat(new Exposure(months, 0.0502).shareBad()).isEqualTo(share, within(0.00051));
    }

    /**
     * Mean of T − X for X exponential and below T, by SciPy: 2.192, 6.686 and 13.699 weeks. Half the interval, 2.17, 6.52 and 13.05, is a
     * little less because failures come rather early.
     */
    @ParameterizedTest
    @CsvSource({"1, 2.1924, 0.9510", "3, 6.6863, 0.8601", "6, 13.6993, 0.7398"})
    void aFailureStaysUnnoticedForHalfTheInterval(double months, double weeks, double good) {
        Exposure exposure = new Exposure(months, 0.05023497);

        // 52.18 weeks a year there, 52.1775 here.
        assertThat(exposure.weeksUnnoticed()).isEqualTo(weeks, within(1e-3));
        assertThat(exposure.stillGood()).isEqualTo(good, within(5.1e-5));
        assertThat(exposure.weeksAtRiskAYear()).isEqualTo(exposure.shareBad() * 365.2425 / 7, within(1e-9));
    }

    /** 2 h a check: monthly instead of quarterly is 16 h a year more, half-yearly 4 h less. */
    @Test
    void workIsCountedInHoursAYear() {
        assertThat(new Exposure(1, 0.05).hoursAYear(2) - new Exposure(3, 0.05).hoursAYear(2))
                .isEqualTo(16, within(1e-12));
        assertThat(new Exposure(6, 0.05).hoursAYear(2) - new Exposure(3, 0.05).hoursAYear(2))
                .isEqualTo(-4, within(1e-12));
        assertThatThrownBy(() -> new Exposure(3, 0)).hasMessageContaining("above 0");
    }

    /** SciPy's minimum at the rate of the microscopes, 0.050235; √(2c/(λk)) beside it. */
    @ParameterizedTest
    @CsvSource({"2, 40, 1.44536, 1.41", "2, 10, 2.96449, 2.82", "4, 40, 2.06522, 2.00", "2, 5, 4.28468, 3.99"})
    void theIntervalOfLeastCostBalancesWorkAndRisk(double check, double badMonth, double months, double about) {
        Aim.Cost aim = new Aim.Cost(check, badMonth);
        double rate = 0.05023496929790497;

        double interval = aim.interval(rate);

        assertThat(interval).isEqualTo(months, within(2e-5));
        assertThat(Math.sqrt(2 * check / (rate * badMonth))).isEqualTo(about, within(0.0051));
        assertThat(aim.perMonth(interval, rate))
                .isLessThan(aim.perMonth(interval * 1.01, rate))
                .isLessThan(aim.perMonth(interval / 1.01, rate));
    }

    /** Printed for 0.0502: 1.45, 2.96, 2.07 and 4.29 months; the second is 2.97 by SciPy (2.9655), and 2.96 for 0.050235. */
    @ParameterizedTest
    @CsvSource({"2, 40, 1.45", "2, 10, 2.97", "4, 40, 2.07", "2, 5, 4.29"})
    void theIntervalOfLeastCostIsThatOfTheTable(double check, double badMonth, double months) {
        assertThat(new Aim.Cost(check, badMonth).interval(0.0502)).isEqualTo(months, within(0.0051));
    }

    @ParameterizedTest
    @CsvSource({"0.001", "0.05", "1", "2.6"})
    void anAimTellsTheRateAnIntervalIsRightFor(double rate) {
        for (Aim aim : new Aim[] {new Aim.Cost(2, 10), new Aim.Target(0.9)}) {
            assertThat(aim.rate(aim.interval(rate))).isEqualTo(rate, within(1e-9));
        }
    }

    @Test
    void noRateMakesChecksRarerThanALowerOne() {
        Aim.Cost aim = new Aim.Cost(2, 10);
        double before = Double.POSITIVE_INFINITY;
        for (double rate = 0.01; rate < 100; rate *= 1.1) {
            assertThat(aim.interval(rate)).isLessThanOrEqualTo(before);
            before = aim.interval(rate);
        }
        // 3.35 times 2/10.
        assertThat(before).isEqualTo(0.67, within(0.0051));
        assertThat(aim.interval(aim.rate(0.1))).isEqualTo(before, within(1e-12));
    }

    @Test
    void aimsThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> new Aim.Target(1)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> new Aim.Cost(0, 1)).hasMessageContaining("more than 0 hours");
    }
}
