package org.fiducial.web.review;

import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.facility.people.Permission.REVIEW;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where people say what they think of checks. */
public final class ReviewRoutes {

    private ReviewRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources) {
        ReviewPages reviews = new ReviewPages(records, pages, sources);
        CountingPages counting = new CountingPages(records, pages, sources);
        return List.of(
                page("/review", "the checks somebody should look at", READ, reviews::queue),
                sent("/review", "takes a word on the chosen checks", REVIEW, reviews::decideChosen),
                sent("/review/own-work", "says whether people review their own work", MANAGE, reviews::decideOwnWork),
                page("/checks/{id}/review", "how a check stands with those who review", READ, reviews::form),
                sent("/checks/{id}/review", "takes a word on a check", REVIEW, reviews::decide),
                table("/review.csv", "the checks somebody should look at", reviews::table),
                page("/checks/{id}/counting", "whether a check counts for plans", REVIEW, counting::form),
                sent("/checks/{id}/counting", "says otherwise", REVIEW, counting::say));
    }
}
