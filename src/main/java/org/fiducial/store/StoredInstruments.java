package org.fiducial.store;

import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Registration;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ConfigurationComponentRecord;
import org.fiducial.store.generated.tables.records.ConfigurationRecord;
import org.fiducial.store.generated.tables.records.FacilityRecord;
import org.fiducial.store.generated.tables.records.InstrumentRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Facilities, instruments, components and configurations in the database. */
final class StoredInstruments implements Instruments {

    static final Comparator<String> AS_PEOPLE_SORT =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final Database database;
    private final People people;
    private final AuditChain audit;
    private final Registry registry;

    StoredInstruments(Database database, InputFiles files, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
        this.registry = new StoredRegistry(database, files, people, audit);
    }

    @Override
    public Registry registry() {
        return registry;
    }

    @Override
    public Optional<Facility> home() {
        return facilities().stream()
                .filter(facility -> facility.kind() == Facility.Kind.HOME)
                .findFirst();
    }

    @Override
    public List<Facility> facilities() {
        return database.read(StoredInstruments::facilities);
    }

    @Override
    public <T> T provided(Runnable holds, Supplier<T> work) {
        holds.run();
        return database.provided(holds, work);
    }

    @Override
    public void add(Facility facility) {
        database.write(transaction -> {
            if (facility.kind() == Facility.Kind.HOME) {
                facilities(transaction).stream()
                        .filter(other -> other.kind() == Facility.Kind.HOME)
                        .findFirst()
                        .ifPresent(home -> {
                            throw new UnusableInputException("This record already has a home facility, '" + home.name()
                                    + "'; one data folder is the record of one facility.");
                        });
            }
            String id = facility.id().toString();
            transaction.executeInsert(
                    new FacilityRecord(id, facility.name(), facility.zone().getId(), word(facility.kind())));
            audit.append(transaction, id, Optional.empty(), Action.ADD_FACILITY, id);
            return facility;
        });
    }

    @Override
    public void add(Instrument instrument, List<Configuration> configurations) {
        add(instrument, configurations, "");
    }

    @Override
    public void add(Instrument instrument, List<Configuration> configurations, String by) {
        add(new Registration(instrument, configurations, List.of(), List.of(), by));
    }

    @Override
    public void add(Registration registration) {
        Instrument instrument = registration.instrument();
        requireOwn(instrument, registration.configurations());
        String facility = instrument.facilityId().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            if (transaction.fetchExists(INSTRUMENT, INSTRUMENT.SLUG.eq(instrument.slug()))) {
                throw new DuplicateSlugException("an instrument", instrument.slug());
            }
            Optional<String> person = people.idOf(transaction, facility, registration.by());
            Make make = instrument.make();
            transaction.executeInsert(new InstrumentRecord(
                    facility,
                    instrument.id().toString(),
                    instrument.slug(),
                    instrument.name(),
                    make.manufacturer(),
                    make.model(),
                    make.serial(),
                    instrument.location()));
            audit.append(
                    transaction,
                    facility,
                    person,
                    Action.ADD_INSTRUMENT,
                    instrument.id().toString());
            registration.configurations().forEach(configuration -> add(transaction, facility, person, configuration));
            RegistryWriter writer = new RegistryWriter(people, audit);
            registration.arrivals().forEach(arrival -> {
                add(transaction, facility, arrival.component());
                writer.add(transaction, arrival.first(), List.of());
            });
            registration.changes().forEach(change -> writer.add(transaction, change, List.of()));
            return instrument;
        });
    }

    private void add(DSLContext transaction, String facility, Optional<String> person, Configuration configuration) {
        String id = configuration.id().toString();
        transaction.executeInsert(new ConfigurationRecord(
                facility,
                id,
                configuration.instrumentId().toString(),
                configuration.slug(),
                configuration.name(),
                JsonText.of(configuration.properties())));
        int position = 0;
        for (Component component : configuration.components()) {
            add(transaction, facility, component);
            transaction.executeInsert(new ConfigurationComponentRecord(
                    facility, id, position++, component.id().toString()));
        }
        audit.append(transaction, facility, person, Action.ADD_CONFIGURATION, id);
    }

    /** A component may stand in several light paths; it is written once. */
    private static void add(DSLContext transaction, String facility, Component component) {
        Optional<Component> known = transaction
                .selectFrom(COMPONENT)
                .where(COMPONENT.FACILITY_ID.eq(facility))
                .and(COMPONENT.COMPONENT_ID.eq(component.id().toString()))
                .fetchOptional()
                .map(RegistryRows::component);
        if (known.isPresent()) {
            if (!known.get().equals(component)) {
                throw new IllegalArgumentException(
                        "component " + component.id() + " is already in the record and differs");
            }
            return;
        }
        transaction.executeInsert(RegistryRows.row(component, facility));
    }

    private static void requireOwn(Instrument instrument, List<Configuration> configurations) {
        Set<String> slugs = new HashSet<>();
        for (Configuration configuration : configurations) {
            if (!configuration.instrumentId().equals(instrument.id())) {
                throw new IllegalArgumentException(
                        "configuration " + configuration.slug() + " belongs to another instrument");
            }
            if (!slugs.add(configuration.slug())) {
                throw new UnusableInputException("Instrument '" + instrument.slug()
                        + "' has two optical configurations '" + configuration.slug()
                        + "'; give each its own address name.");
            }
        }
    }

    @Override
    public List<Instrument> all() {
        return database.read(context -> instruments(context, DSL.noCondition())).stream()
                .sorted(Comparator.comparing(Instrument::name, AS_PEOPLE_SORT).thenComparing(Instrument::slug))
                .toList();
    }

    @Override
    public Optional<Instrument> bySlug(String slug) {
        return database.read(context -> instruments(context, INSTRUMENT.SLUG.eq(slug))).stream()
                .findFirst();
    }

    @Override
    public Optional<Instrument> instrument(UUID id) {
        return database.read(context -> instruments(context, INSTRUMENT.INSTRUMENT_ID.eq(id.toString()))).stream()
                .findFirst();
    }

    @Override
    public Map<UUID, LocalDate> retired() {
        Map<UUID, LocalDate> gone = new HashMap<>();
        database.read(context ->
                        RegistryRows.newest(context, REGISTRY_VERSION.KIND.eq(Version.Kind.CONFIGURATION.word())))
                .forEach((id, fields) ->
                        fields.day(Fields.RETIRED).ifPresent(day -> gone.put(UUID.fromString(id), day)));
        return Map.copyOf(gone);
    }

    @Override
    public List<Configuration> configurations(UUID instrumentId) {
        return database.read(context -> new LightPaths(context).of(ofInstrument(instrumentId)));
    }

    @Override
    public List<Configuration> configurations(UUID instrumentId, Instant at) {
        return database.read(context -> new LightPaths(context).of(ofInstrument(instrumentId), at));
    }

    @Override
    public List<Instant> turns(UUID instrumentId) {
        return database.read(context -> new LightPaths(context).turns(instrumentId));
    }

    static Condition ofInstrument(UUID instrumentId) {
        return CONFIGURATION
                .INSTRUMENT_ID
                .eq(instrumentId.toString())
                .and(CONFIGURATION.FACILITY_ID.in(DSL.select(INSTRUMENT.FACILITY_ID)
                        .from(INSTRUMENT)
                        .where(INSTRUMENT.INSTRUMENT_ID.eq(instrumentId.toString()))));
    }

    @Override
    public Optional<Configuration> configuration(UUID configurationId) {
        return database
                .read(context ->
                        new LightPaths(context).of(CONFIGURATION.CONFIGURATION_ID.eq(configurationId.toString())))
                .stream()
                .findFirst();
    }

    /** Instruments as they are known today. */
    private static List<Instrument> instruments(DSLContext context, Condition which) {
        List<InstrumentRecord> rows =
                context.selectFrom(INSTRUMENT).where(which).fetch();
        Map<String, Fields> newest = rows.size() == 1
                ? RegistryRows.newest(
                        context, REGISTRY_VERSION.SUBJECT_ID.eq(rows.get(0).getInstrumentId()))
                : RegistryRows.newest(context, REGISTRY_VERSION.KIND.eq(Version.Kind.INSTRUMENT.word()));
        return rows.stream()
                .map(row -> {
                    Instrument added = instrument(row);
                    return Optional.ofNullable(newest.get(row.getInstrumentId()))
                            .map(fields -> fields.applyTo(added))
                            .orElse(added);
                })
                .toList();
    }

    private static List<Facility> facilities(DSLContext context) {
        return context.selectFrom(FACILITY).fetch().stream()
                .map(row -> new Facility(
                        UUID.fromString(row.getFacilityId()),
                        row.getName(),
                        ZoneId.of(row.getZone()),
                        Facility.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT))))
                .sorted(Comparator.comparing(Facility::kind).thenComparing(Facility::name, AS_PEOPLE_SORT))
                .toList();
    }

    /** What an instrument was added as. */
    static Instrument instrument(InstrumentRecord row) {
        return new Instrument(
                UUID.fromString(row.getInstrumentId()),
                UUID.fromString(row.getFacilityId()),
                row.getSlug(),
                row.getName(),
                new Make(row.getManufacturer(), row.getModel(), row.getSerial()),
                row.getLocation());
    }

    private static String word(Facility.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
