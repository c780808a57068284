package org.fiducial.web.protocol;

import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.READ;
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

/** Where protocols are found, shipped and made by the facility. */
public final class ProtocolRoutes {

    private ProtocolRoutes() {}

    /** The addresses of this room. */
    public static List<Route> of(FacilityRecords records, Pages pages, Sources sources, FigureRenderer renderer) {
        OwnProtocolPages own = new OwnProtocolPages(records, pages, sources);
        Examples examples = new Examples(sources.examples(), sources.hashing());
        ProtocolPages protocols = new ProtocolPages(records, pages, own, examples, renderer);
        return List.of(
                page("/protocols", "all protocols", READ, protocols::list),
                page("/protocols/{id}", "a protocol", READ, protocols::one),
                file(
                        "/protocols/{id}/figures/{file}",
                        "a picture of a protocol's typical run as PNG or SVG",
                        READ,
                        protocols::figure),
                page("/new-protocol", "a form that makes a protocol", MANAGE, own::form),
                sent("/new-protocol", "adds the protocol of the form", MANAGE, own::add),
                sent("/protocols/{id}/retire", "takes a protocol out of use or back", MANAGE, own::retire),
                page("/protocols/{id}/pictures/{file}", "a picture of a step", READ, own::picture),
                file("/protocols/{id}/definition.yaml", "the text of a protocol", READ, own::definition),
                file("/protocols/{id}/form.pdf", "a protocol on paper", READ, own::paper),
                api("/api/v1/protocols/{id}", "a protocol with its fields", READ, own::api));
    }
}
