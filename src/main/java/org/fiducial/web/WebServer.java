package org.fiducial.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Templates;
import org.fiducial.web.check.DraftShelf;
import org.fiducial.web.check.Drafts;
import org.fiducial.web.door.AccountApi;
import org.fiducial.web.door.AccountPages;
import org.fiducial.web.door.Attempts;
import org.fiducial.web.door.BackupPages;
import org.fiducial.web.door.DoorRoutes;
import org.fiducial.web.door.Doorkeeper;
import org.fiducial.web.door.Pace;
import org.fiducial.web.door.Sessions;
import org.fiducial.web.door.SignInPages;
import org.fiducial.web.door.TrustedProxies;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Caller;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.Uploads;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.Ledgers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves pages and API of a record. As long as there is no account it answers this machine only. Pages need
 * no other computer: everything they are made of comes from here, and the browser is told to take nothing from elsewhere.
 */
public final class WebServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final String FILE_POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
    /** A folder may hold as many; an image in chunks does. */
    private static final int MOST_FILES = 100_000;

    /** An address with a name of 5,000 characters is answered by a sentence and not by a broken connection. */
    private static final int LONGEST_HEADER_BYTES = 65_536;

    private static final int DAY_S = 86_400;
    private static final int YEAR_S = 365 * DAY_S;
    private static final String CALLER = "caller";

    private final Address address;
    private final Optional<Tls> tls;
    private final FacilityRecords records;
    private final Pages pages;
    private final Uploads uploads;
    private final Drafts drafts;
    private final Doorkeeper doorkeeper;
    private final Pace pace;
    private final List<Route> routes;
    private final Javalin server;
    private volatile boolean stopped;

    /**
     * Where to listen.
     *
     * @param host an address of this machine
     * @param port 0 for any free one
     * @param names other names browsers know this machine by
     * @param lock certificate and key to serve by https with
     * @param proxies servers before this one that say where a request came from
     */
    public record Address(String host, int port, List<String> names, Optional<Lock> lock, TrustedProxies proxies) {

        public Address {
            names = List.copyOf(names);
        }

        /** Where no server stands before this one. */
        public Address(String host, int port, List<String> names, Optional<Lock> lock) {
            this(host, port, names, lock, TrustedProxies.none());
        }

        /** This machine only. */
        public static Address local(int port) {
            return new Address("127.0.0.1", port, List.of(), Optional.empty());
        }
    }

    /** A PKCS12 file with certificate and key, and its password. */
    public record Lock(Path file, String password) {

        @Override
        public String toString() {
            return "Lock[" + file + "]";
        }
    }

    /** A server of the given record; it does not listen yet. */
    public WebServer(Ledgers ledgers, Catalogue catalogue, Sources sources, Templates templates, Address address) {
        this.records = new FacilityRecords(ledgers, catalogue, sources.clock());
        this.address = address;
        this.tls = address.lock().map(lock -> Tls.of(lock.file(), lock.password()));
        this.pages = new Pages(templates, records);
        this.uploads = new Uploads(sources.uploads(), sources.ids().get());
        CheckRecorder recorder = new CheckRecorder(ledgers.books(), sources.hashing(), sources.clock(), sources.ids());
        DraftShelf shelf = new DraftShelf(sources.uploads().resolveSibling("drafts"), sources.clock());
        this.drafts = new Drafts(records, recorder, uploads, shelf, sources.ids(), pages.texts());
        Sessions sessions = new Sessions(ledgers.accounting(), sources.clock(), sources.sessions());
        this.doorkeeper = new Doorkeeper(ledgers.accounting(), sessions, records, drafts);
        this.pace = new Pace(sources.clock());
        SignInPages signIn = new SignInPages(
                ledgers.accounting(), pages, sessions, new Attempts(sources.clock()), sources.demonstration());
        AccountPages accounts = new AccountPages(ledgers.accounting(), records, pages, signIn);
        this.routes = Routes.of(
                records,
                pages,
                drafts,
                uploads,
                sources,
                DoorRoutes.of(
                        signIn,
                        accounts,
                        new AccountApi(ledgers.accounting()),
                        new BackupPages(records, pages, sources)));
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @return where a browser finds the pages
     * @throws PortTakenException if another program listens there
     * @throws org.fiducial.metrology.protocol.UnusableInputException if files that are sent could not be kept
     */
    public URI start() {
        uploads.open();
        drafts.restore();
        try {
            server.start(address.host(), address.port());
        } catch (JavalinBindException e) {
            uploads.close();
            throw new PortTakenException(address, e);
        }
        String host = address.host().contains(":") ? "[" + address.host() + "]" : address.host();
        return URI.create((tls.isPresent() ? "https://" : "http://") + host + ":" + server.port() + "/");
    }

    /** Reads what the first pages rest on; returns when all of it is read, or soon after the server stopped. */
    public void ready() {
        records.ready(() -> !stopped);
    }

    /** Every address, for the proof that each is guarded. */
    List<Route> routes() {
        return routes;
    }

    /** Says on every page how many checks of a record that is being filled are there; nothing once all are. */
    public void filling(int done, int of) {
        pages.filling(done, of);
    }

    /** Stops to listen. */
    public void stop() {
        stopped = true;
        server.stop();
        drafts.close();
        uploads.close();
    }

    @Override
    public void close() {
        stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.defaultContentType = "text/plain; charset=utf-8";
        config.jetty.modifyServletContextHandler(handler -> handler.setMaxFormKeys(MOST_FILES));
        config.jetty.modifyHttpConfiguration(http -> http.setRequestHeaderSize(LONGEST_HEADER_BYTES));
        Precautions precautions = new Precautions(address, tls.isPresent(), doorkeeper::isKept);
        config.routes.before(precautions::secure);
        tls.ifPresent(each -> config.jetty.addConnector((server, http) -> each.connector(server, http, address)));
        config.routes.before(precautions::refuseStrangers);
        for (Route route : routes) {
            switch (route.method()) {
                case GET -> config.routes.get(route.path(), context -> read(route, context));
                case POST -> config.routes.post(route.path(), context -> answer(route, context));
            }
        }
        config.routes.exception(UnusableInputException.class, this::refused);
        config.routes.exception(Exception.class, this::failed);
        config.routes.error(404, this::missing);
    }

    private void read(Route route, Context context) {
        records.reading(() -> {
            answer(route, context);
            return route;
        });
    }

    private void answer(Route route, Context context) {
        Caller caller = doorkeeper.caller(context);
        Asked asked = asked(context, caller, doorkeeper.place(route, context));
        context.attribute(CALLER, caller);
        Duration wait = route.method() == Route.Method.POST || route.path().startsWith("/assets/")
                ? Duration.ZERO
                : pace.wait(caller, asked.from().address());
        if (!wait.isZero()) {
            context.header("Retry-After", String.valueOf(wait.toSeconds() + 1));
            refuse(
                    new Answer.Refused(429, pages.texts(language(context)).text("failure.pace")),
                    context,
                    "failure.pace.title");
            return;
        }
        send(asked.may(route.needs()) ? route.answer().apply(asked) : closed(route, context, caller), context, caller);
    }

    private Asked asked(Context context, Caller caller, Facility.Kind place) {
        return new Asked(context, new Asked.Surroundings(uploads.parts(), address.proxies()), caller, place);
    }

    /** What is answered to who may not; the same whether there is something at the address or not. */
    private Answer closed(Route route, Context context, Caller caller) {
        if (caller instanceof Caller.Anybody) {
            return route.kind() == Route.Kind.API
                    ? new Answer.Refused(
                            HttpStatus.FORBIDDEN.getCode(), pages.texts().text("failure.noaccounts"))
                    : new Answer.Elsewhere("/setup");
        }
        if (caller instanceof Caller.Person || caller instanceof Caller.Program) {
            return new Answer.Refused(
                    HttpStatus.FORBIDDEN.getCode(), pages.texts().text("failure.forbidden"));
        }
        if (route.kind() == Route.Kind.API || route.path().endsWith(".ics")) {
            context.header("WWW-Authenticate", "Basic realm=\"Fiducial\"");
            return new Answer.Refused(
                    HttpStatus.UNAUTHORIZED.getCode(), pages.texts().text("failure.unknown"));
        }
        String back = route.method() == Route.Method.GET ? context.path() : "/";
        return new Answer.Elsewhere("/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private void send(Answer answer, Context context, Caller caller) {
        if (answer instanceof Answer.Marked marked) {
            context.header("Set-Cookie", marked.cookie());
            send(marked.answer(), context, caller);
        } else if (answer instanceof Answer.Page page) {
            send(Answer.Content.html(pages.fill(page, caller)), context);
        } else if (answer instanceof Answer.Content content) {
            send(content, context);
        } else if (answer instanceof Answer.Shared shared) {
            context.header("Cache-Control", "public, max-age=" + shared.seconds() + ", must-revalidate");
            context.header("Cross-Origin-Resource-Policy", "cross-origin");
            send(shared.content(), context);
        } else if (answer instanceof Answer.Permanent permanent) {
            send(permanent.download(), context, caller);
            context.header("Cache-Control", "public, max-age=" + YEAR_S + ", immutable");
        } else if (answer instanceof Answer.Download download) {
            context.header("Content-Disposition", "attachment; filename=\"" + download.name() + "\"");
            send(download.content(), context);
        } else if (answer instanceof Answer.Stored stored) {
            context.status(HttpStatus.CREATED);
            if (!stored.address().isEmpty()) {
                context.header("Location", stored.address());
            }
            send(stored.content(), context);
        } else if (answer instanceof Answer.Streamed streamed) {
            stream(streamed, context);
        } else if (answer instanceof Answer.Elsewhere elsewhere) {
            context.redirect(elsewhere.address(), HttpStatus.SEE_OTHER);
        } else if (answer instanceof Answer.Refused refused) {
            refuse(refused, context, "failure.forbidden.title");
        } else {
            context.status(HttpStatus.NOT_FOUND);
        }
    }

    private static void stream(Answer.Streamed streamed, Context context) {
        context.contentType(streamed.type());
        context.header("Content-Security-Policy", FILE_POLICY);
        context.header("Content-Disposition", "attachment; filename=\"" + streamed.name() + "\"");
        try {
            streamed.body().writeTo(context.res().getOutputStream());
        } catch (IOException e) {
            // Who asked has gone, or sees that the download broke off.
            throw new UncheckedIOException(e);
        }
    }

    private static void send(Answer.Content content, Context context) {
        if (!content.type().startsWith("text/html")) {
            context.header("Content-Security-Policy", FILE_POLICY);
        }
        if (content.lasting()) {
            context.header("Cache-Control", "private, max-age=" + DAY_S);
        }
        if (Unchanged.since(context, content.bytes())) {
            context.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        context.contentType(content.type()).result(content.bytes());
    }

    private void missing(Context context) {
        context.header("X-Robots-Tag", Precautions.NO_ROBOTS);
        failure(context, "missing");
    }

    /** The last place where anything unexpected ends: the reader gets a sentence, the log gets the rest. */
    private void failed(Exception failure, Context context) {
        if (failure instanceof HttpResponseException known) {
            context.status(known.getStatus());
            failure(context, known.getStatus() == HttpStatus.NOT_FOUND.getCode() ? "missing" : "refused");
            return;
        }
        LOG.error("Request {} {} failed", context.method(), context.path(), failure);
        context.status(HttpStatus.INTERNAL_SERVER_ERROR);
        failure(context, "fault");
    }

    /** What was sent cannot be used; the sentence says why. */
    private void refused(UnusableInputException refusal, Context context) {
        refuse(
                new Answer.Refused(HttpStatus.BAD_REQUEST.getCode(), String.valueOf(refusal.getMessage())),
                context,
                "failure.unusable.title");
    }

    private void refuse(Answer.Refused refused, Context context, String title) {
        context.status(refused.status());
        if (context.path().startsWith("/api/")) {
            context.json(Map.of("error", refused.sentence()));
            return;
        }
        page("failure-unusable.html", title, Map.of("sentence", refused.sentence()), context);
    }

    private void failure(Context context, String what) {
        if (context.path().startsWith("/api/")) {
            context.json(Map.of("error", pages.texts().text("failure." + what + ".text")));
            return;
        }
        page("failure.html", "failure." + what + ".title", Map.of("what", what), context);
    }

    private void page(String template, String title, Map<String, Object> values, Context context) {
        PageLanguage language = language(context);
        Answer.Page page = pages.page(language, template, pages.texts(language).text(title), values);
        context.contentType("text/html; charset=utf-8").result(pages.fill(page, caller(context)));
    }

    /** The language of a failure: strangers may come from any public page, which are all that speak others than English. */
    private PageLanguage language(Context context) {
        Asked asked = asked(context, caller(context), Facility.Kind.HOME);
        return caller(context) instanceof Caller.Stranger
                ? PageLanguage.of(asked)
                : PageLanguage.stated(asked).orElse(PageLanguage.ENGLISH);
    }

    private static Caller caller(Context context) {
        return Optional.<Caller>ofNullable(context.attribute(CALLER)).orElseGet(Caller.Stranger::new);
    }
}
