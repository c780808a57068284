package org.fiducial.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.form.OwnCatalogue;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.people.Accounting;
import org.fiducial.mail.Reminding;
import org.fiducial.metrology.coregistration.CoregistrationModule;
import org.fiducial.metrology.field.FieldModule;
import org.fiducial.metrology.form.FormModule;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.power.PowerModule;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.psf.PsfModule;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.fiducial.settings.Settings;
import org.fiducial.settings.SettingsFile;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.fiducial.web.instrument.Digest;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.Ledgers;

/** A server of a real record in a temporary folder, with one microscope, and a client that fills its forms. */
public final class RecordingServer implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    public static final String FORM = "/instruments/lsm-1/new-check";

    private static final SoftwareReference SOFTWARE = new SoftwareReference("Fiducial", "0", "test");
    private static final String BOUNDARY = "----boundary-of-a-test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path data;
    private final Store store;
    private final Accounting accounting;
    private final Supplier<WebServer> servers;
    private final Digest digest;
    private WebServer server;
    private URI home;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** A file to send. */
    public record Sent(String name, String content) {
        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }

    public RecordingServer(Path data) {
        this(data, catalogue());
    }

    public RecordingServer(Path data, Catalogue catalogue) {
        this(data, catalogue, WebServer.Address.local(0));
    }

    public RecordingServer(Path data, Catalogue catalogue, WebServer.Address address) {
        this(data, catalogue, address, false);
    }

    /** A server of the record another one left behind. */
    public static RecordingServer again(Path data) {
        return new RecordingServer(data, catalogue(), WebServer.Address.local(0), true);
    }

    private RecordingServer(Path data, Catalogue catalogue, WebServer.Address address, boolean begun) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(20_261_122));
        this.data = data;
        if (!begun) {
            prepare(data);
        }
        this.store = Store.open(data, Optional.empty(), new Store.Sources(clock, ids));
        if (!begun) {
            begin(store, ids);
        }
        this.accounting = SampleAccounts.accounting(store.accounts(), clock);
        OwnCatalogue own =
                new OwnCatalogue(store.ownProtocols(), protocol -> new FormModule(protocol, SOFTWARE), clock);
        Ledgers ledgers = new Ledgers(
                store.instruments(),
                new CheckRecorder.Books(store.checks(), store.kit(), store.columnMappings(), store.limits()),
                store.schedule(),
                store.events(),
                store.reviews(),
                store.moves(),
                own,
                store.publicities(),
                store.statements(),
                accounting,
                store.auditBook());
        Supplier<Settings> settings = () -> SettingsFile.read(data);
        Function<Optional<Reminding>, Sources> sources = reminding -> new Sources(
                clock,
                ids,
                Runnable::run,
                data.resolve(".uploads"),
                false,
                id -> Optional.empty(),
                out -> store.backUp(out, Progress.unwatched()),
                data.resolve(".sessions"),
                settings,
                reminding,
                "Fiducial 0 (test)");
        this.digest = new Digest(
                ledgers,
                catalogue.with(own),
                sources.apply(Optional.empty()),
                language -> new Templates(Texts.of(language), Optional.of(data.resolve("reports"))));
        Reminding reminding = new Reminding(
                store.outbox(),
                digest,
                new Reminding.Sources(
                        settings, clock, ids, () -> store.instruments().zone(), () -> Digest.said(store.accounts())));
        this.servers = () -> new WebServer(
                ledgers,
                catalogue.with(own),
                sources.apply(Optional.of(reminding)),
                new Templates(Texts.of(Locale.ENGLISH), Optional.of(data.resolve("reports"))),
                address);
        this.server = servers.get();
        this.home = server.start();
    }

    private static void begin(Store store, TimeOrderedIds ids) {
        Facility facility = new Facility(ids.get(), "Imaging Core", ZoneId.of("Europe/Zurich"), Facility.Kind.HOME);
        Instrument lsm =
                new Instrument(ids.get(), facility.id(), "lsm-1", "LSM 1", new Make("Maker", "Model", "1"), "");
        Component objective = new Component(
                ids.get(),
                Component.Kind.OBJECTIVE,
                "63x/1.4 oil",
                Make.unknown(),
                new TreeMap<>(Map.of("na", "1.4", "immersion", "oil")));
        store.instruments().add(facility);
        store.instruments()
                .add(
                        lsm,
                        List.of(new Configuration(
                                ids.get(),
                                lsm.id(),
                                "63x-488",
                                "63×/1.4 oil, 488 nm",
                                List.of(objective),
                                new TreeMap<>(Map.of("modality", "confocal", "emission", "525nm")))));
    }

    /** Ends the server and starts another one of the same record, as after a night. */
    public void restart() {
        server.close();
        server = servers.get();
        home = server.start();
    }

    /** A new record takes a copy of an empty one, because migrating each anew takes longest of all. */
    private static void prepare(Path data) {
        try {
            Files.createDirectories(data);
            Files.write(data.resolve("fiducial.db"), EmptyRecord.DATABASE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class EmptyRecord {

        static final byte[] DATABASE = made();

        private static byte[] made() {
            Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
            try {
                Path folder = Files.createTempDirectory("fiducial-empty");
                Store.open(
                                folder,
                                Optional.empty(),
                                new Store.Sources(clock, new TimeOrderedIds(clock, new SplittableRandom(1))))
                        .close();
                return Files.readAllBytes(folder.resolve("fiducial.db"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static Catalogue catalogue() {
        ProtocolDefinition psf = ProtocolFile.load("psf-beads", "1.0");
        List<Catalogue.Entry> entries = new ArrayList<>();
        entries.add(new Catalogue.Entry(psf, new PsfModule(psf, SOFTWARE, new ImageFiles(List.of()))));
        ProtocolDefinition colours = ProtocolFile.load("coregistration-beads", "1.0");
        ProtocolDefinition field = ProtocolFile.load("field-illumination", "1.0");
        entries.add(
                new Catalogue.Entry(colours, new CoregistrationModule(colours, SOFTWARE, new ImageFiles(List.of()))));
        entries.add(new Catalogue.Entry(field, new FieldModule(field, SOFTWARE, new ImageFiles(List.of()))));
        for (String id : List.of("light-source-power", "light-source-linearity", "light-source-stability")) {
            ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
            entries.add(new Catalogue.Entry(protocol, new PowerModule(protocol, SOFTWARE)));
        }
        for (String id : List.of("oil-on-objectives", "incubator", "cleaning")) {
            ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
            entries.add(new Catalogue.Entry(protocol, new FormModule(protocol, SOFTWARE)));
        }
        return new Catalogue(entries);
    }

    /** The protocols of power with a module of a test's own. */
    public static Catalogue catalogue(ProtocolModule module) {
        return new Catalogue(List.of(new Catalogue.Entry(ProtocolFile.load("light-source-power", "1.0"), module)));
    }

    /** The accounts of the record, at a cost that tests can pay. */
    public Accounting accounting() {
        return accounting;
    }

    /** What reminders say of the record. */
    public Digest digest() {
        return digest;
    }

    public WebServer server() {
        return server;
    }

    /** Signs in; from then on requests carry the session. */
    public HttpResponse<String> signIn(String login, String password) throws IOException, InterruptedException {
        return post("/sign-in", Map.of("login", login, "password", password));
    }

    public Store store() {
        return store;
    }

    public URI home() {
        return home;
    }

    public Path uploads() {
        return data.resolve(".uploads");
    }

    /** Fields that fit every protocol of power. */
    public static Map<String, String> typed(String protocol) {
        return new TreeMap<>(
                Map.of("configuration", "63x-488", "protocol", protocol, "reason", "scheduled", "by", "A. Person"));
    }

    /** Sends the form with files and gives the address of the draft. */
    public String send(Map<String, String> fields, Sent... files) throws IOException, InterruptedException {
        return location(post(FORM, fields, files));
    }

    public static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    public HttpResponse<String> post(String path, Map<String, String> fields, Sent... files)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            part(body, "name=\"" + field.getKey() + "\"", field.getValue().getBytes(StandardCharsets.UTF_8));
        }
        for (Sent file : files) {
            part(body, "name=\"files\"; filename=\"" + file.name() + "\"", file.bytes());
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Origin", home.toString().replaceAll("/$", ""))
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The answer to a form whose body comes as it is read, for bodies larger than what fits in memory. */
    public HttpResponse<String> send(String path, BodyPublisher body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(home.resolve(path))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("Origin", home.toString().replaceAll("/$", ""))
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + name + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** The answer to an address, asked for with some headers: name and value by turns. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(home.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Waits until the page shows something to decide, and gives it. */
    public String settled(String draft) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String state = get(draft + "/state.json").body();
            if (!state.matches(".*\"(queued|running|storing)\".*")) {
                return get(draft).body();
            }
            Thread.sleep(20);
        }
        throw new AssertionError(
                draft + " is still under way: " + get(draft + "/state.json").body());
    }

    /** Waits until a draft is of a state. */
    public void await(String draft, String state) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!get(draft + "/state.json").body().contains("\"" + state + "\"")) {
            assertThat(System.nanoTime())
                    .as(draft + " " + get(draft + "/state.json").body())
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
