package org.fiducial.web.audit;

import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** Where the chain of audit rows is read. */
public final class AuditRoutes {

    private AuditRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages) {
        AuditPages audit = new AuditPages(records, pages);
        return List.of(
                page("/audit", "who entered what and when", READ, audit::list),
                table("/audit.csv", "who entered what and when", audit::table),
                api("/api/v1/audit", "who entered what and when", READ, audit::api));
    }
}
