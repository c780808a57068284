package org.fiducial.web.event;

import static org.fiducial.facility.people.Permission.LOG;
import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where events are found and entered, what work asks for, and how much of the time instruments could be used. */
public final class EventRoutes {

    private EventRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(
            FacilityRecords records, Pages pages, Sources sources, EventList list, ReturnPages returns) {
        EventPages events = new EventPages(records, pages, sources, list, returns);
        UptimePages uptime = new UptimePages(records, pages);
        return List.of(
                page("/instruments/{slug}/events", "what happened to an instrument", READ, list::page),
                page("/instruments/{slug}/new-event", "a form that enters an event", PUBLIC, events::newEvent),
                sent("/instruments/{slug}/new-event", "enters the event of the form", PUBLIC, events::add),
                page("/events/{id}", "an event and what became of it", READ, events::one),
                sent("/events/{id}", "enters what became of an event", LOG, events::follow),
                table("/instruments/{slug}/events.csv", "the events of an instrument", list::table),
                sent("/events/{id}/return", "returns an instrument to service", LOG, events::giveBack),
                api("/api/v1/return-checks", "the checks asked for after work and lacking", READ, returns::outstanding),
                api("/api/v1/events/{id}/return-checks", "the checks asked for after an event", READ, returns::ofEvent),
                page("/uptime", "how much of the time instruments could be used", READ, uptime::all),
                file("/uptime.csv", "the same for spreadsheets", READ, uptime::table),
                page("/instruments/{slug}/uptime", "the same month by month", READ, uptime::one),
                api("/api/v1/uptime", "how much instruments could be used", READ, uptime::api));
    }
}
