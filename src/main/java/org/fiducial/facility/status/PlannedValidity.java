package org.fiducial.facility.status;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.schedule.Due;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/**
 * Where a plan asks for a check, a good one holds until the window of the next closes: overdue turns fine into unknown. Where
 * several plans ask for the same, the first window that closes counts. A check that counts for no plan and is newer than the
 * last that does, and everything nobody planned, holds as the protocol proposes.
 */
public final class PlannedValidity implements Validity {

    private final Map<Asked, Planned> planned = new HashMap<>();
    private final Validity unplanned;

    private record Asked(UUID configurationId, String protocolId) {}

    private record Planned(Instant until, Instant last) {

        static Planned first(Planned one, Planned other) {
            return one.until().isBefore(other.until()) ? one : other;
        }
    }

    /**
     * What plans say on a day.
     *
     * @param due what was due on that day, by the checks of then
     * @param zone where its days are counted
     * @param unplanned how long a check holds that nobody planned
     */
    public PlannedValidity(List<Due> due, ZoneId zone, Validity unplanned) {
        this.unplanned = unplanned;
        for (Due each : due) {
            each.last()
                    .ifPresent(last -> planned.merge(
                            new Asked(
                                    each.path().configurationId(),
                                    each.plan().subject().protocolId()),
                            new Planned(
                                    each.closes()
                                            .plusDays(1)
                                            .atStartOfDay(zone)
                                            .toInstant()
                                            .minusMillis(1),
                                    last.measuredAt()),
                            Planned::first));
        }
    }

    @Override
    public Instant holdsUntil(CheckSummary check) {
        Planned asked =
                planned.get(new Asked(check.configurationId(), check.protocol().id()));
        return asked == null || check.measuredAt().isAfter(asked.last()) ? unplanned.holdsUntil(check) : asked.until();
    }

    @Override
    public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
        return unplanned.speaksFor(protocol, kind);
    }
}
