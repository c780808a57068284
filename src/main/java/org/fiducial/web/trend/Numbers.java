package org.fiducial.web.trend;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.fiducial.report.Texts;

/**
 * The numbers of one metric in one channel, or at one line, set point and place.
 *
 * @param trended the metric
 * @param place where
 * @param heading title and unit
 * @param counted those of checks that are not void, oldest first
 * @param voided those of void checks
 */
record Numbers(
        Trended trended, Place place, Trend.Heading heading, List<Trend.Point> counted, List<Trend.Point> voided) {

    /** Between metric and place in an address; no metric has it. */
    private static final String SEPARATOR = "~";

    Numbers {
        counted = List.copyOf(counted);
        voided = List.copyOf(voided);
    }

    /** The channel of a light path, or 0 and the line, set point and place in words. */
    record Place(int channel, String words) {

        String text(Texts texts) {
            return channel == 0 ? words : texts.text("channel.small", channel);
        }

        private String slug() {
            String where = words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
            String both = channel == 0 ? where : "c" + channel + "-" + where;
            return both.replaceAll("-$", "");
        }
    }

    /** What they are called in an address, for instance {@code psf.fwhm.x~c1}. */
    static String name(Trended trended, Place place) {
        String where = place.slug();
        return where.isEmpty() ? trended.metric() : trended.metric() + SEPARATOR + where;
    }

    /** Whether a name can be that of numbers of a metric. */
    static boolean isOf(Trended trended, String name) {
        return name.equals(trended.metric()) || name.startsWith(trended.metric() + SEPARATOR);
    }

    String name() {
        return name(trended, place);
    }

    /** The same times a factor of each point; points without one are left out. */
    Numbers times(Function<Trend.Point, Optional<Double>> factor, String unit) {
        return new Numbers(
                trended,
                place,
                new Trend.Heading(heading.title(), unit, heading.address()),
                times(counted, factor, unit),
                times(voided, factor, unit));
    }

    private static List<Trend.Point> times(
            List<Trend.Point> points, Function<Trend.Point, Optional<Double>> factor, String unit) {
        return points.stream()
                .flatMap(point -> factor.apply(point).map(each -> point.times(each, unit)).stream())
                .toList();
    }
}
