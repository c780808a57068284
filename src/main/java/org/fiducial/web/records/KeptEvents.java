package org.fiducial.web.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Release;

/** The events of the record; those of an instrument are kept until something is added of it. */
final class KeptEvents implements Events {

    private final Events record;
    private final PerInstrument<List<LoggedEvent>> ofInstruments;

    KeptEvents(Events record, Growth growth) {
        this.record = record;
        this.ofInstruments = new PerInstrument<>(growth, record::ofInstrument);
    }

    @Override
    public void add(Event event) {
        record.add(event);
    }

    @Override
    public void add(RegistryChange change, List<Event> happened) {
        record.add(change, happened);
    }

    @Override
    public void add(FollowUp followUp) {
        record.add(followUp);
    }

    @Override
    public void add(Release release, Optional<FollowUp> end) {
        record.add(release, end);
    }

    @Override
    public List<Release> releases(UUID instrumentId) {
        return record.releases(instrumentId);
    }

    @Override
    public List<LoggedEvent> all() {
        return record.all();
    }

    @Override
    public List<LoggedEvent> ofInstrument(UUID instrumentId) {
        return ofInstruments.of(instrumentId);
    }

    @Override
    public Optional<LoggedEvent> byId(UUID eventId) {
        return record.byId(eventId);
    }
}
