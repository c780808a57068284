package org.fiducial.web.records;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.Moves;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.form.OwnProtocols;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.publication.Statements;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.schedule.DueDates;
import org.fiducial.facility.schedule.HoursDue;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.ServiceLife;
import org.fiducial.facility.service.ServiceLives;
import org.fiducial.facility.status.ConfigurationState;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.PlannedValidity;
import org.fiducial.facility.status.ProtocolValidity;
import org.fiducial.facility.status.States;
import org.fiducial.facility.status.Validity;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;

/** What pages read: instruments, checks, protocols and the time. Checks never change, so the last few are kept at hand. */
public final class FacilityRecords {

    private static final int USUAL_INTERVAL_DAYS = 365;

    private static final Set<CheckReason> AFTER_WORK = Set.of(CheckReason.AFTER_SERVICE, CheckReason.AS_LEFT);
    private static final int MOST_AFTER_WORK = 1000;
    private static final int NEWEST = 20;

    private final Growth growth;
    private final KeptInstruments instruments;
    private final CheckRecorder.Books books;
    private final Schedule schedule;
    private final Events events;
    private final Reviews reviews;
    private final Moves moves;
    private final OwnProtocols ownProtocols;
    private final Catalogue catalogue;
    private final Clock clock;
    private final AuditBook audit;
    private final ReturnRecords returns;
    private final Present present;
    private final PerInstrument<List<CheckSummary>> afterWork;
    private final PerInstrument<ServiceLife> lives;
    private final PerInstrument<CheckList> newest;
    private final KeptSeries series;
    private final UnplannedPaths unplanned;
    private final KeptLists lists;
    private final KeptChecks kept;
    private final PublishedInstruments published;
    private final Statements statements;

    public FacilityRecords(Ledgers ledgers, Catalogue catalogue, Clock clock) {
        this.growth = new Growth(ledgers.schedule());
        this.instruments = new KeptInstruments(ledgers.instruments(), growth);
        this.books = ledgers.books();
        this.schedule = ledgers.schedule();
        this.events = new KeptEvents(ledgers.events(), growth);
        this.reviews = ledgers.reviews();
        this.moves = ledgers.moves();
        this.ownProtocols = ledgers.ownProtocols();
        this.catalogue = catalogue;
        this.clock = clock;
        this.audit = ledgers.audit();
        this.present = new Present(this, growth);
        this.returns = new ReturnRecords(this, growth);
        this.unplanned = new UnplannedPaths(this, growth);
        this.lists = new KeptLists(this, growth);
        this.lives = new PerInstrument<>(growth, this::readLife);
        this.newest = new PerInstrument<>(growth, instrument -> checks().list(
                        instrument, CheckList.Filter.none(), new CheckList.Part(0, NEWEST)));
        this.series = new KeptSeries(growth, query -> Series.of(this, query));
        this.kept = new KeptChecks(ledgers.books().checks());
        this.published = new PublishedInstruments(ledgers.publicities(), instruments, growth);
        this.statements = ledgers.statements();
        this.afterWork = new PerInstrument<>(growth, this::readAfterWork);
    }

    public Instruments instruments() {
        return instruments;
    }

    /** The components that are on an instrument now. */
    public List<Located> parts(Instrument instrument) {
        return instruments.componentsOf(instrument.id(), clock.instant());
    }

    /** What strangers may see. */
    public PublishedInstruments published() {
        return published;
    }

    /** The QC statements that were issued. */
    public Statements statements() {
        return statements;
    }

    /** What is asked for after work. */
    public ReturnRecords returns() {
        return returns;
    }

    public Checks checks() {
        return books.checks();
    }

    public Kit kit() {
        return books.kit();
    }

    public Schedule schedule() {
        return schedule;
    }

    /** Today, where the home facility is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /**
     * Reads what the first pages rest on, step by step, so that nobody waits for it. Who asks for a page meanwhile waits
     * for what it needs and reads nothing twice.
     *
     * @param goesOn whether there is somebody to read for still
     */
    public void ready(BooleanSupplier goesOn) {
        Stream.<Runnable>of(this::present, present::toReview, returns::outstanding, present::hours, unplanned::all)
                .takeWhile(step -> goesOn.getAsBoolean())
                .forEach(Runnable::run);
    }

    /** Answers a question that adds nothing: how far the record has grown is looked up once for all of the answer. */
    public <T> T reading(Supplier<T> answer) {
        return growth.during(answer);
    }

    /** What is due on a day, overdue first. */
    public List<Due> due(LocalDate day) {
        return day.equals(today()) ? present.due() : dueDates().on(day);
    }

    /** How far plans by hours of use are. */
    public List<HoursDue> hours() {
        return present.hours();
    }

    /** The newest checks of an instrument, and how many it has. */
    public CheckList newest(Instrument instrument) {
        return newest.of(instrument.id());
    }

    /** The checks and numbers of a light path over time; few of them are kept. */
    public Series series(SeriesQuery query) {
        return series.of(query);
    }

    /** The checks of an instrument done after work on it, newest first, void ones left out. */
    public List<CheckSummary> afterWork(UUID instrument) {
        return afterWork.of(instrument);
    }

    /** When an instrument was in service. */
    public ServiceLife life(Instrument instrument) {
        return lives.of(instrument.id());
    }

    private ServiceLife readLife(UUID instrument) {
        return ServiceLives.of(instruments.registry(), instrument, checks()::firstMeasured)
                .life(
                        instrument,
                        events.ofInstrument(instrument),
                        instruments.instrument(instrument).map(this::zone).orElseGet(this::zone));
    }

    private List<CheckSummary> readAfterWork(UUID instrument) {
        return AFTER_WORK.stream()
                .flatMap(reason ->
                        checks()
                                .some(instrument, CheckList.Filter.of(reason), new CheckList.Part(0, MOST_AFTER_WORK))
                                .stream())
                .filter(check -> !check.isVoid())
                .sorted(Comparator.comparing(CheckSummary::measuredAt).reversed())
                .toList();
    }

    /** Light paths no plan asks for. */
    public UnplannedPaths unplanned() {
        return unplanned;
    }

    /** A number that has grown whenever anything was added to the record. */
    public long revision() {
        return growth.revision();
    }

    /** Long lists of the whole facility. */
    public KeptLists lists() {
        return lists;
    }

    /** Checks nobody looked at although somebody should, newest first. */
    public List<CheckSummary> toReview() {
        return present.toReview();
    }

    /** All instruments as they stand now, by name. */
    public List<InstrumentNow> present() {
        return List.copyOf(present.instruments().values());
    }

    /** An instrument as it stands now. */
    public InstrumentNow present(Instrument instrument) {
        return Optional.ofNullable(present.instruments().get(instrument.id()))
                .orElseThrow(() -> new IllegalStateException("an instrument of the record is among all of them"));
    }

    /** All light paths. */
    public Map<UUID, Configuration> paths() {
        return present().stream()
                .flatMap(each -> each.state().configurations().stream())
                .map(ConfigurationState::configuration)
                .collect(Collectors.toMap(Configuration::id, Function.identity()));
    }

    /** The state of an instrument at a time of a day, as it is known today; by what was due on that day. */
    public InstrumentState state(Instrument instrument, LocalDate day, Instant at) {
        return new States(instruments, checks(), events, validity(instrument, day), this::doubts).of(instrument, at);
    }

    /** How long checks of an instrument hold by what was due on a day; what is due today is known. */
    Validity validity(Instrument instrument, LocalDate day) {
        return validity(
                day.equals(today())
                        ? present.due().stream()
                                .filter(due ->
                                        due.plan().subject().instrumentId().equals(instrument.id()))
                                .toList()
                        : dueDates().on(day, Set.of(instrument.id())));
    }

    Validity validity(List<Due> due) {
        return new PlannedValidity(due, zone(), new ProtocolValidity(this::protocol));
    }

    DueDates dueDates() {
        return new DueDates(schedule, instruments);
    }

    /** What people call a protocol, by id; the id itself where this build does not know it. */
    public String protocolTitle(String id) {
        return catalogue
                .find(id)
                .map(entry -> entry.definition().description().title())
                .orElse(id);
    }

    public Moves moves() {
        return moves;
    }

    public OwnProtocols ownProtocols() {
        return ownProtocols;
    }

    public Reviews reviews() {
        return reviews;
    }

    public Limits limits() {
        return books.limits();
    }

    public Events events() {
        return events;
    }

    /** What recalls of the kit mean for checks. */
    public Doubts doubts() {
        return present.doubts();
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Who did what. */
    public AuditBook audit() {
        return audit;
    }

    public Clock clock() {
        return clock;
    }

    /** The whole check of an id, as typed in an address; empty also where the text is no id. */
    public Optional<Check> check(String text) {
        return uuid(text).flatMap(kept::check);
    }

    /** The instrument a configuration belongs to. */
    public Optional<Instrument> instrumentOf(Configuration configuration) {
        return instruments.instrument(configuration.instrumentId());
    }

    /** The zone days are counted in where nothing else is said: that of the home facility, UTC until there is one. */
    public ZoneId zone() {
        return present.facility(facility -> facility.kind() == Facility.Kind.HOME)
                .map(Facility::zone)
                .orElse(ZoneOffset.UTC);
    }

    /** The facility an instrument belongs to. */
    public Optional<Facility> facility(Instrument instrument) {
        return present.facility(facility -> facility.id().equals(instrument.facilityId()));
    }

    /** Every facility, home first. */
    public List<Facility> facilities() {
        return instruments.facilities();
    }

    /** All instruments, by name. */
    public List<Instrument> all() {
        return instruments.all();
    }

    /** The zone an instrument's days are counted in. */
    public ZoneId zone(Instrument instrument) {
        return facility(instrument).map(Facility::zone).orElse(clock.getZone());
    }

    /** What people call the home facility. */
    public String facilityName() {
        return present.facility(facility -> facility.kind() == Facility.Kind.HOME)
                .map(Facility::name)
                .orElse("");
    }

    public Optional<ProtocolDefinition> protocol(ProtocolReference reference) {
        return catalogue.find(reference.toString()).map(Catalogue.Entry::definition);
    }

    /** Days a check of a protocol holds; a protocol this build does not know holds a year. */
    public ToIntFunction<ProtocolReference> intervalDays() {
        return reference ->
                protocol(reference).map(ProtocolDefinition::intervalDays).orElse(USUAL_INTERVAL_DAYS);
    }

    /** An identifier as typed in an address; empty where the text is none. */
    public static Optional<UUID> uuid(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            return Optional.empty();
        }
        return Optional.of(UUID.fromString(text));
    }
}
