package org.fiducial.web.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.metrology.protocol.ProtocolDefinition;

/**
 * The checks of a protocol on a light path over time with their numbers.
 *
 * @param checks newest first, void ones too
 * @param points their numbers, oldest first, then those of void checks
 * @param artefacts what each was measured with, where the protocol asks for it
 */
public record Series(List<CheckSummary> checks, List<SeriesPoint> points, Map<UUID, String> artefacts) {

    /** What protocols call the slide, lot or meter they are made with. */
    private static final List<String> KIT = List.of("artefact", "meter");

    public Series {
        checks = List.copyOf(checks);
        points = List.copyOf(points);
        artefacts = Map.copyOf(artefacts);
    }

    static Series of(FacilityRecords records, SeriesQuery query) {
        List<CheckSummary> checks = records.checks()
                .some(
                        query.instrumentId(),
                        CheckList.Filter.of(query.configurationId(), query.protocolId()),
                        new CheckList.Part(0, query.newest()));
        List<SeriesPoint> points = new ArrayList<>(records.checks().series(query));
        if (checks.stream().anyMatch(CheckSummary::isVoid)) {
            points.addAll(records.checks().voided(query));
        }
        Map<UUID, String> kit = records.catalogue()
                .find(query.protocolId())
                .flatMap(entry -> kit(entry.definition()))
                .map(parameter -> records.checks().given(query, parameter))
                .orElse(Map.of());
        return new Series(checks, points, kit);
    }

    private static Optional<String> kit(ProtocolDefinition protocol) {
        return KIT.stream().filter(name -> protocol.parameter(name).isPresent()).findFirst();
    }
}
