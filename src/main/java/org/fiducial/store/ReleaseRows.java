package org.fiducial.store;

import static org.fiducial.store.generated.Tables.EVENT;
import static org.fiducial.store.generated.Tables.SERVICE_RETURN;
import static org.fiducial.store.generated.Tables.SERVICE_WAIVER;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Release;
import org.fiducial.store.generated.tables.records.ServiceReturnRecord;
import org.fiducial.store.generated.tables.records.ServiceWaiverRecord;
import org.jooq.DSLContext;
import org.jooq.TableRecord;

/** Returns to service as rows, and back. */
final class ReleaseRows {

    private ReleaseRows() {}

    static List<TableRecord<?>> of(Release release, String facility, Optional<String> person) {
        String id = release.id().toString();
        List<TableRecord<?>> rows = new ArrayList<>();
        rows.add(new ServiceReturnRecord(
                facility,
                id,
                release.eventId().toString(),
                release.at().toEpochMilli(),
                release.waiver().reason(),
                person.orElse(null),
                release.entry().at().toEpochMilli(),
                release.entry().zone().getId()));
        for (Release.Waived waived : release.waiver().checks()) {
            rows.add(new ServiceWaiverRecord(
                    facility, id, rows.size() - 1, waived.configurationId().toString(), waived.protocolId()));
        }
        return rows;
    }

    static List<Release> read(DSLContext context, UUID instrumentId) {
        List<ServiceReturnRecord> rows = context.select(SERVICE_RETURN.fields())
                .from(SERVICE_RETURN)
                .join(EVENT)
                .on(EVENT.FACILITY_ID.eq(SERVICE_RETURN.FACILITY_ID))
                .and(EVENT.EVENT_ID.eq(SERVICE_RETURN.EVENT_ID))
                .where(EVENT.INSTRUMENT_ID.eq(instrumentId.toString()))
                .orderBy(SERVICE_RETURN.RETURN_ID.desc())
                .fetchInto(SERVICE_RETURN);
        if (rows.isEmpty()) {
            return List.of();
        }
        String facility = rows.get(0).getFacilityId();
        Map<String, String> names = People.names(context, facility);
        Map<String, List<Release.Waived>> waived = context.selectFrom(SERVICE_WAIVER)
                .where(SERVICE_WAIVER.FACILITY_ID.eq(facility))
                .and(SERVICE_WAIVER.RETURN_ID.in(
                        rows.stream().map(ServiceReturnRecord::getReturnId).toList()))
                .orderBy(SERVICE_WAIVER.POSITION)
                .fetchGroups(
                        SERVICE_WAIVER.RETURN_ID,
                        row -> new Release.Waived(UUID.fromString(row.getConfigurationId()), row.getProtocolId()));
        return rows.stream()
                .map(row -> release(row, waived.getOrDefault(row.getReturnId(), List.of()), names))
                .toList();
    }

    private static Release release(ServiceReturnRecord row, List<Release.Waived> waived, Map<String, String> names) {
        return new Release(
                UUID.fromString(row.getReturnId()),
                UUID.fromString(row.getEventId()),
                Instant.ofEpochMilli(row.getReturnedAt()),
                new Release.Waiver(waived, row.getReason()),
                new Event.Entry(
                        Optional.ofNullable(row.getPersonId()).map(names::get).orElse(""),
                        Instant.ofEpochMilli(row.getEnteredAt()),
                        ZoneId.of(row.getZone())));
    }
}
