package org.fiducial.web.api;

import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;

import java.util.List;
import org.fiducial.web.check.CheckListPages;
import org.fiducial.web.event.EventList;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Where machines read what the pages show. */
public final class ApiRoutes {

    private ApiRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, CheckListPages lists, EventList events) {
        Api api = new Api(records, lists);
        return List.of(
                api("/api/v1/instruments", "all instruments with their state", READ, api::instruments),
                api("/api/v1/instruments/{slug}", "an instrument", READ, api::instrument),
                api("/api/v1/instruments/{slug}/checks", "the checks of an instrument", READ, api::checks),
                api("/api/v1/checks/{id}", "a check with its verdicts and result", READ, api::check),
                api("/api/v1/protocols", "all protocols", READ, api::protocols),
                api(
                        "/api/v1/instruments/{slug}/events",
                        "the events of an instrument",
                        READ,
                        request -> api.events(request, events)),
                api("/api/v1/events/{id}", "an event and what became of it", READ, api::oneEvent),
                api(
                        "/api/v1/instruments/{slug}/limits",
                        "the limits and baselines a facility set for an instrument",
                        READ,
                        api::limits),
                api("/api/v1/review", "the checks somebody should look at", READ, api::review));
    }
}
