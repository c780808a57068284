package org.fiducial.facility.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of events. Append-only: nothing here changes or removes one. */
public interface Events {

    /** Adds an event; the parts it names are of its facility. */
    void add(Event event);

    /** Adds what became of an event. */
    void add(FollowUp followUp);

    /** The events of an instrument, newest first, those withdrawn too. */
    List<LoggedEvent> ofInstrument(UUID instrumentId);

    /** The event of an id. */
    Optional<LoggedEvent> byId(UUID eventId);
}
