package org.fiducial.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.ColumnMappings;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.Moves;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.form.OwnProtocols;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.SampleInstruments;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.publication.Publicities;
import org.fiducial.facility.publication.Statements;
import org.fiducial.facility.schedule.SampleSchedule;
import org.fiducial.facility.service.SampleEvents;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.report.SampleResult;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.fiducial.settings.Settings;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.Ledgers;

/** A small facility kept in memory: three instruments, one with two years of checks, one with a failed one, one without. */
public class SampleFacility extends SampleInstruments implements Checks, Kit {

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final String HOSTILE_NAME = "Axio <b onmouseover=alert(1)>'\"&";
    private static final Duration INTERVAL = Duration.ofDays(80);

    private final List<Check> checks = new ArrayList<>();
    private final List<Meter> meters = new ArrayList<>();
    private final List<MeterCertificate> certificates = new ArrayList<>();
    private final List<Artefact> artefacts = new ArrayList<>();
    private final List<Recall> recalls = new ArrayList<>();
    private final SampleEvents events = new SampleEvents();
    private final SampleReviews reviews = new SampleReviews(this);
    private int made;

    SampleFacility() {
        super(new Facility(id(1), "Imaging Core", ZoneId.of("Europe/Zurich"), Facility.Kind.HOME));
    }

    /** Every check, newest first. */
    List<CheckSummary> everything() {
        return all().stream()
                .flatMap(instrument -> ofInstrument(instrument.id()).stream())
                .sorted(Comparator.comparing(CheckSummary::measuredAt).reversed())
                .toList();
    }

    static SampleFacility empty() {
        return new SampleFacility();
    }

    /** A facility whose record cannot be read. */
    static SampleFacility broken() {
        return new SampleFacility() {
            @Override
            public List<Instrument> all() {
                throw new IllegalStateException("secret");
            }
        };
    }

    static SampleFacility filled() {
        SampleFacility facility = new SampleFacility();
        facility.instrument(10, "lsm-1", "LSM 1", "Room 2.14");
        facility.instrument(20, "spinning-disk", "Spinning disk", "Room 2.20");
        facility.instrument(30, "axio", HOSTILE_NAME, "");
        double[] widths = {1.0, 1.012, 0.994, 1.02, 1.008, 1.03, 1.25, 1.01, 1.004};
        for (int i = 0; i < widths.length; i++) {
            Instant at = NOW.minus(Duration.ofDays(20)).minus(INTERVAL.multipliedBy(widths.length - 1L - i));
            facility.check(
                    100 + i,
                    11,
                    at,
                    widths[i] * (i == 6 ? 1.12 : 1),
                    i == 7 ? CheckReason.AFTER_SERVICE : CheckReason.SCHEDULED);
        }
        facility.check(200, 21, NOW.minus(Duration.ofDays(200)), 1.02, CheckReason.ACCEPTANCE);
        facility.check(201, 21, NOW.minus(Duration.ofDays(12)), 1.9, CheckReason.COMPLAINT);
        return facility;
    }

    static WebServer server(SampleFacility facility) {
        return server(facility, 0);
    }

    static WebServer server(SampleFacility facility, int port) {
        return new WebServer(
                new Ledgers(
                        facility,
                        new CheckRecorder.Books(facility, facility, ColumnMappings.none()),
                        new SampleSchedule(),
                        facility.events,
                        facility.reviews,
                        Moves.none(),
                        OwnProtocols.none(),
                        Publicities.none(),
                        Statements.none(),
                        SampleAccounts.accounting(new SampleAccounts(), Clock.fixed(NOW, ZoneOffset.UTC)),
                        AuditBook.empty()),
                new Catalogue(List.of(new Catalogue.Entry(SampleResult.protocol(), (inputs, parameters, progress) -> {
                    throw new IllegalStateException("pages analyse nothing");
                }))),
                new Sources(
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        facility::nextId,
                        Runnable::run,
                        uploads(),
                        false,
                        SampleFacility::example,
                        out -> out.write(1),
                        uploads().resolve("sessions"),
                        Settings::none,
                        Optional.empty(),
                        "Fiducial 0 (test)"),
                new Templates(Texts.of(Locale.ENGLISH), Optional.empty()),
                WebServer.Address.local(port));
    }

    /** The typical run of pages: any result with pictures. */
    private static Optional<AnalysisResult> example(String protocol) {
        return Optional.of(SampleResult.result(1.0));
    }

    private static Path uploads() {
        try {
            return Files.createTempDirectory("fiducial-data").resolve(".uploads");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static UUID id(int number) {
        return UUID.fromString("0199a000-0000-7000-8000-%012d".formatted(number));
    }

    private UUID nextId() {
        return id(900 + ++made);
    }

    private void instrument(int number, String slug, String name, String location) {
        Instrument instrument = new Instrument(
                id(number), home().orElseThrow().id(), slug, name, new Make("Zeiss", "LSM 980", "4711"), location);
        add(instrument, number == 30 ? List.of() : List.of(path(number)));
    }

    private static Configuration path(int number) {
        Component objective = new Component(
                id(number + 5),
                Component.Kind.OBJECTIVE,
                "63x/1.4 oil",
                new Make("Zeiss", "Plan-Apochromat", ""),
                sorted(Map.of("na", "1.4", "immersion", "oil")));
        return new Configuration(
                id(number + 1),
                id(number),
                "63x-488",
                "63×/1.4 oil, 488 nm",
                List.of(objective),
                sorted(Map.of("modality", "confocal")));
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return new TreeMap<>(map);
    }

    void check(int number, int configuration, Instant at, double factor, CheckReason reason) {
        AnalysisResult result = SampleResult.result(factor);
        checks.add(new Check(
                id(number),
                id(configuration),
                new Check.Occasion(
                        reason,
                        new CheckTimes(at, at.plusSeconds(3600), Optional.empty(), zone()),
                        "A. Person",
                        SampleResult.HOSTILE),
                result,
                LimitSet.defaultsOf(SampleResult.protocol()).judge(result)));
    }

    @Override
    public void append(Check check, List<Path> inputs) {
        throw new UnsupportedOperationException("pages record nothing");
    }

    @Override
    public Optional<Check> byId(UUID checkId) {
        return checks.stream().filter(each -> each.id().equals(checkId)).findFirst();
    }

    private List<Check> of(UUID instrumentId) {
        List<UUID> paths =
                configurations(instrumentId).stream().map(Configuration::id).toList();
        return checks.stream()
                .filter(check -> paths.contains(check.configurationId()))
                .sorted(Comparator.comparing(check -> check.occasion().times().measuredAt()))
                .toList();
    }

    @Override
    public List<CheckSummary> ofInstrument(UUID instrumentId) {
        List<CheckSummary> found = new ArrayList<>(of(instrumentId).stream()
                .map(check -> new CheckSummary(
                        check.id(),
                        check.configurationId(),
                        check.result().provenance().protocol(),
                        check.occasion().times().measuredAt(),
                        check.occasion().reason(),
                        check.judgement().overall(),
                        check.occasion().note()))
                .toList());
        Collections.reverse(found);
        return found;
    }

    @Override
    public List<SeriesPoint> series(UUID instrumentId, String metric, Statistic statistic) {
        return of(instrumentId).stream()
                .flatMap(check -> check.result().measurements().stream()
                        .filter(measurement -> measurement.key().metric().equals(metric)
                                && measurement.key().statistic() == statistic)
                        .map(measurement -> new SeriesPoint(
                                check.id(),
                                check.configurationId(),
                                check.occasion().times().measuredAt(),
                                measurement,
                                check.judgement().overall())))
                .toList();
    }

    @Override
    public void add(Meter meter, Optional<MeterCertificate> certificate, String by) {
        meters.add(meter);
        certificate.ifPresent(certificates::add);
    }

    @Override
    public void add(MeterCertificate certificate, String by) {
        certificates.add(certificate);
    }

    @Override
    public List<Meter> meters() {
        return List.copyOf(meters);
    }

    @Override
    public Optional<Meter> meter(String slug) {
        return meters.stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    @Override
    public List<MeterCertificate> certificates(UUID meterId) {
        return certificates.stream()
                .filter(each -> each.meterId().equals(meterId))
                .toList();
    }

    @Override
    public Optional<UUID> withInput(String sha256) {
        return Optional.empty();
    }

    @Override
    public void add(Artefact artefact, String by) {
        artefacts.add(artefact);
    }

    @Override
    public List<Artefact> artefacts() {
        return List.copyOf(artefacts);
    }

    @Override
    public void add(Recall recall) {
        recalls.add(recall);
    }

    @Override
    public void withdraw(Recall.Withdrawal withdrawal) {
        recalls.replaceAll(each -> each.id().equals(withdrawal.recallId())
                ? new Recall(
                        each.id(),
                        each.facilityId(),
                        each.slug(),
                        each.period(),
                        each.fault(),
                        each.entry(),
                        Optional.of(withdrawal))
                : each);
    }

    @Override
    public List<Recall> recalls() {
        return List.copyOf(recalls);
    }

    /** Every check counts as measured with everything: the database alone knows better. */
    @Override
    public List<KitUse> measuredWith(String slug, Recall.Period period) {
        return all().stream()
                .flatMap(instrument -> ofInstrument(instrument.id()).stream()
                        .filter(check -> !check.measuredAt().isBefore(period.from()))
                        .filter(check -> period.to()
                                .map(to -> !check.measuredAt().isAfter(to))
                                .orElse(true))
                        .map(check -> new KitUse(check, instrument.id(), "Ada Müller", List.of())))
                .toList();
    }

    @Override
    public List<KitUse> uses(List<UUID> some) {
        return measuredWith("", new Recall.Period(Instant.MIN, Optional.empty())).stream()
                .filter(use -> some.contains(use.check().id()))
                .toList();
    }

    @Override
    public Optional<String> lastGiven(UUID configurationId, String protocolId, String parameter) {
        return artefacts.stream().findFirst().map(Artefact::slug);
    }
}
