package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiducial.metrology.power.GivenLog.key;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Curve;
import org.fiducial.metrology.protocol.FigurePart.Panel;
import org.fiducial.metrology.simulation.PowerLogSimulation;
import org.fiducial.metrology.simulation.PowerLogSimulation.Noise;
import org.fiducial.metrology.simulation.PowerLogSimulation.Reading;
import org.fiducial.metrology.simulation.PowerLogSimulation.Spikes;
import org.fiducial.metrology.simulation.PowerLogSimulation.Temperature;
import org.junit.jupiter.api.Test;

class PowerPicturesTest {

    private static PowerSeries series(double lineNm, int n) {
        List<Reading> readings = PowerLogSimulation.steady(2)
                .with(new Noise(0.3, 0.4, 0))
                .with(new Spikes(2, 8))
                .with(new Temperature(0.5, 600, 0))
                .readings(n, 1, new Random(n));
        PowerSeries plain = PowerRecoveryTest.series(readings);
        return new PowerSeries(0, key(lineNm, 20), plain.powerMw(), plain.timing(), plain.fileLine());
    }

    private static Stream<Curve> curves(Figure figure) {
        if (figure instanceof Figure.Panels panels) {
            return panels.panels().stream().map(Panel::curves).flatMap(List::stream);
        }
        return figure instanceof Figure.Curves curves ? curves.curves().stream() : Stream.empty();
    }

    @Test
    void everySeriesHasItsPicturesAndAllStandTogether() {
        AnalysisResult result =
                new GivenLog().with(series(488, 300)).with(series(561, 30_000)).analyse("light-source-stability");

        assertThat(result.figures())
                .extracting(figure -> figure.caption().id())
                .containsExactly(
                        "all-lines", "power-1", "distribution-1", "allan-1", "power-2", "distribution-2", "allan-2");
        assertThat(result.figures())
                .flatMap(figure -> curves(figure).toList())
                .allSatisfy(curve -> assertThat(curve.x()).hasSizeLessThanOrEqualTo(2_000));
        assertThat(result.figures().get(1).caption().text()).contains("300 readings, one every 1\u00a0s");
        assertThat(result.figures().get(4).caption().text()).contains("the least and the largest are drawn");
        assertThat(curves(result.figures().get(4)).map(Curve::name)).containsExactly("power", "flagged", "temperature");
    }

    @Test
    void aThinnedCurveKeepsItsExtremes() {
        double[] y = new double[10_000];
        y[4321] = -5;
        y[4322] = 7;
        Envelope shape = Envelope.of(Numbers.of(GivenLog.every(1, 10_000)), Numbers.of(y), 100);

        assertThat(shape.y()).hasSize(200).contains(-5.0, 7.0);
        assertThat(shape.x()).isSorted();
    }

    @Test
    void linearityShowsBothDirectionsWithTheirResiduals() {
        GivenLog log = new GivenLog();
        for (double nm : new double[] {488, 561}) {
            for (int set = 10; set <= 100; set += 10) {
                log.with(new PowerSeries(
                        0,
                        new SeriesKey(OptionalDouble.of(nm), OptionalDouble.of(set), ""),
                        ReadingColumn.of(0.02 * set, 0.021 * set),
                        new PowerSeries.Timing(Optional.empty(), Optional.empty(), Optional.empty()),
                        ReadingColumn.of(set, 300 - set)));
            }
        }
        AnalysisResult result = log.analyse("light-source-linearity");

        assertThat(result.figures())
                .extracting(figure -> figure.caption().id())
                .containsExactly("all-lines", "linearity-1", "linearity-2");
        assertThat(curves(result.figures().get(1)).map(Curve::name))
                .containsExactly("rising", "falling", "straight line", "rising", "falling");
        // The set point of 100 is visited once, from below, with both of its readings.
        assertThat(GivenLog.value(result, "power.linearity.hysteresis")).isBetween(4.0, 5.0);
    }

    @Test
    void powersAreShownInTheUnitTheyNeed() {
        assertThat(PlotScale.power(3).unit()).isEqualTo("mW");
        assertThat(PlotScale.power(0.02).unit()).isEqualTo("µW");
        assertThat(PlotScale.power(1e-5).unit()).isEqualTo("nW");
        assertThat(PlotScale.time(300).unit()).isEqualTo("s");
        assertThat(PlotScale.time(7200).unit()).isEqualTo("min");
        assertThat(PlotScale.time(1e5).unit()).isEqualTo("h");
    }
}
