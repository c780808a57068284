package org.fiducial.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fiducial.report.FigureRenderer;
import org.fiducial.web.Route.Kind;

/** Every address the server answers, in one table. */
final class Routes {

    private static final Map<String, String> ASSETS =
            Map.of("fiducial.js", "text/javascript; charset=utf-8", "mark.svg", "image/svg+xml");

    private Routes() {}

    static List<Route> of(FacilityRecords records, Pages pages, Drafts drafts, WebServer.Sources sources) {
        EventPages events = new EventPages(records, pages, sources);
        InstrumentPages instruments = new InstrumentPages(records, pages, events);
        FigureRenderer renderer = new FigureRenderer();
        CheckPages checks = new CheckPages(records, pages, renderer);
        ProtocolPages protocols =
                new ProtocolPages(records, pages, new Examples(sources.examples(), sources.hashing()), renderer);
        Api api = new Api(records);
        NewInstrumentPage newInstrument = new NewInstrumentPage(records, pages, sources);
        List<Route> routes = new ArrayList<>(List.of(
                page("/", "all instruments with their state", instruments::list),
                page("/instruments", "all instruments with their state", request -> new Answer.Elsewhere("/")),
                page("/new-instrument", "a form that adds an instrument", newInstrument::form),
                sent("/new-instrument", "adds the instrument of the form", newInstrument::add),
                page("/instruments/{slug}", "an instrument over time", instruments::one),
                page("/instruments/{slug}/on", "the way to a day", instruments::toDay),
                page("/instruments/{slug}/on/{date}", "an instrument on a day", instruments::onDay),
                page("/checks/{id}", "a check", checks::one),
                page("/checks/{id}/items/{item}", "a bead of a check", checks::item),
                page("/protocols", "all protocols", protocols::list),
                page("/protocols/{id}", "a protocol", protocols::one),
                new Route(
                        "/protocols/{id}/figures/{file}",
                        "a picture of a protocol's typical run as PNG or SVG",
                        Kind.FILE,
                        protocols::figure),
                new Route(
                        "/checks/{id}/figures/{file}", "a picture of a check as PNG or SVG", Kind.FILE, checks::figure),
                new Route("/checks/{id}/result.json", "the result of a check", Kind.FILE, checks::result),
                new Route("/checks/{id}/report.pdf", "the report of a check", Kind.FILE, checks::pdf),
                new Route("/checks/{id}/items.csv", "the beads of a check", Kind.FILE, checks::items),
                new Route("/api/v1/instruments", "all instruments with their state", Kind.API, api::instruments),
                new Route("/api/v1/instruments/{slug}", "an instrument", Kind.API, api::instrument),
                new Route("/api/v1/instruments/{slug}/checks", "the checks of an instrument", Kind.API, api::checks),
                new Route("/api/v1/checks/{id}", "a check with its verdicts and result", Kind.API, api::check),
                new Route("/api/v1/protocols", "all protocols", Kind.API, api::protocols)));
        routes.addAll(ofNewChecks(
                new NewCheckPages(records, pages, drafts, sources.demonstration()), records, pages, drafts, renderer));
        routes.addAll(ofSchedule(records, pages, sources));
        routes.addAll(ofAssets(pages));
        routes.addAll(ofEvents(events, api));
        routes.addAll(ofKit(new KitPages(records, pages, sources)));
        List<Route> described = List.copyOf(routes);
        routes.add(new Route(
                "/api/v1/openapi.json",
                "the description of this API",
                Kind.API,
                request -> api.description(described)));
        return List.copyOf(routes);
    }

    private static List<Route> ofNewChecks(
            NewCheckPages form, FacilityRecords records, Pages pages, Drafts drafts, FigureRenderer renderer) {
        DraftPages draft = new DraftPages(records, pages, drafts, form, renderer);
        return List.of(
                page("/instruments/{slug}/new-check", "a form that begins a check", form::form),
                sent("/instruments/{slug}/new-check", "analyses the files of the form", form::begin),
                page("/new-checks/{id}", "a check that is not yet in the record", draft::one),
                page("/new-checks/{id}/figures/{file}", "a picture of its result", draft::figure),
                page("/new-checks/{id}/state.json", "how far its analysis is", draft::state),
                sent("/new-checks/{id}", "answers a question of the analysis", draft::goOn),
                sent("/new-checks/{id}/cancel", "stops the analysis", draft::cancel),
                sent("/new-checks/{id}/record", "puts the check into the record", draft::record),
                sent("/new-checks/{id}/discard", "removes its files", draft::discard));
    }

    private static List<Route> ofSchedule(FacilityRecords records, Pages pages, WebServer.Sources sources) {
        PlanPages plans = new PlanPages(records, pages, sources);
        CountingPages counting = new CountingPages(records, pages, sources);
        DuePages due = new DuePages(records, pages);
        ScheduleApi api = new ScheduleApi(records);
        return List.of(
                page("/due", "what is overdue, due and due soon", due::board),
                page("/due/calendar", "what is due in a month", new CalendarPage(records, pages)::month),
                new Route("/due.csv", "what is due, for spreadsheets", Kind.FILE, due::table),
                new Route("/due.ics", "what is due, for calendars", Kind.FILE, due::feed),
                page("/instruments/{slug}/new-plan", "a form that plans checks", plans::form),
                sent("/instruments/{slug}/new-plan", "adds the plan of the form", plans::add),
                page("/plans/{id}", "a plan with its history", plans::one),
                sent("/plans/{id}", "changes the plan", plans::change),
                sent("/plans/{id}/end", "ends the plan", plans::end),
                page("/checks/{id}/counting", "whether a check counts for plans", counting::form),
                sent("/checks/{id}/counting", "says otherwise", counting::say),
                new Route("/api/v1/due", "what is overdue, due and due soon", Kind.API, api::due),
                new Route("/api/v1/schedules", "all plans", Kind.API, api::plans),
                new Route("/api/v1/schedules/{id}", "all versions of a plan", Kind.API, api::plan));
    }

    private static List<Route> ofAssets(Pages pages) {
        return List.of(
                page("/assets/pages.css", "the style of pages", request -> style(pages)),
                page("/assets/{name}", "what pages are made of", request -> asset(request.path("name"))),
                page("/favicon.ico", "the mark of the product", request -> asset("mark.svg")));
    }

    private static List<Route> ofEvents(EventPages events, Api api) {
        return List.of(
                page("/instruments/{slug}/events", "what happened to an instrument", events::list),
                page("/instruments/{slug}/new-event", "a form that enters an event", events::newEvent),
                sent("/instruments/{slug}/new-event", "enters the event of the form", events::add),
                page("/events/{id}", "an event and what became of it", events::one),
                sent("/events/{id}", "enters what became of an event", events::follow),
                new Route("/api/v1/instruments/{slug}/events", "the events of an instrument", Kind.API, api::events));
    }

    private static List<Route> ofKit(KitPages kit) {
        return List.of(
                page("/kit", "the things measured with and their certificates", kit::list),
                page("/new-meter", "a form that adds a power meter", kit::newMeter),
                sent("/new-meter", "adds the power meter of the form", kit::addMeter),
                page("/kit/{slug}/certificate", "a form that adds a certificate", kit::newCertificate),
                sent("/kit/{slug}/certificate", "adds the certificate of the form", kit::addCertificate));
    }

    private static Route sent(String path, String summary, Function<Route.Request, Answer> answer) {
        return new Route(Route.Method.POST, path, summary, Kind.PAGE, answer);
    }

    private static Route page(String path, String summary, Function<Route.Request, Answer> answer) {
        return new Route(path, summary, Kind.PAGE, answer);
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
