package org.fiducial.web.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.report.Texts;
import org.fiducial.web.SampleFacility;
import org.fiducial.web.page.Days;
import org.fiducial.web.trend.TrendChart.Tick;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Instant START = Instant.parse("2026-01-10T09:00:00Z");
    private static final Days DAYS = new Days(ZoneId.of("Europe/Zurich"), Locale.ENGLISH);

    private static TrendChart chart(int checks, int daysApart, Trend.Bounds bounds) {
        List<Trend.Point> points = IntStream.range(0, checks)
                .mapToObj(i -> new Trend.Point(
                        SampleFacility.id(i),
                        START.plusSeconds(86_400L * daysApart * i),
                        new Trend.Value(0.2 + i * 0.01, 0.004, () -> "0.2"),
                        bounds,
                        VerdictLevel.PASS,
                        Trend.Standing.COUNTS))
                .toList();
        return new Trend(
                        new Trend.Heading("FWHM x", "µm", "/x"),
                        points,
                        Trend.Beside.nothing(),
                        DAYS,
                        Texts.of(Locale.ENGLISH))
                .chart();
    }

    private static Trend.Bounds none() {
        return new Trend.Bounds(Optional.empty(), Trend.Limits.none(), Trend.Limits.none());
    }

    @Test
    void everythingLiesInsideThePlot() {
        TrendChart chart = chart(5, 30, new Trend.Bounds(Optional.of(0.1), atMost(0.3), atMost(0.5)));

        assertThat(chart.marks()).hasSize(5).allSatisfy(mark -> {
            assertThat(Double.parseDouble(mark.x())).isBetween((double) chart.left(), (double) chart.right());
            assertThat(Double.parseDouble(mark.low())).isGreaterThan(Double.parseDouble(mark.high()));
            assertThat(Double.parseDouble(mark.y())).isBetween((double) chart.top(), (double) chart.bottom());
        });
        assertThat(chart.lines())
                .extracting(TrendChart.Line::kind)
                .containsExactly("fail", "warning", "theory", "series");
    }

    /** A void check may lie anywhere: it stretches no axis, and stands at the end of the axis where it lies beyond. */
    @Test
    void voidChecksAreShownAndStretchNothing() {
        TrendChart plain = chart(3, 30, none());
        Trend.Point doubted = point(1, 0.21, Trend.Standing.DOUBT);
        TrendChart chart = new Trend(
                        new Trend.Heading("FWHM x", "µm", "/x"),
                        List.of(point(0, 0.20, Trend.Standing.COUNTS), doubted, point(2, 0.22, Trend.Standing.COUNTS)),
                        new Trend.Beside(List.of(), List.of(), List.of(point(1, 9.0, Trend.Standing.VOID))),
                        DAYS,
                        Texts.of(Locale.ENGLISH))
                .chart();

        assertThat(chart.yTicks()).isEqualTo(plain.yTicks());
        assertThat(chart.marks())
                .extracting(TrendChart.Mark::standing)
                .containsExactly("counts", "doubt", "counts", "void");
        assertThat(chart.marks().get(3).y()).isEqualTo(chart.top() + ".0");
        assertThat(chart.marks().get(3).link().label()).endsWith("void: counts for nothing");
        assertThat(chart.marks().get(1).link().label()).endsWith("in doubt: recalled or rejected");
    }

    private static Trend.Point point(int month, double value, Trend.Standing standing) {
        return new Trend.Point(
                SampleFacility.id(month),
                START.plusSeconds(86_400L * 30 * month),
                new Trend.Value(value, 0.004, () -> "0.2"),
                none(),
                VerdictLevel.PASS,
                standing);
    }

    private static Trend.Limits atMost(double high) {
        return new Trend.Limits(Optional.empty(), Optional.of(high));
    }

    @Test
    void limitsOnBothSidesAreDrawn() {
        Trend.Limits both = new Trend.Limits(Optional.of(-0.5), Optional.of(0.5));

        assertThat(chart(3, 30, new Trend.Bounds(Optional.empty(), Trend.Limits.none(), both))
                        .lines())
                .extracting(TrendChart.Line::kind)
                .containsExactly("fail", "fail", "series");
    }

    @Test
    void servicesAreMarkedBehindTheMeasurements() {
        Instant service = START.plusSeconds(86_400L * 2);
        Instant longBefore = START.minusSeconds(86_400L * 400);
        TrendChart chart = new Trend(
                        new Trend.Heading("FWHM x", "µm", "/x"),
                        List.of(new Trend.Point(
                                SampleFacility.id(1),
                                START,
                                new Trend.Value(0.2, 0, () -> "0.2"),
                                none(),
                                VerdictLevel.PASS,
                                Trend.Standing.COUNTS)),
                        new Trend.Beside(List.of(longBefore, START, service), List.of(START, longBefore), List.of()),
                        DAYS,
                        Texts.of(Locale.ENGLISH))
                .chart();

        assertThat(chart.lines()).extracting(TrendChart.Line::kind).containsExactly("event", "event", "lot", "series");
        assertThat(chart.shows("lot")).isTrue();
        assertThat(chart.lines().get(0).path())
                .startsWith("M" + chart.marks().get(0).x() + " " + chart.top());
    }

    @Test
    void ticksFollowTheSpanFromDaysToYears() {
        assertThat(chart(3, 4, none()).xTicks()).extracting(Tick::label).allMatch(label -> label.matches("\\d+ Jan"));
        assertThat(chart(5, 60, none()).xTicks()).extracting(Tick::label).contains("Mar 2026");
        assertThat(chart(10, 365, none()).xTicks()).extracting(Tick::label).contains("2029");
        assertThat(chart(10, 365, none()).xTicks()).hasSizeLessThan(8);
    }

    @Test
    void aSingleCheckIsAChartToo() {
        TrendChart chart = chart(1, 1, none());

        assertThat(chart.marks()).hasSize(1);
        assertThat(chart.yTicks()).isNotEmpty();
        assertThat(chart.lines()).extracting(TrendChart.Line::kind).containsExactly("series");
        assertThat(chart.summary()).contains("FWHM x", "10 January 2026");
    }

    @Test
    void pointsSayDayValueAndVerdict() {
        assertThat(chart(2, 30, none()).marks().get(1).link().label()).isEqualTo("9 February 2026: FWHM x 0.2, pass");
    }
}
