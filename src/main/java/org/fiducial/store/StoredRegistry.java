package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ATTACHMENT;
import static org.fiducial.store.generated.Tables.ATTACHMENT_END;
import static org.fiducial.store.generated.Tables.AUDIT;
import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.COMPONENT_MOVE;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.CONFIGURATION_COMPONENT;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.REGISTRY_EVENT;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;
import static org.fiducial.store.generated.Tables.SOFTWARE_VERSION;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.facility.instrument.Version;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AttachmentEndRecord;
import org.fiducial.store.generated.tables.records.ConfigurationComponentRecord;
import org.fiducial.store.generated.tables.records.ConfigurationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Versions, moves, installations and attachments in the database. */
final class StoredRegistry implements Registry {

    private static final Comparator<Located> BY_KIND_AND_NAME = Comparator.comparing(
                    (Located each) -> each.component().kind())
            .thenComparing(each -> each.component().name(), StoredInstruments.AS_PEOPLE_SORT)
            .thenComparing(each -> each.component().id());

    private final Database database;
    private final InputFiles files;
    private final People people;
    private final AuditChain audit;

    StoredRegistry(Database database, InputFiles files, People people, AuditChain audit) {
        this.database = database;
        this.files = files;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public Optional<Fields> fields(Version.Kind kind, UUID subjectId) {
        return database.read(context -> {
            Optional<Fields> newest =
                    RegistryRows.newest(context, REGISTRY_VERSION.SUBJECT_ID.eq(subjectId.toString())).values().stream()
                            .findFirst();
            return newest.isPresent() ? newest : first(context, kind, subjectId);
        });
    }

    private static Optional<Fields> first(DSLContext context, Version.Kind kind, UUID id) {
        return switch (kind) {
            case INSTRUMENT ->
                context.selectFrom(INSTRUMENT)
                        .where(INSTRUMENT.INSTRUMENT_ID.eq(id.toString()))
                        .fetchOptional()
                        .map(row -> Fields.of(StoredInstruments.instrument(row)));
            case COMPONENT ->
                context.selectFrom(COMPONENT)
                        .where(COMPONENT.COMPONENT_ID.eq(id.toString()))
                        .fetchOptional()
                        .map(row -> Fields.of(RegistryRows.component(row)));
            case CONFIGURATION -> new LightPaths(context).first(id);
        };
    }

    @Override
    public Optional<Entered> added(UUID subjectId) {
        return database.read(context -> context.select(AUDIT.HAPPENED_AT, AUDIT.PERSON_ID, FACILITY.ZONE)
                .from(AUDIT)
                .join(FACILITY)
                .on(FACILITY.FACILITY_ID.eq(AUDIT.FACILITY_ID))
                .where(AUDIT.SUBJECT.eq(subjectId.toString()))
                .and(AUDIT.ACTION.in(Action.ADD_INSTRUMENT.word(), Action.ADD_CONFIGURATION.word()))
                .fetchOptional()
                .map(row -> RegistryRows.entered(People.names(context), row.value2(), row.value1(), row.value3(), "")));
    }

    @Override
    public Map<UUID, Fields> instruments() {
        return database.read(context -> {
            Map<UUID, Fields> all = new HashMap<>();
            context.selectFrom(INSTRUMENT)
                    .forEach(row -> all.put(
                            UUID.fromString(row.getInstrumentId()), Fields.of(StoredInstruments.instrument(row))));
            RegistryRows.newestOfInstruments(context).forEach((id, fields) -> all.put(UUID.fromString(id), fields));
            return Map.copyOf(all);
        });
    }

    @Override
    public List<Version> versions(UUID subjectId) {
        return database.read(context -> RegistryRows.versions(
                        context, REGISTRY_VERSION.SUBJECT_ID.eq(subjectId.toString()), People.names(context))
                .getOrDefault(subjectId.toString(), List.of()));
    }

    @Override
    public Map<UUID, List<Version>> instrumentVersions() {
        return database.read(RegistryRows::versionsOfInstruments);
    }

    @Override
    public Map<UUID, LocalDate> decommissioned() {
        Map<UUID, LocalDate> out = new HashMap<>();
        database.read(RegistryRows::newestOfInstruments).forEach((id, fields) -> fields.day(Fields.DECOMMISSIONED)
                .ifPresent(day -> out.put(UUID.fromString(id), day)));
        return Map.copyOf(out);
    }

    @Override
    public List<Located> components() {
        return database.read(context -> located(context, DSL.noCondition(), Instant.MAX));
    }

    @Override
    public Optional<Located> component(UUID componentId) {
        return database
                .read(context -> located(context, COMPONENT.COMPONENT_ID.eq(componentId.toString()), Instant.MAX))
                .stream()
                .findFirst();
    }

    @Override
    public List<Located> componentsOf(UUID instrumentId, Instant at) {
        String id = instrumentId.toString();
        return database
                .read(context -> located(
                        context,
                        COMPONENT.COMPONENT_ID.in(DSL.select(CONFIGURATION_COMPONENT.COMPONENT_ID)
                                .from(CONFIGURATION_COMPONENT)
                                .join(CONFIGURATION)
                                .on(CONFIGURATION.CONFIGURATION_ID.eq(CONFIGURATION_COMPONENT.CONFIGURATION_ID))
                                .where(CONFIGURATION.INSTRUMENT_ID.eq(id))
                                .union(DSL.select(COMPONENT_MOVE.COMPONENT_ID)
                                        .from(COMPONENT_MOVE)
                                        .where(COMPONENT_MOVE.INSTRUMENT_ID.eq(id)))),
                        at))
                .stream()
                .filter(each -> each.place().isOn(instrumentId))
                .toList();
    }

    private static List<Located> located(DSLContext context, Condition which, Instant at) {
        Map<UUID, Component> components = RegistryRows.components(context, which);
        if (components.isEmpty()) {
            return List.of();
        }
        Condition chosen = COMPONENT_MOVE.COMPONENT_ID.in(
                DSL.select(COMPONENT.COMPONENT_ID).from(COMPONENT).where(which));
        Map<UUID, List<Move>> moves = RegistryRows.moves(context, chosen, Map.of());
        Map<UUID, UUID> origins = origins(
                context,
                CONFIGURATION_COMPONENT.COMPONENT_ID.in(
                        DSL.select(COMPONENT.COMPONENT_ID).from(COMPONENT).where(which)));
        return components.values().stream()
                .flatMap(each -> located(
                        each,
                        RegistryRows.last(moves.getOrDefault(each.id(), List.of()), at),
                        Optional.ofNullable(origins.get(each.id())))
                        .stream())
                .sorted(BY_KIND_AND_NAME)
                .toList();
    }

    /** Empty where it was not yet anywhere. */
    private static Optional<Located> located(Component component, Optional<Move> last, Optional<UUID> origin) {
        return last.map(move -> new Located(component, move.place(), Optional.of(move.at())))
                .or(() -> origin.map(id -> new Located(component, Move.Place.on(id), Optional.empty())));
    }

    /**
     * The instruments components were added with: that of the first light path they are a part of, unless they came by a
     * move before. Identifiers ascend with the time of entry.
     */
    private static Map<UUID, UUID> origins(DSLContext context, Condition which) {
        Map<String, String> moved = context.select(COMPONENT_MOVE.COMPONENT_ID, DSL.min(COMPONENT_MOVE.MOVE_ID))
                .from(COMPONENT_MOVE)
                .groupBy(COMPONENT_MOVE.COMPONENT_ID)
                .fetchMap(Record2::value1, Record2::value2);
        Map<UUID, UUID> origins = new HashMap<>();
        context
                .select(
                        CONFIGURATION_COMPONENT.COMPONENT_ID,
                        CONFIGURATION.INSTRUMENT_ID,
                        CONFIGURATION.CONFIGURATION_ID)
                .from(CONFIGURATION_COMPONENT)
                .join(CONFIGURATION)
                .on(CONFIGURATION.CONFIGURATION_ID.eq(CONFIGURATION_COMPONENT.CONFIGURATION_ID))
                .where(which)
                .orderBy(CONFIGURATION.CONFIGURATION_ID)
                .fetch()
                .stream()
                .filter(row -> row.value3().compareTo(moved.getOrDefault(row.value1(), row.value3())) <= 0)
                .forEach(row -> origins.putIfAbsent(UUID.fromString(row.value1()), UUID.fromString(row.value2())));
        return origins;
    }

    @Override
    public List<Move> moves(UUID componentId) {
        return database.read(context -> RegistryRows.moves(
                        context, RegistryRows.ofComponents(List.of(componentId)), People.names(context))
                .getOrDefault(componentId, List.of()));
    }

    @Override
    public Optional<UUID> origin(UUID componentId) {
        return Optional.ofNullable(database.read(
                        context -> origins(context, CONFIGURATION_COMPONENT.COMPONENT_ID.eq(componentId.toString())))
                .get(componentId));
    }

    @Override
    public List<Configuration> usesOf(UUID componentId) {
        String id = componentId.toString();
        return database.read(context -> new LightPaths(context)
                .of(CONFIGURATION
                        .CONFIGURATION_ID
                        .in(DSL.select(CONFIGURATION_COMPONENT.CONFIGURATION_ID)
                                .from(CONFIGURATION_COMPONENT)
                                .where(CONFIGURATION_COMPONENT.COMPONENT_ID.eq(id)))
                        .or(CONFIGURATION.CONFIGURATION_ID.in(DSL.select(REGISTRY_VERSION.SUBJECT_ID)
                                .from(REGISTRY_VERSION)
                                .where(REGISTRY_VERSION.KIND.eq(Version.Kind.CONFIGURATION.word()))
                                .and(REGISTRY_VERSION.AFTER_FIELDS.contains(id))))));
    }

    @Override
    public List<Installation> installations(UUID instrumentId) {
        return database.read(context -> {
            Map<String, String> names = People.names(context);
            return context.selectFrom(SOFTWARE_VERSION)
                    .where(SOFTWARE_VERSION.INSTRUMENT_ID.eq(instrumentId.toString()))
                    .orderBy(SOFTWARE_VERSION.INSTALLED_AT.desc(), SOFTWARE_VERSION.SOFTWARE_ID.desc())
                    .fetch()
                    .map(row -> RegistryRows.installation(row, names));
        });
    }

    @Override
    public List<UUID> events(UUID changeId) {
        return database.read(context -> context.select(REGISTRY_EVENT.EVENT_ID)
                .from(REGISTRY_EVENT)
                .where(REGISTRY_EVENT.CHANGE_ID.eq(changeId.toString()))
                .orderBy(REGISTRY_EVENT.POSITION)
                .fetch(row -> UUID.fromString(row.value1())));
    }

    @Override
    public void add(Configuration configuration, Entered entered) {
        String id = configuration.id().toString();
        String instrument = configuration.instrumentId().toString();
        database.write(transaction -> {
            String facility = RegistryWriter.of(
                    transaction, INSTRUMENT.FACILITY_ID, INSTRUMENT.INSTRUMENT_ID, configuration.instrumentId());
            AuditChain.lock(transaction, facility);
            if (transaction.fetchExists(
                    CONFIGURATION,
                    CONFIGURATION.INSTRUMENT_ID.eq(instrument).and(CONFIGURATION.SLUG.eq(configuration.slug())))) {
                throw new DuplicateSlugException("a light path", configuration.slug());
            }
            Optional<String> person = people.idOf(transaction, facility, entered.by());
            transaction.executeInsert(new ConfigurationRecord(
                    facility,
                    id,
                    instrument,
                    configuration.slug(),
                    configuration.name(),
                    JsonText.of(configuration.properties())));
            int position = 0;
            for (Component component : configuration.components()) {
                transaction.executeInsert(new ConfigurationComponentRecord(
                        facility, id, position++, component.id().toString()));
            }
            audit.append(transaction, facility, person, Action.ADD_CONFIGURATION, id);
            return configuration;
        });
    }

    @Override
    public void add(Component component, Move first) {
        UUID instrument = first.place()
                .instrumentId()
                .orElseThrow(() -> new IllegalArgumentException("a component is added to an instrument"));
        database.write(transaction -> {
            String facility =
                    RegistryWriter.of(transaction, INSTRUMENT.FACILITY_ID, INSTRUMENT.INSTRUMENT_ID, instrument);
            AuditChain.lock(transaction, facility);
            transaction.executeInsert(RegistryRows.row(component, facility));
            new RegistryWriter(people, audit).add(transaction, first, List.of());
            return component;
        });
    }

    @Override
    public void add(RegistryChange change) {
        database.write(transaction -> {
            new RegistryWriter(people, audit).add(transaction, change, List.of());
            return change;
        });
    }

    @Override
    public List<Attachment> attachments(UUID instrumentId) {
        return database.read(context -> {
            Map<String, String> names = People.names(context);
            return context.selectFrom(ATTACHMENT)
                    .where(ATTACHMENT.INSTRUMENT_ID.eq(instrumentId.toString()))
                    .and(ATTACHMENT.ATTACHMENT_ID.notIn(
                            DSL.select(ATTACHMENT_END.ATTACHMENT_ID).from(ATTACHMENT_END)))
                    .orderBy(ATTACHMENT.ATTACHMENT_ID)
                    .fetch()
                    .map(row -> RegistryRows.attachment(row, names));
        });
    }

    @Override
    public Optional<Path> file(Attachment attachment) {
        return files.find(attachment.content().sha256());
    }

    @Override
    public void attach(Attachment attachment, Path file) {
        Attachment.Content content = attachment.content();
        boolean fresh = files.keep(file, new InputFile(content.name(), content.sha256(), content.bytes(), Map.of()));
        try {
            database.write(transaction -> {
                String facility = RegistryWriter.of(
                        transaction, INSTRUMENT.FACILITY_ID, INSTRUMENT.INSTRUMENT_ID, attachment.instrumentId());
                AuditChain.lock(transaction, facility);
                Optional<String> person =
                        people.idOf(transaction, facility, attachment.entered().by());
                transaction.executeInsert(RegistryRows.row(attachment, facility, person));
                audit.append(
                        transaction,
                        facility,
                        person,
                        Action.ATTACH_FILE,
                        attachment.id().toString());
                return attachment;
            });
        } catch (RuntimeException e) {
            if (fresh) {
                files.withdraw(content.sha256());
            }
            throw e;
        }
    }

    @Override
    public void detach(UUID attachmentId, UUID endId, Entered entered) {
        database.write(transaction -> {
            String facility =
                    RegistryWriter.of(transaction, ATTACHMENT.FACILITY_ID, ATTACHMENT.ATTACHMENT_ID, attachmentId);
            AuditChain.lock(transaction, facility);
            Optional<String> person = people.idOf(transaction, facility, entered.by());
            transaction.executeInsert(new AttachmentEndRecord(
                    facility,
                    endId.toString(),
                    attachmentId.toString(),
                    person.orElse(null),
                    entered.at().toEpochMilli(),
                    entered.zone().getId(),
                    entered.reason()));
            audit.append(transaction, facility, person, Action.DETACH_FILE, endId.toString());
            return attachmentId;
        });
    }
}
