package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.fiducial.metrology.power.GivenLog.evaluated;
import static org.fiducial.metrology.power.GivenLog.noKey;
import static org.fiducial.metrology.power.GivenLog.value;
import static org.fiducial.metrology.power.GivenLog.whyNot;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fiducial.metrology.numeric.Estimate;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.simulation.PowerLogSimulation;
import org.fiducial.metrology.simulation.PowerLogSimulation.Noise;
import org.fiducial.metrology.simulation.PowerLogSimulation.Reading;
import org.fiducial.metrology.simulation.PowerLogSimulation.Spikes;
import org.fiducial.metrology.simulation.PowerLogSimulation.Temperature;
import org.fiducial.metrology.simulation.PowerLogSimulation.WarmUp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was put into simulated logs is found again, within the uncertainty stated. */
class PowerRecoveryTest {

    private static final String STABILITY = "light-source-stability";

    static PowerSeries series(List<Reading> readings) {
        PowerSeries plain = GivenLog.timed(
                noKey(),
                readings.stream().mapToDouble(Reading::timeS).toArray(),
                readings.stream().mapToDouble(Reading::powerMw).toArray());
        return new PowerSeries(
                0,
                plain.key(),
                plain.powerMw(),
                new PowerSeries.Timing(
                        plain.timing().timeS(),
                        Optional.of(ReadingColumn.of(readings.stream()
                                .mapToDouble(Reading::temperatureCelsius)
                                .toArray())),
                        Optional.empty()),
                plain.fileLine());
    }

    private static JudgedSeries judged(List<Reading> readings) {
        return new ReadingJudge(new MeterRange(0, Double.POSITIVE_INFINITY))
                .judge(series(readings), MeterScale.plain());
    }

    @ParameterizedTest
    @CsvSource({"0, 300, 1", "0.6, 300, 1", "0.9, 240, 30"})
    void driftIsCoveredByTwiceItsUncertainty(double correlation, int n, double intervalS) {
        PowerLogSimulation source = PowerLogSimulation.steady(2).drifting(1.5).with(new Noise(0.3, correlation, 0));
        Random random = new Random(2027);
        int runs = 600;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            PowerDrift drift =
                    PowerDrift.of(judged(source.readings(n, intervalS, random))).orElseThrow();
            // The drift is stated over the mean of the run, which lies half the run's drift above the start.
            double truth = 1.5 / (1 + 0.015 * n * intervalS / 7200);
            if (Math.abs(drift.percentPerHour() - truth) <= 2 * drift.uPercentPerHour()) {
                covered++;
            }
        }
        // Binomial scatter of 95 % over 600 runs is 0.9 %.
        assertThat(covered / (double) runs)
                .as("coverage with seed 2027, correlation %s", correlation)
                .isBetween(0.92, 0.985);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.2, 0", "0.7, 0.2, 0", "0, 0.6, 0", "0.5, 0.2, 1.5"})
    void warmUpConstantIsCoveredByTwiceItsUncertainty(
            double correlation, double noisePercent, double driftPercentPerHour) {
        PowerLogSimulation source = PowerLogSimulation.steady(5)
                .drifting(driftPercentPerHour)
                .with(new WarmUp(8, 1200))
                .with(new Noise(noisePercent, correlation, 0));
        Random random = new Random(2028);
        int runs = 200;
        int covered = 0;
        for (int run = 0; run < runs; run++) {
            Optional<Estimate> constant = constant(source.readings(240, 30, random));
            assertThat(constant).as("run %d of seed 2028", run).isPresent();
            if (Math.abs(constant.get().value() - 1200) <= 2 * constant.get().u()) {
                covered++;
            }
        }
        assertThat(covered / (double) runs)
                .as("coverage with seed 2028, correlation %s", correlation)
                .isGreaterThan(0.90);
    }

    private static Optional<Estimate> constant(List<Reading> readings) {
        return WarmUpCurve.of(judged(readings)).orElseThrow().constantS();
    }

    @Test
    void aSteadySourceHasNoWarmUpConstant() {
        Random random = new Random(2029);
        PowerLogSimulation source = PowerLogSimulation.steady(5).with(new Noise(0.5, 0.5, 0));
        long found = IntStream.range(0, 100)
                .filter(run -> constant(source.readings(240, 30, random)).isPresent())
                .count();
        assertThat(found).as("of 100 runs with seed 2029").isLessThanOrEqualTo(5);
    }

    @Test
    void warmUpTimeIsThatOfTheLastReadingOutsideTheBand() {
        PowerLogSimulation source = PowerLogSimulation.steady(5).with(new WarmUp(8, 1200));
        AnalysisResult result = new GivenLog()
                .with(series(source.readings(240, 30, new Random(1))))
                .analyse(STABILITY);

        // 8 exp(−t/1200) falls below 2 % of the final median at 1200 ln 4 = 27.7 min; readings are half a minute apart.
        assertThat(value(result, "power.warmup")).isCloseTo(20 * Math.log(4), within(0.5));
    }

    @Test
    void aSourceThatNeverSettlesHasNoWarmUpTime() {
        AnalysisResult result = new GivenLog()
                .with(series(PowerLogSimulation.steady(5).drifting(40).readings(240, 30, new Random(1))))
                .analyse(STABILITY);

        assertThat(whyNot(result, "power.warmup")).contains("does not stay within 2 %");
    }

    @Test
    void everySpikeIsFoundAndNothingElse() {
        PowerLogSimulation source =
                PowerLogSimulation.steady(3).with(new Noise(0.3, 0.3, 0.0001)).with(new Spikes(12, 6));
        List<Reading> readings = source.readings(3000, 1, new Random(2030));
        AnalysisResult result = new GivenLog().with(series(readings)).analyse(STABILITY);

        Set<String> truth = IntStream.range(0, readings.size())
                .filter(i -> readings.get(i).spike())
                .mapToObj(i -> String.format("r%06d", i + 2))
                .collect(Collectors.toSet());
        assertThat(result.items().stream().map(item -> item.identity().id()).collect(Collectors.toSet()))
                .isEqualTo(truth);
        assertThat(value(result, "power.stability_long.unflagged"))
                .isGreaterThan(value(result, "power.stability_long") + 1);
    }

    @Test
    void temperatureCoefficientIsFound() {
        PowerLogSimulation source =
                PowerLogSimulation.steady(3).with(new Noise(0.1, 0.5, 0)).with(new Temperature(0.8, 900, -0.4));
        AnalysisResult result = new GivenLog()
                .with(series(source.readings(240, 30, new Random(2031))))
                .analyse(STABILITY);

        Evaluated coefficient = evaluated(result, "power.temperature.coefficient");
        assertThat(coefficient.value().value())
                .isCloseTo(
                        -0.4, within(3 * coefficient.uncertainty().orElseThrow().standard()));
        assertThat(coefficient.uncertainty().orElseThrow().standard()).isLessThan(0.03);
        assertThat(value(result, "power.temperature.correlation")).isBetween(-0.97, -0.85);
    }

    @Test
    void whiteNoiseFallsWithTheRootOfTheAveragingTime() {
        List<Reading> readings =
                PowerLogSimulation.steady(1).with(new Noise(1, 0, 0)).readings(4000, 1, new Random(2032));
        AllanPoints points =
                AllanPoints.of(judged(readings), Sampling.of(judged(readings)).orElseThrow(), 1);

        // σ(τ) = 1 %/√τ; relative scatter of an Allan variance of N/m averages is about √(m/N)
        assertThat(points.points()).allSatisfy(point -> assertThat(point.percent() * Math.sqrt(point.tauS()))
                .as("at %s s with seed 2032", point.tauS())
                .isCloseTo(1, within(3 * Math.sqrt(point.readings() / 4000.0) + 0.01)));
        assertThat(points.points()).extracting(AllanPoints.Point::readings).contains(1, 2, 10, 60, 128);
        assertThat(points.points()).allMatch(point -> 4000 / point.readings() >= 20);
    }
}
