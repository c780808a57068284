package org.fiducial.web.limit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.web.records.FacilityRecords;

/**
 * The limits and baselines of all light paths of an instrument, read together.
 *
 * @param instrument the instrument
 * @param versions by protocol
 * @param baselines by series
 */
record InstrumentLimits(
        Instrument instrument,
        Map<String, List<LimitVersion>> versions,
        Map<Baseline.Series, List<Baseline>> baselines) {

    static InstrumentLimits of(FacilityRecords records, Instrument instrument) {
        return new InstrumentLimits(
                instrument,
                records.limits().versions(instrument.id()).stream()
                        .collect(Collectors.groupingBy(each -> each.subject().protocolId())),
                records.limits().baselines(instrument.id()).stream().collect(Collectors.groupingBy(Baseline::series)));
    }

    /** The versions that may hold for a light path, by number. */
    List<LimitVersion> versions(Configuration path, String protocolId) {
        return versions.getOrDefault(protocolId, List.of()).stream()
                .filter(version -> mayHold(version.subject().scope().id(), path))
                .toList();
    }

    private boolean mayHold(UUID scope, Configuration path) {
        return scope.equals(path.id()) || scope.equals(instrument.id()) || scope.equals(instrument.facilityId());
    }

    /** The baselines of a light path, oldest first. */
    List<Baseline> baselines(Configuration path, String protocolId) {
        return baselines.getOrDefault(new Baseline.Series(path.id(), protocolId), List.of());
    }
}
