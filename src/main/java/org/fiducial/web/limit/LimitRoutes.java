package org.fiducial.web.limit;

import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where limits and baselines are found and set. */
public final class LimitRoutes {

    private LimitRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources) {
        LimitPages limits = new LimitPages(records, pages, sources);
        return List.of(
                page("/instruments/{slug}/limits", "what an instrument is judged by", READ, limits::list),
                page("/instruments/{slug}/limits/{protocol}", "limits of a light path", READ, limits::one),
                sent("/instruments/{slug}/limits/{protocol}", "puts limits in force", MANAGE, limits::set),
                sent("/instruments/{slug}/baselines/{protocol}", "makes a baseline", MANAGE, limits::makeBaseline));
    }
}
