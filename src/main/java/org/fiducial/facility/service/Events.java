package org.fiducial.facility.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.RegistryChange;

/** The record of events. Append-only: nothing here changes or removes one. */
public interface Events {

    /** Adds an event; the parts it names are of its facility. */
    void add(Event event);

    /**
     * Adds what the registry learnt together with the events it was, all or nothing.
     *
     * @throws org.fiducial.facility.instrument.ChangedMeanwhileException if somebody else was faster
     */
    default void add(RegistryChange change, List<Event> happened) {
        throw new UnsupportedOperationException();
    }

    /** Adds what became of an event. */
    void add(FollowUp followUp);

    /** Adds a component with where it is first, and the events that its coming was, all or nothing. */
    default void add(Component component, Move first, List<Event> happened) {
        throw new UnsupportedOperationException("no components are kept here");
    }

    /**
     * Adds the word that an instrument is back in use.
     *
     * @param end what ends the work with it, in one step; empty where nothing was open
     */
    void add(Release release, Optional<FollowUp> end);

    /** Who returned an instrument to service after what, newest first. */
    List<Release> releases(UUID instrumentId);

    /** Every event of every instrument, newest first, those withdrawn too. */
    List<LoggedEvent> all();

    /** The events of an instrument, newest first, those withdrawn too. */
    List<LoggedEvent> ofInstrument(UUID instrumentId);

    /** The event of an id. */
    Optional<LoggedEvent> byId(UUID eventId);
}
