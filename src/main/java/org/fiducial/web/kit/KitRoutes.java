package org.fiducial.web.kit;

import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.page;
import static org.fiducial.web.page.Route.sent;
import static org.fiducial.web.page.Route.table;

import java.util.List;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Where the things measured with are found, their certificates and recalls. */
public final class KitRoutes {

    private KitRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources) {
        ReachedChecks reached = new ReachedChecks(records);
        KitPages kit = new KitPages(records, pages, sources);
        RecallPages recalls = new RecallPages(records, pages, sources, reached);
        KitApi api = new KitApi(records, reached);
        return List.of(
                page("/kit", "the things measured with and their certificates", READ, kit::list),
                table("/kit.csv", "the things measured with", kit::table),
                page("/new-meter", "a form that adds a power meter", MANAGE, kit::newMeter),
                sent("/new-meter", "adds the power meter of the form", MANAGE, kit::addMeter),
                page("/new-artefact", "a form that adds a slide", MANAGE, kit::newArtefact),
                sent("/new-artefact", "adds the slide of the form", MANAGE, kit::addArtefact),
                page("/kit/{slug}/certificate", "a form that adds a certificate", MANAGE, kit::newCertificate),
                sent("/kit/{slug}/certificate", "adds the certificate of the form", MANAGE, kit::addCertificate),
                page("/kit/{slug}/recall", "what a recall would reach", MANAGE, recalls::form),
                sent("/kit/{slug}/recall", "enters the recall of the form", MANAGE, recalls::enter),
                page("/recalls/{id}", "a recall with the checks it reaches", READ, recalls::one),
                table("/recalls/{id}/checks.csv", "the checks a recall reaches", recalls::table),
                sent("/recalls/{id}", "withdraws a recall", MANAGE, recalls::withdraw),
                api("/api/v1/kit", "meters, artefacts and recalls", READ, api::kit),
                api("/api/v1/recalls/{id}", "a recall with its checks", READ, api::recall));
    }
}
