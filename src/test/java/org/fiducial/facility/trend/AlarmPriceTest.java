package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.fiducial.facility.trend.RunRule.Family;
import org.fiducial.metrology.numeric.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Average run lengths against published ones, and what rules cost. */
class AlarmPriceTest {

    /** Standard error of a run length about 1 % of it. */
    private static final Simulation SIMULATION = new Simulation(1987, 10_000);

    private static RuleSet rules(Family family, String numbers) {
        return RuleSet.of(Arrays.stream(numbers.split(" "))
                .map(number -> family.rule(Integer.parseInt(number)))
                .toArray(Rule[]::new));
    }

    private static double chain(RuleSet rules, double shift) {
        List<ZonePattern> patterns = rules.runRules().stream()
                .map(rule -> (ZonePattern) rule.pattern())
                .toList();
        return new RunLengthChain(patterns).average(shift).orElseThrow();
    }

    /** Champ and Woodall 1987, table 1: Western Electric rules; to half a unit of the last digit. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 370.40",
        "1, 1, 43.90",
        "1, 2, 6.30",
        "1, 3, 2.00",
        "1 2, 0, 225.44",
        "1 2, 1, 20.01",
        "1 2, 2, 3.65",
        "1 3, 0, 166.05",
        "1 3, 1, 12.66",
        "1 3, 2, 3.68",
        "1 4, 0, 152.73",
        "1 4, 1, 14.58",
        "1 4, 2, 4.89",
        "1 2 3 4, 0, 91.75",
        "1 2 3 4, 1, 9.22",
        "1 2 3 4, 2, 3.13"
    })
    void runLengthsOfWesternElectricRulesAreThoseOfChampAndWoodall(String numbers, double shift, double expected) {
        // 0.0051 for the rounding, and 166.055 is printed as 166.05.
        assertThat(chain(rules(Family.WESTERN_ELECTRIC, numbers), shift)).isEqualTo(expected, within(0.0055));
    }

    /** The limit rule: 1/(1 − Φ(3 − δ) + Φ(−3 − δ)); at 2σ 1/0.0455. */
    @ParameterizedTest
    @CsvSource({
        "0, 370.40",
        "0.25, 281.15",
        "0.5, 155.22",
        "0.75, 81.22",
        "1, 43.89",
        "1.5, 14.97",
        "2, 6.30",
        "3, 2.00"
    })
    void runLengthsOfTheLimitRuleAreExact(double shift, double expected) {
        assertThat(chain(RuleSet.of(RunRule.limit()), shift)).isEqualTo(expected, within(0.0051));
    }

    @Test
    void aRunOfOneSideTakesTwoToItsLengthLessOne() {
        // Fair coins: 2ⁿ − 1 throws to the first row of n of either face.
        assertThat(new RunLengthChain(List.of(new ZonePattern.OneSide(9)))
                        .average(0)
                        .orElseThrow())
                .isEqualTo(511, within(1e-6));
        assertThat(new RunLengthChain(List.of(new ZonePattern.Beyond(2)))
                        .average(0)
                        .orElseThrow())
                .isEqualTo(21.98, within(0.0051));
        assertThat(new RunLengthChain(List.of(new ZonePattern.Within(15, 1))).average(3))
                .isEmpty();
        assertThat(new RunLengthChain(List.of(new ZonePattern.OneSide(9))).states())
                .isEqualTo(17);
    }

    /** Lucas and Saccucci 1990, table 3, limits of long t; recomputed with 200 nodes in NumPy. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 2.615, 499.933, 28.764, 11.383, 5.225, 3.496",
        "0.10, 2.814, 499.580, 31.297, 10.331, 4.362, 2.868",
        "0.20, 2.962, 499.735, 41.764, 10.542, 3.743, 2.381",
        "0.40, 3.054, 499.951, 71.201, 14.263, 3.522, 2.019",
        "0.20, 2.86, 371.103, 36.203, 9.802, 3.593, 2.309"
    })
    void runLengthsOfMovingAveragesAreThoseOfLucasAndSaccucci(
            double lambda, double width, double none, double half, double one, double two, double three) {
        double[] shifts = {0, 0.5, 1, 2, 3};
        double[] lengths = Arrays.stream(shifts)
                .map(shift -> new EwmaRunLength(new EwmaRule(lambda, width), shift).withSettledLimits())
                .toArray();

        assertThat(lengths).containsExactly(new double[] {none, half, one, two, three}, within(0.00051));
    }

    /** With limits of each t alarms come sooner; NumPy, 200 nodes, 400 steps. */
    @ParameterizedTest
    @CsvSource({"0, 365.856", "0.5, 34.751", "1, 8.795", "2, 2.713", "3, 1.531"})
    void movingAveragesWithTheirOwnLimitsAlarmSooner(double shift, double expected) {
        assertThat(new EwmaRunLength(EwmaRule.USUAL, shift).withOwnLimits()).isEqualTo(expected, within(0.00051));
        Estimate simulated = SIMULATION.runLength(RuleSet.of(EwmaRule.USUAL), shift);
        assertThat(simulated.value()).as("seed 1987").isEqualTo(expected, within(4 * simulated.u()));
    }

    /** A moving average of weight 1 is the value itself. */
    @Test
    void aMovingAverageOfWeightOneIsTheLimitRule() {
        assertThat(new EwmaRunLength(new EwmaRule(1, 3), 1).withOwnLimits()).isEqualTo(43.8947, within(1e-3));
    }

    /** Crowder's integral equation (1987) solved by piecewise collocation in NumPy, D₄d₂ = 3.68589. */
    @ParameterizedTest
    @CsvSource({"0, 105.331", "1, 37.464", "2, 6.279", "3, 2.000"})
    void runLengthsOfIndividualsWithMovingRangesAreThoseOfCrowder(double shift, double expected) {
        Estimate simulated = SIMULATION.runLength(RuleSet.of(RunRule.limit(), new MovingRangeRule()), shift);

        assertThat(simulated.value()).as("seed 1987").isEqualTo(expected, within(4 * simulated.u()));
    }

    /** Simulated by others; their figures have an error of about 1 % too, so of the difference √2 %. */
    @ParameterizedTest
    @CsvSource({
        "1 2 3, 0, 146",
        "1 2 3, 1, 16.7",
        "1 2 3 5 6, 0, 90",
        "1 2 3 5 6, 1, 9.6",
        "1 2 3 4 5 6 7 8, 0, 73",
        "1 2 3 4 5 6 7 8, 1, 9.7",
        "3, 0, 420",
        "3, 2, 418"
    })
    void runLengthsOfNelsonRulesAreReproduced(String numbers, double shift, double expected) {
        Estimate simulated = SIMULATION.runLength(rules(Family.NELSON, numbers), shift);

        assertThat(simulated.value())
                .as("seed 1987, standard error %.2f", simulated.u())
                .isEqualTo(expected, within(4 * Math.sqrt(2) * simulated.u()));
    }

    @Test
    void simulationAndChainAgree() {
        RuleSet rules = rules(Family.NELSON, "1 2 5 6 7 8");

        Estimate simulated = SIMULATION.runLength(rules, 0.5);

        assertThat(simulated.value()).as("seed 1987").isEqualTo(chain(rules, 0.5), within(4 * simulated.u()));
        assertThat(AlarmPrice.runLength(rules, 0.5, SIMULATION).u()).isZero();
        assertThat(AlarmPrice.runLength(RuleSet.standard(), 2, SIMULATION).u()).isPositive();
    }

    /** Twelve points a year: one in 31 years by the limit rule, one in 12.7 with eight in a row. */
    @Test
    void thePriceOfARuleIsThePointsOfAYearOverItsRunLength() {
        AlarmPrice limit = AlarmPrice.known(RuleSet.of(RunRule.limit()), 12, SIMULATION);
        AlarmPrice row = AlarmPrice.known(rules(Family.WESTERN_ELECTRIC, "1 4"), 12, SIMULATION);

        assertThat(limit.basis()).isEqualTo(AlarmPrice.Basis.RECKONED);
        assertThat(1 / limit.aYear().value()).isEqualTo(30.87, within(0.0051));
        assertThat(1 / row.aYear().value()).isEqualTo(12.73, within(0.0051));
        // 20 metrics on 10 instruments each month, limit rule: 200·12/370.4.
        assertThat(200 * limit.aYear().value()).isEqualTo(6.48, within(0.0051));
        assertThat(limit.aYear().u()).isZero();
    }

    @Test
    void thePriceOfTheUsualRulesIsSimulated() {
        AlarmPrice price = AlarmPrice.known(RuleSet.standard(), 12, SIMULATION);

        assertThat(price.basis()).isEqualTo(AlarmPrice.Basis.SIMULATED);
        // More than any of its rules alone, fewer than all of them together: 1/370 + 1/255 + 1/366.
        assertThat(price.runLength().value()).isBetween(1 / (1 / 370.4 + 1 / 255.0 + 1 / 365.9), 152.73);
        assertThat(AlarmPrice.known(RuleSet.standard(), 12, SIMULATION)).isEqualTo(price);
        assertThat(price.aYear().u()).isPositive();
    }

    /**
     * Probability of an alarm in twelve points behind a baseline with the usual limits, and of seeing +2σ; by simulation of
     * others, whose error is a unit of the last digit. Binomial scatter of 20,000 runs is at most 0.35 %.
     */
    @ParameterizedTest
    @CsvSource({
        "5, 0.283, 0.69",
        "8, 0.206, 0.71",
        "10, 0.176, 0.72",
        "15, 0.130, 0.75",
        "20, 0.105, 0.77",
        "30, 0.080, 0.79"
    })
    void usualLimitsOfFewPointsAlarmTooOften(int baseline, double any, double seen) {
        Simulation simulation = new Simulation(260, 20_000);
        RuleSet limit = RuleSet.of(RunRule.limit());

        Estimate none = simulation
                .behindBaseline(limit, baseline, values -> Reference.usual(values, Spread.MEAN_MOVING_RANGE), 12, 0)
                .any();
        Estimate shifted = simulation
                .behindBaseline(limit, baseline, values -> Reference.usual(values, Spread.MEAN_MOVING_RANGE), 12, 2)
                .any();

        assertThat(none.value()).as("seed 260").isEqualTo(any, within(4 * none.u() + 0.002));
        assertThat(shifted.value()).as("seed 260").isEqualTo(seen, within(4 * shifted.u() + 0.005));
    }

    /** 12 · 0.0027 = 0.0324 alarms a year, whatever the baseline: prediction limits keep it. */
    @ParameterizedTest
    @CsvSource({"3", "19"})
    void provisionalLimitsKeepThePriceOfTheLimitRule(int baseline) {
        AlarmPrice price =
                AlarmPrice.behindBaseline(RuleSet.of(RunRule.limit()), baseline, 12, new Simulation(261, 3000));

        assertThat(price.aYear().value())
                .as("seed 261")
                .isEqualTo(0.0324, within(4 * price.aYear().u()));
        assertThat(price.runLength().value()).isEqualTo(12 / price.aYear().value(), within(1e-9));
    }

    /** Alarms of one baseline come together, so that years with any are fewer than independent values would make. */
    @ParameterizedTest
    @CsvSource({"5, 0.0167"})
    void theChanceOfAnyIsNotAboveWhatIsSaid(int baseline, double expected) {
        Estimate any = new Simulation(262, 4000)
                .behindBaseline(
                        RuleSet.of(RunRule.limit()),
                        baseline,
                        values -> Reference.of(values, Spread.MEAN_MOVING_RANGE),
                        12,
                        0)
                .any();
        double said = new Reference.Provisional(0, 1, baseline, baseline - 1).chanceOfAny(12);

        assertThat(said).isEqualTo(0.0319, within(0.51e-4));
        assertThat(any.value()).as("seed 262").isLessThan(said);
        // Another simulation of 20,000 runs: √(1/4000 + 1/20,000) of √0.0164.
        assertThat(any.value()).as("seed 262").isEqualTo(expected, within(4 * 0.128 * 0.0173));
    }

    @Test
    void aPriceNeedsABaselineAndAYear() {
        assertThatThrownBy(() -> AlarmPrice.behindBaseline(RuleSet.standard(), 2, 12, SIMULATION))
                .hasMessageContaining("3 points or more");
        assertThatThrownBy(() -> new Simulation(1, 1)).hasMessageContaining("two runs");
    }

    /** NumPy, 200 nodes. */
    @ParameterizedTest
    @CsvSource({"0, 370.398", "0.25, 108.707", "0.5, 34.233", "0.7, 15.025"})
    void correlatedNeighboursMakeTheLimitRuleAlarmOften(double phi, double expected) {
        assertThat(Autocorrelation.limitRunLength(phi)).isEqualTo(expected, within(0.00051));
    }
}
