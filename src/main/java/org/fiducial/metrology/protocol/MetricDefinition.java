package org.fiducial.metrology.protocol;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.quantity.Unit;

/**
 * A metric as {@code protocol.yaml} declares it.
 *
 * @param key for instance {@code psf.fwhm.x}
 * @param title a few words for people, for instance {@code FWHM x}
 * @param unit the unit its values are written in
 * @param standing where pages show it
 * @param covers what it speaks for, for instance the objective
 * @param definition one sentence
 * @param levels what its numbers stand for, where they count words from 0, for instance {@code no, yes}; else empty
 */
public record MetricDefinition(
        String key,
        String title,
        Unit unit,
        Standing standing,
        List<MicroscopePart> covers,
        String definition,
        List<String> levels) {

    /** A metric whose numbers are numbers. */
    public MetricDefinition(
            String key, String title, Unit unit, Standing standing, List<MicroscopePart> covers, String definition) {
        this(key, title, unit, standing, covers, definition, List.of());
    }

    /** Where pages show a metric. */
    public enum Standing {
        /** Shown first, trended and judged. */
        HEADLINE,
        /** Shown with the result. */
        DETAIL,
        /** Shown on request, for comparison with other tools. */
        COMPARISON
    }

    public MetricDefinition {
        covers = List.copyOf(covers);
        levels = List.copyOf(levels);
    }

    /** The word a number stands for; empty where numbers are numbers. */
    public Optional<String> level(double number) {
        int index = (int) Math.rint(number);
        return index >= 0 && index < levels.size() ? Optional.of(levels.get(index)) : Optional.empty();
    }
}
