package org.fiducial.web.trend;

import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Where numbers over time are found. */
public final class TrendRoutes {

    private TrendRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages) {
        TrendPages trends = new TrendPages(records, pages);
        ControlPages control = new ControlPages(records, pages);
        return List.of(
                page("/instruments/{slug}/trends/{path}", "the numbers of a light path over time", READ, trends::one),
                page(
                        "/instruments/{slug}/trends/{path}/{series}",
                        "one number over time with control limits and rules",
                        READ,
                        control::one),
                table("/instruments/{slug}/trends/{path}/{series}/points.csv", "one number over time", control::table));
    }
}
