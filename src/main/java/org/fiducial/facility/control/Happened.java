package org.fiducial.facility.control;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;

/**
 * What is known beside the checks of a light path.
 *
 * @param events that concern it, in any order
 * @param baselines of it that somebody accepted, in any order
 * @param zone where days are counted
 */
public record Happened(List<Event> events, List<Baseline> baselines, ZoneId zone) {

    public Happened {
        events = List.copyOf(events);
        baselines = List.copyOf(baselines);
    }

    /** Of all that was entered for an instrument what concerns a light path with these parts and was not withdrawn. */
    public static Happened to(List<UUID> parts, List<LoggedEvent> entered, List<Baseline> baselines, ZoneId zone) {
        List<Event> concerning = entered.stream()
                .filter(each -> !each.isWithdrawn() && each.concerns(parts))
                .map(LoggedEvent::event)
                .toList();
        return new Happened(concerning, baselines, zone);
    }
}
