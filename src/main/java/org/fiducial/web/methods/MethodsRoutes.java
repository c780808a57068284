package org.fiducial.web.methods;

import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.file;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;

import java.util.List;
import org.fiducial.report.FigureRenderer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** What a user about to publish takes along. */
public final class MethodsRoutes {

    private static final String OF = "/published/{token}";
    private static final String API = "/api/v1" + OF;

    private MethodsRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(
            FacilityRecords records, Pages pages, Sources sources, ImageDrop drop, FigureRenderer renderer) {
        PublishedFacts facts = new PublishedFacts(records, sources.settings());
        MethodsPage methods = new MethodsPage(records, pages, facts, drop);
        ChecklistPage checklists = new ChecklistPage(records, pages, facts, drop);
        Supplement supplement = new Supplement(records, pages, facts, renderer);
        return List.of(
                page(OF + "/methods", "a methods section", PUBLIC, methods::page),
                sent(OF + "/methods", "a methods section with what an image says", PUBLIC, methods::sent),
                file(OF + "/methods.txt", "a methods section as text", PUBLIC, methods::text),
                page(OF + "/checklists/{name}", "a checklist for publishing", PUBLIC, checklists::page),
                sent(
                        OF + "/checklists/{name}",
                        "a checklist for publishing with what an image says",
                        PUBLIC,
                        checklists::sent),
                file(OF + "/checklists/{name}/text", "a checklist as text", PUBLIC, checklists::text),
                file(
                        OF + "/checks.csv",
                        "the checks that cover some days, for spreadsheets",
                        PUBLIC,
                        supplement::table),
                file(OF + "/checks.json", "the checks that cover some days", PUBLIC, supplement::data),
                file(OF + "/pidinst.json", "the identity of an instrument, as PIDINST", PUBLIC, supplement::identity),
                file(OF + "/pictures.zip", "the pictures of the checks", PUBLIC, supplement::pictures),
                api(API + "/methods", "a methods section", PUBLIC, methods::data),
                new Route(
                        Route.Method.POST,
                        API + "/methods",
                        "a methods section with what an image says",
                        Route.Kind.API,
                        PUBLIC,
                        methods::sentData),
                api(API + "/checks", "the checks that cover some days", PUBLIC, supplement::data),
                api(API + "/identity", "the identity of an instrument, as PIDINST", PUBLIC, supplement::identity));
    }
}
