package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Uncertainty.Part;

/**
 * Uncertainty budgets of a series (JCGM 100:2008, 5.1.2): repeatability with the autocorrelation of the readings, resolution,
 * background, and for absolute powers what the certificate adds. Where the meter cancels (stability, drift, linearity,
 * transmission) the certificate does not count.
 */
final class PowerBudget {

    private static final double UNIFORM = Math.sqrt(12);

    /** Standard error of the median over that of the mean, for normal noise. */
    private static final double MEDIAN_FACTOR = Math.sqrt(Math.PI / 2);

    private final SeriesResult series;
    private final MeterScale scale;

    PowerBudget(SeriesResult series) {
        this.series = series;
        this.scale = series.scale();
    }

    Optional<Uncertainty> ofMean() {
        return absolute(series.statistics().orElseThrow().meanMw(), repeatabilityMw());
    }

    Optional<Uncertainty> ofMedian() {
        return absolute(
                series.statistics().orElseThrow().medianMw(), repeatabilityMw().map(u -> u * MEDIAN_FACTOR));
    }

    /**
     * Of a single reading that is named for being the least or the largest: no repeatability is known of it, so that without
     * a certificate in force and without an uncertainty in the file nothing but its rounding would be left to state.
     */
    Optional<Uncertainty> ofExtreme(double powerMw) {
        if (scale.relativeParts().isEmpty() && readingMw().isEmpty()) {
            return Optional.empty();
        }
        return absolute(powerMw, Optional.empty());
    }

    Optional<Uncertainty> ofSd() {
        double sdMw = series.statistics().orElseThrow().sdMw();
        List<Part> parts = new ArrayList<>(List.of(new Part("repeatability", sdMw * relativeOfSpread())));
        scale.relativeParts().forEach(part -> parts.add(new Part(part.name(), part.standard() * sdMw)));
        return Optional.of(Uncertainty.combined(parts));
    }

    Optional<Uncertainty> ofNsd() {
        double nsd = series.statistics().orElseThrow().nsdPercent();
        return Optional.of(Uncertainty.combined(List.of(new Part("repeatability", nsd * relativeOfSpread()))));
    }

    /** Standard error of a standard deviation over it, 1/√(2(ν)). */
    private double relativeOfSpread() {
        return 1 / Math.sqrt(2 * Math.max(1, series.effectiveReadings() - 1));
    }

    /** Standard error of the mean in mW with the autocorrelation of the readings; of two readings or more. */
    Optional<Double> repeatabilityMw() {
        int n = series.statistics().orElseThrow().n();
        return n < 2 ? Optional.empty() : Optional.of(Math.sqrt(series.longRunVariance() / n));
    }

    /** Parts that do not cancel when two places are compared with one meter, in mW. */
    List<Part> relativeMw() {
        List<Part> parts = new ArrayList<>();
        repeatabilityMw().ifPresent(u -> parts.add(new Part("repeatability", u)));
        series.stepMw().ifPresent(step -> parts.add(new Part("resolution", step / UNIFORM)));
        return parts;
    }

    private Optional<Uncertainty> absolute(double powerMw, Optional<Double> repeatabilityMw) {
        List<Part> parts = new ArrayList<>();
        repeatabilityMw.ifPresent(u -> parts.add(new Part("repeatability", u)));
        if (repeatabilityMw.isEmpty()) {
            readingMw().ifPresent(u -> parts.add(new Part("reading", u)));
        }
        scale.relativeParts().forEach(part -> parts.add(new Part(part.name(), part.standard() * Math.abs(powerMw))));
        series.stepMw().ifPresent(step -> parts.add(new Part("resolution", step / UNIFORM)));
        scale.backgroundUMw().ifPresent(u -> parts.add(new Part("zero and background", u * scale.correction())));
        return parts.isEmpty() ? Optional.empty() : Optional.of(Uncertainty.combined(parts));
    }

    /** What the file itself states of a single reading. */
    private Optional<Double> readingMw() {
        return series.judged()
                .standardUncertaintyMw()
                .filter(u -> u.size() == 1)
                .map(u -> u.get(0) * scale.correction());
    }
}
