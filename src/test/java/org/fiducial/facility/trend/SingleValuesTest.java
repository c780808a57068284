package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.assertj.core.data.Offset;
import org.fiducial.SharedFolder;
import org.junit.jupiter.api.Test;

/** Charts of single values against worked examples. */
class SingleValuesTest {

    /** Half a unit of the fourth digit given. */
    private static final Offset<Double> FOURTH_DIGIT = within(0.51e-4);

    /** NIST/SEMATECH e-Handbook 6.3.2.2, flow rate. */
    private static final double[] FLOW = {49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};

    /** Montgomery, viscosity of aircraft primer paint. */
    private static final double[] PAINT = {
        33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84
    };

    /** R package qcc, viscosity, batches 1 to 20. */
    private static final double[] BATCHES = {
        34.05, 34.40, 33.59, 35.96, 34.70, 33.51, 33.79, 34.04, 34.52, 33.75, 33.27, 33.71, 34.03, 34.58, 34.02, 33.97,
        34.05, 34.04, 33.73, 34.05
    };

    /** NIST/SEMATECH e-Handbook 6.3.2.4. */
    private static final double[] MONITORED = {
        52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4,
        53.6, 52.1
    };

    private static ControlChart individuals(double[] values) {
        return new SingleValues(values, Reference.usual(values, Spread.MEAN_MOVING_RANGE))
                .individuals(List.of(RunRule.limit()));
    }

    private static List<Integer> hits(ControlChart chart) {
        return chart.hits().stream().map(hit -> hit.point() + 1).toList();
    }

    @Test
    void limitsOfFlowRatesAreThoseOfTheHandbook() {
        ControlChart chart = individuals(FLOW);

        assertThat(chart.centre()).isEqualTo(50.81, within(1e-12));
        // With d₂ = 1.128379; the handbook rounds it to 1.128 and prints 55.8041 and 45.8159.
        assertThat(chart.points().get(0).upper()).isEqualTo(55.8024, FOURTH_DIGIT);
        assertThat(chart.points().get(0).lower()).isEqualTo(45.8176, FOURTH_DIGIT);
        double withRoundedConstant = 50.81 + 3 * 1.8778 / 1.128;
        assertThat(withRoundedConstant).isEqualTo(55.8041, within(1e-4));
        assertThat(chart.hits()).isEmpty();
    }

    @Test
    void limitsOfPaintAreThoseOfMontgomery() {
        ControlChart chart = individuals(PAINT);
        ControlChart ranges = new SingleValues(PAINT, Reference.usual(PAINT, Spread.MEAN_MOVING_RANGE)).movingRanges();

        assertThat(chart.centre()).isEqualTo(33.5233, FOURTH_DIGIT);
        // Printed with d₂ = 1.128, which moves them by 1.2785·0.000379/1.128 = 0.00043.
        assertThat(chart.points().get(0).lower()).isEqualTo(32.2448, within(0.0005));
        assertThat(chart.points().get(0).upper()).isEqualTo(34.8018, within(0.0005));
        assertThat(ranges.centre()).isEqualTo(0.48071, within(0.51e-5));
        // D₄ = 3.2665 here, 3.267 in the book: 0.48071·0.0005.
        assertThat(ranges.points().get(0).upper()).isEqualTo(1.5703, within(0.0003));
        assertThat(ranges.points()).hasSize(14);
        assertThat(ranges.points().get(0).index()).isEqualTo(1);
        assertThat(ranges.hits()).isEmpty();
    }

    @Test
    void oneBatchOfTwentyIsBeyondTheLimits() {
        ControlChart chart = individuals(BATCHES);

        assertThat(chart.centre()).isEqualTo(34.0880, FOURTH_DIGIT);
        // Printed with d₂ = 1.128: 1.523·0.000336 = 0.0005.
        assertThat(chart.points().get(0).lower()).isEqualTo(32.5656, within(0.0006));
        assertThat(chart.points().get(0).upper()).isEqualTo(35.6104, within(0.0006));
        assertThat(hits(chart)).containsExactly(4);
        assertThat(chart.hitAt(3)).isPresent();
        assertThat(chart.hitAt(4)).isEmpty();
        assertThat(chart.points().get(3).zone()).isEqualTo(ChartPoint.Zone.BEYOND);
        assertThat(chart.points().get(0).zone()).isEqualTo(ChartPoint.Zone.C);
    }

    @Test
    void theFileOfBatchesHoldsTheSameNumbers() throws IOException {
        double[] values = Files.readAllLines(SharedFolder.data("qcc/viscosity.txt")).stream()
                .map(line -> line.strip().split("\\s+"))
                .filter(row -> row[row.length - 1].equals("TRUE"))
                .mapToDouble(row -> Double.parseDouble(row[1]))
                .toArray();

        assertThat(values).containsExactly(BATCHES);
    }

    /** A median moving range is not moved by the one batch that is odd. */
    @Test
    void aMedianMovingRangeGivesItsOwnLimits() {
        Reference reference = Reference.usual(FLOW, Spread.MEDIAN_MOVING_RANGE);

        // Moving ranges 2 2.3 1.4 3.5 3.4 1.4 0.2 1.2 1.5: median 1.5.
        assertThat(reference.sigma()).isEqualTo(1.5 / 0.953873, within(1e-5));
    }

    @Test
    void movingAveragesAreThoseOfTheHandbook() {
        ControlChart chart = new SingleValues(MONITORED, new Reference.Established(50, 2.0539))
                .movingAverages(new EwmaRule(0.3, 3), 0);

        assertThat(chart.points().stream().mapToDouble(ChartPoint::value).toArray())
                .containsExactly(
                        new double[] {
                            50.60, 49.52, 50.564, 50.1848, 50.1594, 49.2116, 49.7481, 49.8537, 50.2576, 50.3303,
                            50.1112, 49.3578, 49.5205, 50.0543, 49.3780, 49.9246, 50.7272, 51.2291, 51.9403, 51.9882
                        },
                        within(0.51e-4));
        // Limits of long t; after 20 points (0.7)⁴⁰ = 6e-7 of their square is missing.
        assertThat(chart.points().get(19).upper()).isEqualTo(52.5884, FOURTH_DIGIT);
        assertThat(chart.points().get(19).lower()).isEqualTo(47.4116, FOURTH_DIGIT);
        assertThat(chart.hits()).isEmpty();
    }

    @Test
    void limitsOfMovingAveragesOpenWithTheFirstPoints() {
        ControlChart chart = new SingleValues(new double[] {11, 13, 12}, new Reference.Established(10, 2))
                .movingAverages(new EwmaRule(0.5, 2), 0);

        assertThat(chart.points().stream().mapToDouble(ChartPoint::value).toArray())
                .containsExactly(new double[] {10.5, 11.75, 11.875}, within(1e-12));
        // σ(z) = 1, √1.25, √1.3125, times two.
        assertThat(chart.points().stream()
                        .mapToDouble(point -> point.upper() - 10)
                        .toArray())
                .containsExactly(new double[] {2, 2 * Math.sqrt(1.25), 2 * Math.sqrt(1.3125)}, within(1e-12));
    }

    @Test
    void movingAveragesBeginAnewBehindTheBaseline() {
        ControlChart chart = new SingleValues(new double[] {12, 12, 10, 11}, new Reference.Established(10, 1))
                .movingAverages(new EwmaRule(0.5, 3), 2);

        assertThat(chart.points().stream().mapToDouble(ChartPoint::value).toArray())
                .containsExactly(new double[] {11, 11.5, 10, 10.5}, within(1e-12));
        assertThat(chart.points().get(2).upper())
                .isEqualTo(chart.points().get(0).upper());
    }

    @Test
    void aMovingAverageBeyondItsLimitIsAHit() {
        ControlChart chart = new SingleValues(new double[] {2, 2, 2, 2}, new Reference.Established(0, 1))
                .movingAverages(EwmaRule.USUAL, 0);

        // z/σ(z) = 2.0, 0.72/(0.2√1.64) = 2.81, 0.976/(0.2√2.0496) = 3.41: the third is beyond 2.86.
        assertThat(hits(chart)).containsExactly(3, 4);
        assertThat(chart.hits().get(0).rule().id()).isEqualTo("ewma");
    }
}
