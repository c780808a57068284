package org.fiducial.web;

import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.web.page.Route.api;
import static org.fiducial.web.page.Route.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.Texts;
import org.fiducial.web.api.ApiDescription;
import org.fiducial.web.api.ApiRoutes;
import org.fiducial.web.api.ApiTwins;
import org.fiducial.web.api.Retries;
import org.fiducial.web.audit.AuditRoutes;
import org.fiducial.web.check.CheckListPages;
import org.fiducial.web.check.CheckRoutes;
import org.fiducial.web.check.Drafts;
import org.fiducial.web.event.EventList;
import org.fiducial.web.event.EventRoutes;
import org.fiducial.web.event.ReturnPages;
import org.fiducial.web.instrument.InstrumentRoutes;
import org.fiducial.web.kit.KitRoutes;
import org.fiducial.web.limit.LimitRoutes;
import org.fiducial.web.methods.ImageDrop;
import org.fiducial.web.methods.MethodsRoutes;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.Uploads;
import org.fiducial.web.protocol.ProtocolRoutes;
import org.fiducial.web.publication.PublicationRoutes;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.registry.RegistryRoutes;
import org.fiducial.web.review.ReviewRoutes;
import org.fiducial.web.schedule.ScheduleRoutes;
import org.fiducial.web.statement.StatementRoutes;
import org.fiducial.web.trend.TrendRoutes;

/** Every address the server answers, in one table: what each room has, what programs send, and its description. */
final class Routes {

    private static final Map<String, String> ASSETS = Map.of(
            "fiducial.js", "text/javascript; charset=utf-8",
            "screen.js", "text/javascript; charset=utf-8",
            "mark.svg", "image/svg+xml");

    private Routes() {}

    static List<Route> of(
            FacilityRecords records, Pages pages, Drafts drafts, Uploads uploads, Sources sources, List<Route> doors) {
        ReturnPages returns = new ReturnPages(records, pages, sources);
        EventList events = new EventList(records, pages);
        CheckListPages lists = new CheckListPages(records, pages);
        FigureRenderer renderer = new FigureRenderer();
        ImageDrop drop = new ImageDrop(uploads, sources.ids(), sources.clock());
        List<Route> routes = new ArrayList<>();
        routes.addAll(InstrumentRoutes.of(records, pages, sources, events, returns));
        routes.addAll(RegistryRoutes.of(records, pages, sources));
        routes.addAll(TrendRoutes.of(records, pages));
        routes.addAll(CheckRoutes.of(records, pages, sources, drafts, lists, renderer));
        routes.addAll(ReviewRoutes.of(records, pages, sources));
        routes.addAll(ProtocolRoutes.of(records, pages, sources, renderer));
        routes.addAll(ScheduleRoutes.of(records, pages, sources, returns));
        routes.addAll(EventRoutes.of(records, pages, sources, events, returns));
        routes.addAll(LimitRoutes.of(records, pages, sources));
        routes.addAll(KitRoutes.of(records, pages, sources));
        routes.addAll(PublicationRoutes.of(records, pages, sources, drop));
        routes.addAll(StatementRoutes.of(records, pages, sources));
        routes.addAll(ApiRoutes.of(records, lists, events));
        routes.addAll(AuditRoutes.of(records, pages));
        routes.addAll(MethodsRoutes.of(records, pages, sources, drop, renderer));
        routes.addAll(doors);
        routes.addAll(ofAssets(pages));
        return withTwins(routes, pages.texts(), Retries.of(sources, pages.texts()));
    }

    /** The table with what programs send instead of forms, and the description of it all. */
    private static List<Route> withTwins(List<Route> routes, Texts texts, Retries retries) {
        List<Route> all = new ArrayList<>(routes);
        all.addAll(new ApiTwins(routes, texts, retries).routes());
        List<Route> described = new ArrayList<>(all);
        all.add(api(
                "/api/v1/openapi.json",
                "the description of this API",
                READ,
                request -> Answer.Content.json(new ApiDescription(described).document())));
        described.add(all.get(all.size() - 1));
        return List.copyOf(all);
    }

    private static List<Route> ofAssets(Pages pages) {
        return List.of(
                page("/assets/pages.css", "the style of pages", PUBLIC, request -> style(pages)),
                page("/assets/{name}", "what pages are made of", PUBLIC, request -> asset(request.path("name"))),
                page("/favicon.ico", "the mark of the product", PUBLIC, request -> asset("mark.svg")));
    }

    private static Answer style(Pages pages) {
        return new Answer.Content("text/css; charset=utf-8", pages.style("pages.css"), false);
    }

    /** Files by a list of names: there is no folder to wander through. */
    private static Answer asset(String name) {
        String type = ASSETS.get(name);
        if (type == null) {
            return new Answer.Nothing();
        }
        try (InputStream in = Routes.class.getResourceAsStream("assets/" + name)) {
            return in == null ? new Answer.Nothing() : new Answer.Content(type, in.readAllBytes(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
