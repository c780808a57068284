package org.fiducial.web.trend;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.fiducial.report.NumberText;
import org.fiducial.web.page.Days;
import org.fiducial.web.trend.TrendChart.Axes;
import org.fiducial.web.trend.TrendChart.Frame;
import org.fiducial.web.trend.TrendChart.Tick;

/** The ground of a chart: time and value on axes with round ticks. */
record Plane(Frame frame, Scale x, Scale y, Days days) {

    private static final int TICKS = 5;
    private static final int VALUE_TICKS = 7;
    private static final double MARGIN = 0.08;
    private static final long DAY_MS = 86_400_000L;

    /** From a time to another and over some values, at least one, with room around. */
    static Plane over(Frame frame, Instant from, Instant to, double[] values, Days days) {
        double first = from.toEpochMilli();
        double last = to.toEpochMilli();
        double pad = Math.max((last - first) / 30.0, DAY_MS * 3.0);
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(1);
        double margin = Math.max((high - low) * MARGIN, Math.abs(high) * 1e-3 + 1e-12);
        return new Plane(
                frame,
                new Scale(first - pad, last + pad, Frame.LEFT, frame.right()),
                new Scale(low - margin, high + margin, frame.bottom(), Frame.TOP),
                days);
    }

    Axes axes() {
        return new Axes(frame, timeTicks(), valueTicks());
    }

    private List<Tick> valueTicks() {
        double raw = (y.high() - y.low()) / VALUE_TICKS;
        double decade = Math.pow(10, Math.floor(Math.log10(raw)));
        double share = raw / decade;
        double step = decade * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
        int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
        List<Tick> ticks = new ArrayList<>();
        // Whole multiples: a sum of steps would miss zero by a rounding error, which a label then shows.
        for (double multiple = Math.ceil(y.low() / step); multiple * step <= y.high(); multiple++) {
            double value = multiple * step + 0.0;
            ticks.add(new Tick(y.text(value), NumberText.fixed(value, decimals)));
        }
        return ticks;
    }

    private List<Tick> timeTicks() {
        ZonedDateTime from = Instant.ofEpochMilli((long) x.low()).atZone(days.zone());
        ZonedDateTime to = Instant.ofEpochMilli((long) x.high()).atZone(days.zone());
        int most = TICKS * frame.width() / Frame.SMALL.width();
        double spanDays = (x.high() - x.low()) / DAY_MS;
        int months = (int) Math.ceil(spanDays / 30.4 / most);
        if (spanDays < 60) {
            return dayTicks(from.toLocalDate(), to.toLocalDate(), (int) Math.max(1, Math.ceil(spanDays / most)));
        }
        int step = Stream.of(1, 2, 3, 6, 12, 24, 36, 60, 120)
                .filter(each -> each >= months)
                .findFirst()
                .orElse(240);
        String pattern = step >= 12 ? "uuuu" : "MMM uuuu";
        List<Tick> ticks = new ArrayList<>();
        LocalDate start = LocalDate.of(from.getYear(), 1, 1);
        for (LocalDate day = start; !day.isAfter(to.toLocalDate()); day = day.plusMonths(step)) {
            addTick(day, pattern, ticks);
        }
        return ticks;
    }

    private List<Tick> dayTicks(LocalDate from, LocalDate to, int step) {
        List<Tick> ticks = new ArrayList<>();
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(step)) {
            addTick(day, "d MMM", ticks);
        }
        return ticks;
    }

    private void addTick(LocalDate day, String pattern, List<Tick> ticks) {
        double at = (double) day.atStartOfDay(days.zone()).toInstant().toEpochMilli();
        if (at >= x.low() && x.place(at) < frame.right() - 18 && x.place(at) > Frame.LEFT + 14) {
            ticks.add(new Tick(
                    x.text(at),
                    DateTimeFormatter.ofPattern(pattern, days.locale()).format(day)));
        }
    }
}
