package org.fiducial;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.cli.Commands;
import org.fiducial.cli.DataLocation;
import org.fiducial.cli.Door;
import org.fiducial.cli.DrawnReport;
import org.fiducial.cli.FacilityRecord;
import org.fiducial.cli.Issuer;
import org.fiducial.cli.RecordProof;
import org.fiducial.cli.Rooms;
import org.fiducial.cli.RunningPages;
import org.fiducial.cli.TemporaryFolder;
import org.fiducial.cli.Terminal;
import org.fiducial.demo.DemoFacility;
import org.fiducial.demo.DemoFolder;
import org.fiducial.demo.TypicalRuns;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.form.OwnCatalogue;
import org.fiducial.facility.people.Accounting;
import org.fiducial.facility.people.Passwords;
import org.fiducial.mail.Reminding;
import org.fiducial.mail.Round;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.ResultDocument.Picture;
import org.fiducial.report.AnalysisReport;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.PaperForm;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.fiducial.settings.SettingsFile;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.fiducial.store.Verification;
import org.fiducial.web.WebServer;
import org.fiducial.web.door.TrustedProxies;
import org.fiducial.web.instrument.Digest;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.Ledgers;
import org.fiducial.web.statement.Issuing;

/**
 * Composition root and entry point of the application: what is built of what, floor by floor. Each room is built when a
 * command first asks for it, so that an analysis does not wait for the database or the pages.
 */
public final class Fiducial implements Rooms {

    private final Clock clock = Clock.systemUTC();

    private Fiducial() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        // Pictures are drawn into memory; a DISPLAY nobody answers at must not matter.
        System.setProperty("java.awt.headless", "true");
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /** Runs one command and gives its exit status. */
    public static int run(Terminal terminal, String... arguments) {
        return new Commands(new Fiducial(), terminal).run(arguments);
    }

    // Base: this build, its clock, its identifiers, its threads

    @Override
    public SoftwareReference software() {
        Properties build = new Properties();
        try (InputStream in = Fiducial.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String commit = build.getProperty("commit", "");
        return new SoftwareReference(
                "Fiducial", build.getProperty("version"), commit.matches("[0-9a-f]+") ? commit : "unknown");
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public Supplier<UUID> ids() {
        return new TimeOrderedIds(clock, new SecureRandom());
    }

    @Override
    public Executor hashing() {
        return task -> {
            Thread thread = new Thread(task, "hashing");
            thread.setDaemon(true);
            thread.start();
        };
    }

    // Metrology: the protocols and the modules that analyse them

    @Override
    public Catalogue catalogue() {
        return new Protocols(software()).catalogue();
    }

    @Override
    public Catalogue catalogue(FacilityRecord record) {
        return catalogue().with(ownCatalogue(record));
    }

    private OwnCatalogue ownCatalogue(FacilityRecord record) {
        return new OwnCatalogue(record.ownProtocols(), new Protocols(software())::form, clock);
    }

    // Facility: the record of instruments and checks

    @Override
    public boolean holdsRecord(DataLocation location) {
        return location.databaseUrl().isPresent()
                || Files.exists(location.folder().resolve("fiducial.db"));
    }

    @Override
    public FacilityRecord open(DataLocation location) {
        TemporaryFolder.require();
        return new OpenStore(Store.open(location.folder(), location.databaseUrl(), new Store.Sources(clock, ids())));
    }

    @Override
    public RecordProof restore(Path backup, Path folder, boolean damaged, Progress progress) {
        TemporaryFolder.require();
        Verification found = Store.restore(backup, folder, damaged, new Store.Sources(clock, ids()), progress)
                .found();
        try (OpenStore restored =
                new OpenStore(Store.open(folder, Optional.empty(), new Store.Sources(clock, ids())))) {
            return restored.proof(found);
        }
    }

    @Override
    public Accounting accounting(FacilityRecord record) {
        SecureRandom random = new SecureRandom();
        return new Accounting(
                record.accounts(),
                new Passwords(Passwords.Cost.recommended(), random),
                new Accounting.Sources(clock, ids(), random));
    }

    // Doors: reports and pages

    @Override
    public PaperForm paper() {
        return new PaperForm(templates(Optional.empty()));
    }

    @Override
    public DrawnReport.Artist artist() {
        AnalysisReport report = new AnalysisReport(templates(Optional.empty()), new FigureRenderer());
        return (protocol, result, judgement, pdf) -> new DrawnReport(
                AnalysisReport.pictures(result).stream()
                        .map(each -> new Picture(each.file(), each.title()))
                        .toList(),
                report.documents(
                        result,
                        judgement,
                        protocol,
                        pdf
                                ? Set.of(AnalysisReport.Format.HTML, AnalysisReport.Format.PDF)
                                : Set.of(AnalysisReport.Format.HTML)));
    }

    @Override
    public RunningPages serve(FacilityRecord record, DataLocation location, Door door) {
        boolean demonstration = new DemoFolder(location.folder()).isMarked();
        Optional<Reminding> reminding = demonstration ? Optional.empty() : Optional.of(reminding(record, location));
        OwnCatalogue own = ownCatalogue(record);
        WebServer server = new WebServer(
                ledgers(record, own),
                catalogue().with(own),
                sources(record, location, reminding),
                templates(Optional.of(location.folder().resolve("reports"))),
                new WebServer.Address(
                        door.host(),
                        door.port(),
                        door.names(),
                        door.lock().map(lock -> new WebServer.Lock(lock.file(), lock.password())),
                        TrustedProxies.of(door.proxies())));
        URI address = server.start();
        Thread reading = new Thread(server::ready, "first reading");
        reading.setDaemon(true);
        reading.start();
        return new Serving(address, server, new Round(reminding), reading);
    }

    private Ledgers ledgers(FacilityRecord record, OwnCatalogue own) {
        return new Ledgers(
                record.instruments(),
                new CheckRecorder.Books(record.checks(), record.kit(), record.columnMappings(), record.limits()),
                record.schedule(),
                record.events(),
                record.reviews(),
                record.moves(),
                own,
                record.publicities(),
                record.statements(),
                accounting(record),
                record.auditBook());
    }

    private Sources sources(FacilityRecord record, DataLocation location, Optional<Reminding> reminding) {
        return new Sources(
                clock,
                ids(),
                hashing(),
                location.folder().resolve(".uploads"),
                new DemoFolder(location.folder()).isMarked(),
                new TypicalRuns(catalogue())::of,
                record::copyTo,
                location.folder().resolve(".sessions"),
                () -> SettingsFile.read(location.folder()),
                reminding,
                named(software()));
    }

    @Override
    public Issuer statements(FacilityRecord record, DataLocation location) {
        OwnCatalogue own = ownCatalogue(record);
        Templates templates = templates(Optional.of(location.folder().resolve("reports")));
        Issuing issuing = new Issuing(
                new FacilityRecords(ledgers(record, own), catalogue().with(own), clock),
                language -> templates.in(Texts.of(language.locale())),
                sources(record, location, Optional.empty()));
        return wanted -> issuing.issue(
                wanted.instrument(),
                wanted.path(),
                wanted.from(),
                wanted.to(),
                new Issuing.Asking(wanted.by(), wanted.language(), PageLanguage.ENGLISH));
    }

    private static String named(SoftwareReference software) {
        return software.name() + " " + software.version() + " (" + software.commit() + ")";
    }

    /** Letters go by the facility's own templates, in the language its settings name. */
    @Override
    public Reminding reminding(FacilityRecord record, DataLocation location) {
        OwnCatalogue own = ownCatalogue(record);
        Function<Locale, Templates> templates = language ->
                new Templates(Texts.of(language), Optional.of(location.folder().resolve("reports")));
        return new Reminding(
                record.outbox(),
                new Digest(
                        ledgers(record, own),
                        catalogue().with(own),
                        sources(record, location, Optional.empty()),
                        templates),
                new Reminding.Sources(
                        () -> SettingsFile.read(location.folder()),
                        clock,
                        ids(),
                        () -> record.instruments().zone(),
                        () -> Digest.said(record.accounts())));
    }

    private record Serving(URI address, WebServer server, Round round, Thread reading) implements RunningPages {

        @Override
        public void filling(int done, int of) {
            server.filling(done, of);
        }

        @Override
        public void close() {
            round.close();
            server.close();
            try {
                // The record is closed next.
                reading.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Texts and templates; a facility's own stand before those of the program. */
    private static Templates templates(Optional<Path> own) {
        return new Templates(Texts.of(Locale.UK), own);
    }

    @Override
    public DemoFacility.Workshop demoWorkshop() {
        return new DemoFacility.Workshop(
                catalogue(), hashing(), clock -> new TimeOrderedIds(clock, new SecureRandom()));
    }
}
