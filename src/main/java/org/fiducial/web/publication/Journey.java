package org.fiducial.web.publication;

import java.util.List;
import java.util.Optional;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.report.CoverageText;
import org.fiducial.report.CoveringValues;

/**
 * What somebody who imaged asks of an instrument, and what the record says to it, of which only what is public may be shown.
 *
 * @param published the instrument, with what may be shown of it
 * @param span the days asked for; today where they were not understood
 * @param paths the light paths there were on these days
 * @param asked the light path asked for, else the one checked last; empty where there was none
 * @param coverage what its checks say; empty where the question was not understood, or there was no light path
 * @param values the numbers of these checks; none where numbers are not public
 * @param text how it is said
 * @param problem what was not understood, in one sentence; empty where all was
 */
record Journey(
        PublishedInstrument published,
        Span span,
        List<Configuration> paths,
        Optional<Configuration> asked,
        Optional<Coverage> coverage,
        List<CoveringValues.Row> values,
        CoverageText text,
        Optional<String> problem) {

    Journey {
        paths = List.copyOf(paths);
        values = List.copyOf(values);
    }
}
