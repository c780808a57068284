package org.fiducial.web.publication;

import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.web.page.Route.page;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Where strangers find what is public. */
public final class PublicationRoutes {

    private PublicationRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages) {
        PublicInstruments instruments = new PublicInstruments(records, pages.texts());
        return List.of(
                page(
                        "/published",
                        "the instruments everybody may know of",
                        PUBLIC,
                        new PublishedListPage(instruments, pages)::page),
                page(
                        "/published/{token}",
                        "what is public of an instrument",
                        PUBLIC,
                        new PublishedPage(instruments, pages)::page));
    }
}
