package org.fiducial.web.instrument;

import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;

import java.util.List;
import org.fiducial.web.event.EventList;
import org.fiducial.web.event.ReturnPages;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where Monday's page, instruments and their labels are found. */
public final class InstrumentRoutes {

    private InstrumentRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(
            FacilityRecords records, Pages pages, Sources sources, EventList events, ReturnPages returns) {
        InstrumentPages instruments = new InstrumentPages(records, pages, events);
        LabelPages labels = new LabelPages(records, pages, sources.settings());
        return List.of(
                page(
                        "/",
                        "what is wrong, what is due, what expires",
                        READ,
                        new HomePage(records, pages, returns)::page),
                page("/instruments", "all instruments with their state", READ, request -> new Answer.Elsewhere("/")),
                page("/instruments/{slug}", "an instrument over time", PUBLIC, instruments::one),
                page("/instruments/{slug}/on", "the way to a day", READ, instruments::toDay),
                page("/instruments/{slug}/on/{date}", "an instrument on a day", READ, instruments::onDay),
                page("/labels", "labels of all instruments to print", READ, labels::sheet),
                page("/instruments/{slug}/label", "a label to print", READ, labels::one),
                file("/instruments/{slug}/label.svg", "its QR code as a drawing", READ, labels::svg),
                file("/instruments/{slug}/label.png", "its QR code as a picture", READ, labels::png),
                page("/report/{token}", "where a label leads: reporting a problem", PUBLIC, labels::report));
    }
}
