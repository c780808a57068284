package org.fiducial.metrology.protocol;

import java.util.List;
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
 */
public record MetricDefinition(
        String key, String title, Unit unit, Standing standing, List<MicroscopePart> covers, String definition) {

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
    }
}
