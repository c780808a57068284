package org.fiducial.facility.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What happened to instruments, in memory. */
public final class SampleEvents implements Events {

    private final List<Event> events = new ArrayList<>();
    private final List<FollowUp> followUps = new ArrayList<>();
    private final List<Release> releases = new ArrayList<>();

    @Override
    public void add(Event event) {
        events.add(event);
    }

    @Override
    public void add(FollowUp followUp) {
        followUps.add(followUp);
    }

    @Override
    public void add(Release release, Optional<FollowUp> end) {
        releases.add(release);
        end.ifPresent(followUps::add);
    }

    @Override
    public List<Release> releases(UUID instrumentId) {
        return List.copyOf(releases);
    }

    @Override
    public List<LoggedEvent> all() {
        return events.stream().map(this::logged).toList();
    }

    @Override
    public List<LoggedEvent> ofInstrument(UUID instrumentId) {
        return events.stream()
                .filter(event -> event.instrumentId().equals(instrumentId))
                .map(this::logged)
                .sorted(Comparator.comparing((LoggedEvent each) -> each.event().at())
                        .reversed())
                .toList();
    }

    @Override
    public Optional<LoggedEvent> byId(UUID eventId) {
        return events.stream()
                .filter(event -> event.id().equals(eventId))
                .map(this::logged)
                .findFirst();
    }

    private LoggedEvent logged(Event event) {
        return new LoggedEvent(
                event,
                followUps.stream()
                        .filter(each -> each.eventId().equals(event.id()))
                        .toList());
    }
}
