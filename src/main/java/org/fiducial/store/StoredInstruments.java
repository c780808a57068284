package org.fiducial.store;

import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.CONFIGURATION_COMPONENT;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.INSTRUMENT;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.instrument.Make;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ComponentRecord;
import org.fiducial.store.generated.tables.records.ConfigurationComponentRecord;
import org.fiducial.store.generated.tables.records.ConfigurationRecord;
import org.fiducial.store.generated.tables.records.FacilityRecord;
import org.fiducial.store.generated.tables.records.InstrumentRecord;
import org.jooq.DSLContext;

/** Facilities, instruments, components and configurations in the database. */
final class StoredInstruments implements Instruments {

    private static final Comparator<String> AS_PEOPLE_SORT =
            String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder());

    private final Database database;
    private final AuditChain audit;

    StoredInstruments(Database database, AuditChain audit) {
        this.database = database;
        this.audit = audit;
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
        requireOwn(instrument, configurations);
        String facility = instrument.facilityId().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            if (transaction.fetchExists(INSTRUMENT, INSTRUMENT.SLUG.eq(instrument.slug()))) {
                throw new DuplicateSlugException("an instrument", instrument.slug());
            }
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
                    Optional.empty(),
                    Action.ADD_INSTRUMENT,
                    instrument.id().toString());
            configurations.forEach(configuration -> add(transaction, facility, configuration));
            return instrument;
        });
    }

    private void add(DSLContext transaction, String facility, Configuration configuration) {
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
        audit.append(transaction, facility, Optional.empty(), Action.ADD_CONFIGURATION, id);
    }

    /** A component may stand in several light paths; it is written once. */
    private static void add(DSLContext transaction, String facility, Component component) {
        Optional<Component> known = transaction
                .selectFrom(COMPONENT)
                .where(COMPONENT.FACILITY_ID.eq(facility))
                .and(COMPONENT.COMPONENT_ID.eq(component.id().toString()))
                .fetchOptional()
                .map(StoredInstruments::component);
        if (known.isPresent()) {
            if (!known.get().equals(component)) {
                throw new IllegalArgumentException(
                        "component " + component.id() + " is already in the record and differs");
            }
            return;
        }
        Make make = component.make();
        transaction.executeInsert(new ComponentRecord(
                facility,
                component.id().toString(),
                component.kind().word(),
                component.name(),
                make.manufacturer(),
                make.model(),
                make.serial(),
                JsonText.of(component.properties())));
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
        return database.read(context -> context.selectFrom(INSTRUMENT).fetch()).stream()
                .map(StoredInstruments::instrument)
                .sorted(Comparator.comparing(Instrument::name, AS_PEOPLE_SORT).thenComparing(Instrument::slug))
                .toList();
    }

    @Override
    public Optional<Instrument> bySlug(String slug) {
        return database.read(context -> context.selectFrom(INSTRUMENT)
                .where(INSTRUMENT.SLUG.eq(slug))
                .fetchOptional()
                .map(StoredInstruments::instrument));
    }

    @Override
    public List<Configuration> configurations(UUID instrumentId) {
        return database.read(context -> context
                .select(CONFIGURATION.fields())
                .from(CONFIGURATION)
                .join(INSTRUMENT)
                .on(INSTRUMENT.FACILITY_ID.eq(CONFIGURATION.FACILITY_ID))
                .and(INSTRUMENT.INSTRUMENT_ID.eq(CONFIGURATION.INSTRUMENT_ID))
                .where(INSTRUMENT.INSTRUMENT_ID.eq(instrumentId.toString()))
                .fetchInto(CONFIGURATION)
                .stream()
                .map(row -> configuration(context, row))
                .sorted(Comparator.comparing(Configuration::name, AS_PEOPLE_SORT)
                        .thenComparing(Configuration::slug))
                .toList());
    }

    @Override
    public Optional<Configuration> configuration(UUID configurationId) {
        return database.read(context -> context.selectFrom(CONFIGURATION)
                .where(CONFIGURATION.CONFIGURATION_ID.eq(configurationId.toString()))
                .fetchOptional()
                .map(row -> configuration(context, row)));
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

    private static Instrument instrument(InstrumentRecord row) {
        return new Instrument(
                UUID.fromString(row.getInstrumentId()),
                UUID.fromString(row.getFacilityId()),
                row.getSlug(),
                row.getName(),
                new Make(row.getManufacturer(), row.getModel(), row.getSerial()),
                row.getLocation());
    }

    private static Configuration configuration(DSLContext context, ConfigurationRecord row) {
        List<Component> components = context.select(COMPONENT.fields())
                .from(CONFIGURATION_COMPONENT)
                .join(COMPONENT)
                .on(COMPONENT.FACILITY_ID.eq(CONFIGURATION_COMPONENT.FACILITY_ID))
                .and(COMPONENT.COMPONENT_ID.eq(CONFIGURATION_COMPONENT.COMPONENT_ID))
                .where(CONFIGURATION_COMPONENT.FACILITY_ID.eq(row.getFacilityId()))
                .and(CONFIGURATION_COMPONENT.CONFIGURATION_ID.eq(row.getConfigurationId()))
                .orderBy(CONFIGURATION_COMPONENT.POSITION)
                .fetchInto(COMPONENT)
                .map(StoredInstruments::component);
        return new Configuration(
                UUID.fromString(row.getConfigurationId()),
                UUID.fromString(row.getInstrumentId()),
                row.getSlug(),
                row.getName(),
                components,
                JsonText.read(row.getProperties()));
    }

    private static Component component(ComponentRecord row) {
        return new Component(
                UUID.fromString(row.getComponentId()),
                Component.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getName(),
                new Make(row.getManufacturer(), row.getModel(), row.getSerial()),
                JsonText.read(row.getProperties()));
    }

    private static String word(Facility.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
