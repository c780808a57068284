package org.fiducial.web;

import static org.fiducial.facility.people.Permission.ACCOUNTS;
import static org.fiducial.facility.people.Permission.BACK_UP;
import static org.fiducial.facility.people.Permission.LOG;
import static org.fiducial.facility.people.Permission.MANAGE;
import static org.fiducial.facility.people.Permission.MEASURE;
import static org.fiducial.facility.people.Permission.PUBLIC;
import static org.fiducial.facility.people.Permission.READ;
import static org.fiducial.facility.people.Permission.REVIEW;
import static org.fiducial.facility.people.Permission.SELF;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.fiducial.facility.people.Permission;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.Texts;
import org.fiducial.web.Route.Kind;

/** Every address the server answers, in one table. */
final class Routes {

    private static final Map<String, String> ASSETS =
            Map.of("fiducial.js", "text/javascript; charset=utf-8", "mark.svg", "image/svg+xml");

    private Routes() {}

    static List<Route> of(
            FacilityRecords records, Pages pages, Drafts drafts, Sources sources, List<Route> doors) {
        ReturnPages returns = new ReturnPages(records, pages, sources);
        EventPages events = new EventPages(records, pages, sources, returns);
        HourPages hours = new HourPages(records, pages, sources);
        InstrumentPages instruments = new InstrumentPages(records, pages, events);
        FigureRenderer renderer = new FigureRenderer();
        MovePages moves = new MovePages(records, pages, sources);
        OwnProtocolPages own = new OwnProtocolPages(records, pages, sources);
        CheckPages checks = new CheckPages(records, pages, moves, renderer);
        ProtocolPages protocols =
                new ProtocolPages(records, pages, own, new Examples(sources.examples(), sources.hashing()), renderer);
        CheckListPages lists = new CheckListPages(records, pages);
        Api api = new Api(records, lists);
        NewInstrumentPage newInstrument = new NewInstrumentPage(records, pages, sources);
        List<Route> routes = new ArrayList<>(List.of(
                page(
                        "/",
                        "what is wrong, what is due, what expires",
                        READ,
                        new HomePage(records, pages, returns)::page),
                page("/instruments", "all instruments with their state", READ, request -> new Answer.Elsewhere("/")),
                page("/new-instrument", "a form that adds an instrument", MANAGE, newInstrument::form),
                sent("/new-instrument", "adds the instrument of the form", MANAGE, newInstrument::add),
                page("/instruments/{slug}", "an instrument over time", PUBLIC, instruments::one),
                page("/instruments/{slug}/on", "the way to a day", READ, instruments::toDay),
                page("/instruments/{slug}/on/{date}", "an instrument on a day", READ, instruments::onDay)));
        routes.addAll(UseRoutes.ofLists(lists, new TrendPages(records, pages)));
        routes.addAll(ofResults(checks, protocols));
        routes.addAll(ofNewChecks(
                new NewCheckPages(records, pages, drafts, sources.demonstration()), records, pages, drafts, renderer));
        routes.addAll(ofSchedule(records, pages, sources, new DuePages(records, pages, returns, hours)));
        routes.addAll(ofOwnProtocols(own));
        routes.addAll(ofMoves(moves, checks));
        routes.addAll(ofAssets(pages));
        routes.addAll(ofEvents(events, api));
        routes.addAll(ofReturns(events, returns));
        routes.addAll(UseRoutes.ofUse(new UptimePages(records, pages), hours));
        routes.addAll(UseRoutes.ofReminders(new ReminderPages(records, pages, sources.reminding())));
        routes.addAll(UseRoutes.ofLabels(new LabelPages(records, pages, sources.settings())));
        routes.addAll(ofLimits(new LimitPages(records, pages, sources), api));
        routes.addAll(ofReviews(new ReviewPages(records, pages, sources), api));
        routes.addAll(ofKit(new KitPages(records, pages, sources)));
        routes.addAll(ofRecalls(new RecallPages(records, pages, sources), new KitApi(records)));
        routes.addAll(ofRegistry(records, pages, sources));
        routes.addAll(ofApi(api));
        routes.addAll(doors);
        routes.addAll(ofBackups(new BackupPages(records, pages, sources)));
        return withTwins(routes, pages.texts(), Retries.of(sources, pages.texts()));
    }

    /** The table with what programs send instead of forms, and the description of it all. */
    private static List<Route> withTwins(List<Route> routes, Texts texts, Retries retries) {
        List<Route> all = new ArrayList<>(routes);
        all.addAll(new ApiTwins(routes, texts, retries).routes());
        List<Route> described = new ArrayList<>(all);
        all.add(new Route(
                "/api/v1/openapi.json",
                "the description of this API",
                Kind.API,
                READ,
                request -> Answer.Content.json(new ApiDescription(described).document())));
        described.add(all.get(all.size() - 1));
        return List.copyOf(all);
    }

    private static List<Route> ofBackups(BackupPages backups) {
        return List.of(
                page("/backup", "how to back up the record", BACK_UP, backups::page),
                new Route("/api/v1/backup", "a backup of the whole record", Kind.API, BACK_UP, backups::take));
    }

    private static List<Route> ofResults(CheckPages checks, ProtocolPages protocols) {
        return List.of(
                page("/checks/{id}", "a check", READ, checks::one),
                page("/checks/{id}/items/{item}", "a bead of a check", READ, checks::item),
                page("/protocols", "all protocols", READ, protocols::list),
                page("/protocols/{id}", "a protocol", READ, protocols::one),
                new Route(
                        "/protocols/{id}/figures/{file}",
                        "a picture of a protocol's typical run as PNG or SVG",
                        Kind.FILE,
                        READ,
                        protocols::figure),
                new Route(
                        "/checks/{id}/figures/{file}",
                        "a picture of a check as PNG or SVG",
                        Kind.FILE,
                        READ,
                        checks::figure),
                new Route("/checks/{id}/result.json", "the result of a check", Kind.FILE, READ, checks::result),
                new Route("/checks/{id}/report.pdf", "the report of a check", Kind.FILE, READ, checks::pdf),
                new Route("/checks/{id}/items.csv", "the beads of a check", Kind.FILE, READ, checks::items));
    }

    private static List<Route> ofOwnProtocols(OwnProtocolPages own) {
        return List.of(
                page("/new-protocol", "a form that makes a protocol", MANAGE, own::form),
                sent("/new-protocol", "adds the protocol of the form", MANAGE, own::add),
                sent("/protocols/{id}/retire", "takes a protocol out of use or back", MANAGE, own::retire),
                page("/protocols/{id}/pictures/{file}", "a picture of a step", READ, own::picture),
                new Route(
                        "/protocols/{id}/definition.yaml", "the text of a protocol", Kind.FILE, READ, own::definition),
                new Route("/protocols/{id}/form.pdf", "a protocol on paper", Kind.FILE, READ, own::paper),
                new Route("/api/v1/protocols/{id}", "a protocol with its fields", Kind.API, READ, own::api));
    }

    private static List<Route> ofMoves(MovePages moves, CheckPages checks) {
        return List.of(
                page("/checks/{id}/inputs/{hash}", "a photo of a check", READ, checks::photo),
                page("/checks/{id}/move", "a form that moves a check to another light path", REVIEW, moves::form),
                sent("/checks/{id}/move", "moves the check", REVIEW, moves::move));
    }

    private static List<Route> ofApi(Api api) {
        return List.of(
                new Route("/api/v1/instruments", "all instruments with their state", Kind.API, READ, api::instruments),
                new Route("/api/v1/instruments/{slug}", "an instrument", Kind.API, READ, api::instrument),
                new Route(
                        "/api/v1/instruments/{slug}/checks",
                        "the checks of an instrument",
                        Kind.API,
                        READ,
                        api::checks),
                new Route("/api/v1/checks/{id}", "a check with its verdicts and result", Kind.API, READ, api::check),
                new Route("/api/v1/protocols", "all protocols", Kind.API, READ, api::protocols));
    }

    private static List<Route> ofNewChecks(
            NewCheckPages form, FacilityRecords records, Pages pages, Drafts drafts, FigureRenderer renderer) {
        DraftPages draft = new DraftPages(records, pages, drafts, form, renderer);
        UploadPages uploads = new UploadPages(drafts);
        ProgressPages progress = new ProgressPages(records, pages, drafts);
        return List.of(
                page("/new-checks", "checks in progress", MEASURE, progress::list),
                sent("/instruments/{slug}/new-draft", "begins a check that is kept", MEASURE, form::draft),
                page("/new-checks/{id}/upload", "how much of a file arrived", MEASURE, uploads::arrived),
                sent("/new-checks/{id}/upload", "takes the next piece of a file", MEASURE, uploads::take),
                sent("/new-checks/{id}/save", "keeps what is typed, and judges it", MEASURE, progress::save),
                new Route("/api/v1/new-checks", "checks in progress", Kind.API, MEASURE, progress::api),
                page("/instruments/{slug}/new-check", "a form that begins a check", MEASURE, form::form),
                sent("/instruments/{slug}/new-check", "analyses the files of the form", MEASURE, form::begin),
                page("/new-checks/{id}", "a check that is not yet in the record", MEASURE, draft::one),
                page("/new-checks/{id}/figures/{file}", "a picture of its result", MEASURE, draft::figure),
                page("/new-checks/{id}/state.json", "how far its analysis is", MEASURE, draft::state),
                new Route("/api/v1/new-checks/{id}", "how far its analysis is", Kind.API, MEASURE, draft::state),
                sent("/new-checks/{id}", "answers a question of the analysis", MEASURE, draft::goOn),
                sent("/new-checks/{id}/cancel", "stops the analysis", MEASURE, draft::cancel),
                sent("/new-checks/{id}/record", "puts the check into the record", MEASURE, draft::record),
                sent("/new-checks/{id}/discard", "removes its files", MEASURE, draft::discard));
    }

    private static List<Route> ofSchedule(
            FacilityRecords records, Pages pages, Sources sources, DuePages due) {
        PlanPages plans = new PlanPages(records, pages, sources);
        CountingPages counting = new CountingPages(records, pages, sources);
        ScheduleApi api = new ScheduleApi(records);
        return List.of(
                page("/due", "what is overdue, due and due soon", READ, due::board),
                page("/due/calendar", "what is due in a month", READ, new CalendarPage(records, pages)::month),
                UseRoutes.table("/due.csv", "what is due", due::table),
                new Route("/due.ics", "what is due, for calendars", Kind.FILE, READ, due::feed),
                page("/instruments/{slug}/new-plan", "a form that plans checks", MANAGE, plans::form),
                sent("/instruments/{slug}/new-plan", "adds the plan of the form", MANAGE, plans::add),
                page("/plans/{id}", "a plan with its history", READ, plans::one),
                sent("/plans/{id}", "changes the plan", MANAGE, plans::change),
                sent("/plans/{id}/end", "ends the plan", MANAGE, plans::end),
                page("/checks/{id}/counting", "whether a check counts for plans", REVIEW, counting::form),
                sent("/checks/{id}/counting", "says otherwise", REVIEW, counting::say),
                new Route("/api/v1/due", "what is overdue, due and due soon", Kind.API, READ, api::due),
                new Route("/api/v1/schedules", "all plans", Kind.API, READ, api::plans),
                new Route("/api/v1/schedules/{id}", "all versions of a plan", Kind.API, READ, api::plan));
    }

    private static List<Route> ofAssets(Pages pages) {
        return List.of(
                page("/assets/pages.css", "the style of pages", PUBLIC, request -> style(pages)),
                page("/assets/{name}", "what pages are made of", PUBLIC, request -> asset(request.path("name"))),
                page("/favicon.ico", "the mark of the product", PUBLIC, request -> asset("mark.svg")));
    }

    private static List<Route> ofEvents(EventPages events, Api api) {
        return List.of(
                page("/instruments/{slug}/events", "what happened to an instrument", READ, events::list),
                page("/instruments/{slug}/new-event", "a form that enters an event", PUBLIC, events::newEvent),
                sent("/instruments/{slug}/new-event", "enters the event of the form", PUBLIC, events::add),
                page("/events/{id}", "an event and what became of it", READ, events::one),
                sent("/events/{id}", "enters what became of an event", LOG, events::follow),
                new Route(
                        "/api/v1/instruments/{slug}/events",
                        "the events of an instrument",
                        Kind.API,
                        READ,
                        request -> api.events(request, events)),
                UseRoutes.table("/instruments/{slug}/events.csv", "the events of an instrument", events::table),
                new Route("/api/v1/events/{id}", "an event and what became of it", Kind.API, READ, api::oneEvent));
    }

    private static List<Route> ofReturns(EventPages events, ReturnPages returns) {
        return List.of(
                sent("/events/{id}/return", "returns an instrument to service", LOG, events::giveBack),
                new Route(
                        "/api/v1/return-checks",
                        "the checks asked for after work and lacking",
                        Kind.API,
                        READ,
                        returns::outstanding),
                new Route(
                        "/api/v1/events/{id}/return-checks",
                        "the checks asked for after an event",
                        Kind.API,
                        READ,
                        returns::ofEvent));
    }

    /** The ways in and out, and the pages of accounts. */
    static List<Route> ofAccounts(SignInPages signIn, AccountPages accounts, AccountApi api) {
        return List.of(
                page("/setup", "a form that makes the first account", PUBLIC, signIn::setUp),
                sent("/setup", "makes the first account", PUBLIC, signIn::begin),
                page("/sign-in", "a form that lets one in", PUBLIC, signIn::form),
                sent("/sign-in", "lets one in", PUBLIC, signIn::signIn),
                sent("/sign-out", "lets one out", PUBLIC, signIn::signOut),
                page("/account", "one's own account", SELF, accounts::own),
                sent("/account", "changes one's own password", SELF, accounts::changePassword),
                sent("/account/sessions/end", "signs out everywhere", SELF, accounts::signOutEverywhere),
                sent("/account/tokens", "adds a token", SELF, accounts::addToken),
                sent("/account/tokens/{id}/end", "ends a token", SELF, accounts::endToken),
                sent("/account/reminders", "says which letters its holder gets", SELF, accounts::remind),
                page("/accounts", "all accounts", ACCOUNTS, accounts::list),
                sent("/accounts", "adds an account", ACCOUNTS, accounts::add),
                page("/accounts/{id}", "an account with its history", ACCOUNTS, accounts::one),
                sent("/accounts/{id}", "changes an account", ACCOUNTS, accounts::change),
                new Route("/api/v1/account", "one's own account", Kind.API, SELF, api::own),
                new Route("/api/v1/accounts", "all accounts", Kind.API, ACCOUNTS, api::all),
                new Route("/api/v1/accounts/{id}", "an account with its history", Kind.API, ACCOUNTS, api::one));
    }

    private static List<Route> ofLimits(LimitPages limits, Api api) {
        return List.of(
                page("/instruments/{slug}/limits", "what an instrument is judged by", READ, limits::list),
                page("/instruments/{slug}/limits/{protocol}", "limits of a light path", READ, limits::one),
                sent("/instruments/{slug}/limits/{protocol}", "puts limits in force", MANAGE, limits::set),
                sent("/instruments/{slug}/baselines/{protocol}", "makes a baseline", MANAGE, limits::makeBaseline),
                new Route(
                        "/api/v1/instruments/{slug}/limits",
                        "the limits and baselines a facility set for an instrument",
                        Kind.API,
                        READ,
                        request -> api.limits(request)));
    }

    private static List<Route> ofReviews(ReviewPages reviews, Api api) {
        return List.of(
                page("/review", "the checks somebody should look at", READ, reviews::queue),
                sent("/review", "takes a word on the chosen checks", REVIEW, reviews::decideChosen),
                sent("/review/own-work", "says whether people review their own work", MANAGE, reviews::decideOwnWork),
                page("/checks/{id}/review", "how a check stands with those who review", READ, reviews::form),
                sent("/checks/{id}/review", "takes a word on a check", REVIEW, reviews::decide),
                UseRoutes.table("/review.csv", "the checks somebody should look at", reviews::table),
                new Route("/api/v1/review", "the checks somebody should look at", Kind.API, READ, api::review));
    }

    private static List<Route> ofKit(KitPages kit) {
        return List.of(
                page("/kit", "the things measured with and their certificates", READ, kit::list),
                UseRoutes.table("/kit.csv", "the things measured with", kit::table),
                page("/new-meter", "a form that adds a power meter", MANAGE, kit::newMeter),
                sent("/new-meter", "adds the power meter of the form", MANAGE, kit::addMeter),
                page("/new-artefact", "a form that adds a slide", MANAGE, kit::newArtefact),
                sent("/new-artefact", "adds the slide of the form", MANAGE, kit::addArtefact),
                page("/kit/{slug}/certificate", "a form that adds a certificate", MANAGE, kit::newCertificate),
                sent("/kit/{slug}/certificate", "adds the certificate of the form", MANAGE, kit::addCertificate));
    }

    private static List<Route> ofRecalls(RecallPages recalls, KitApi api) {
        return List.of(
                page("/kit/{slug}/recall", "what a recall would reach", MANAGE, recalls::form),
                sent("/kit/{slug}/recall", "enters the recall of the form", MANAGE, recalls::enter),
                page("/recalls/{id}", "a recall with the checks it reaches", READ, recalls::one),
                sent("/recalls/{id}", "withdraws a recall", MANAGE, recalls::withdraw),
                new Route("/api/v1/kit", "meters, artefacts and recalls", Kind.API, READ, api::kit),
                new Route("/api/v1/recalls/{id}", "a recall with its checks", Kind.API, READ, api::recall));
    }

    private static List<Route> ofRegistry(FacilityRecords records, Pages pages, Sources sources) {
        RegistryEditor editor = new RegistryEditor(records, pages, sources);
        InstrumentExtras extras = new InstrumentExtras(records, pages, sources, editor);
        RegistryPages registry = new RegistryPages(records, pages, sources, editor, extras);
        ImportPages imports = new ImportPages(records, pages, sources, editor);
        ComponentPages components = new ComponentPages(records, pages, sources, editor);
        RegistryApi api = new RegistryApi(records, components);
        RegistryListPage list = new RegistryListPage(records, pages);
        NewComponentPage newComponent = new NewComponentPage(records, pages, sources, editor);
        List<Route> routes = new ArrayList<>(ofComponents(components));
        routes.addAll(List.of(
                page("/import-instrument", "a form that takes an instrument over", MANAGE, imports::form),
                sent("/import-instrument", "shows what would be taken over, and adds it", MANAGE, imports::sent),
                sent("/instruments/{slug}/software", "enters what runs on it", MANAGE, registry::install),
                sent("/instruments/{slug}/files", "keeps photos and documents", MANAGE, registry::attach),
                page("/instruments/{slug}/files/{file}", "a photo or document", READ, extras::file),
                page("/instruments/{slug}/files/{file}/small", "a photo in small", READ, extras::small),
                sent("/instruments/{slug}/files/{file}/remove", "takes a file away", MANAGE, registry::detach),
                page("/registry", "all instruments with make, place and dates", READ, list::list),
                UseRoutes.table("/registry.csv", "all instruments", list::table),
                page("/instruments/{slug}/registry", "everything known of an instrument", READ, registry::one),
                page("/instruments/{slug}/edit", "a form that changes it", MANAGE, registry::edit),
                sent("/instruments/{slug}/edit", "changes it", MANAGE, registry::change),
                sent("/instruments/{slug}/service", "out of service or back", MANAGE, registry::decommission),
                page("/instruments/{slug}/paths/{path}", "a form that changes it", MANAGE, registry::editPath),
                sent("/instruments/{slug}/paths/{path}", "changes a light path", MANAGE, registry::changePath),
                sent("/instruments/{slug}/paths/{path}/service", "retires it or back", MANAGE, registry::retire),
                page("/instruments/{slug}/new-path", "a form that adds a light path", MANAGE, registry::newPath),
                sent("/instruments/{slug}/new-path", "adds a light path", MANAGE, registry::addPath),
                page("/instruments/{slug}/new-component", "a form that adds a part", MANAGE, newComponent::form),
                sent("/instruments/{slug}/new-component", "adds a part", MANAGE, newComponent::add),
                new Route(
                        "/api/v1/instruments/{slug}/registry",
                        "everything known of an instrument",
                        Kind.API,
                        READ,
                        api::instrument),
                new Route("/api/v1/components", "all components", Kind.API, READ, api::components),
                new Route("/api/v1/components/{id}", "a component with its life", Kind.API, READ, api::component)));
        return routes;
    }

    private static List<Route> ofComponents(ComponentPages components) {
        return List.of(
                page("/components", "all components and where they are", READ, components::list),
                UseRoutes.table("/components.csv", "all components", components::table),
                page("/components/{id}", "a component with its life", READ, components::one),
                page("/components/{id}/edit", "a form that changes a component", MANAGE, components::edit),
                sent("/components/{id}/edit", "changes a component", MANAGE, components::change),
                sent("/components/{id}/move", "moves a component", MANAGE, components::move));
    }

    static Route sent(String path, String summary, Permission needs, Function<Route.Request, Answer> answer) {
        return new Route(Route.Method.POST, path, summary, Kind.PAGE, needs, answer);
    }

    static Route page(String path, String summary, Permission needs, Function<Route.Request, Answer> answer) {
        return new Route(path, summary, Kind.PAGE, needs, answer);
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
