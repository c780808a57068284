package org.fiducial.store;

import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.COMPONENT_MOVE;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Attachment;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Entered;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Version;
import org.fiducial.store.generated.tables.records.AttachmentRecord;
import org.fiducial.store.generated.tables.records.ComponentMoveRecord;
import org.fiducial.store.generated.tables.records.ComponentRecord;
import org.fiducial.store.generated.tables.records.RegistryVersionRecord;
import org.fiducial.store.generated.tables.records.SoftwareVersionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What the registry holds as rows, and back. */
final class RegistryRows {

    private static final Comparator<Move> OLDEST_FIRST =
            Comparator.comparing(Move::at).thenComparing(Move::id);

    private RegistryRows() {}

    static RegistryVersionRecord row(Version version, String facility, Optional<String> person) {
        return new RegistryVersionRecord(
                facility,
                version.id().toString(),
                version.key().kind().word(),
                version.key().subjectId().toString(),
                version.key().number(),
                version.since().map(Instant::toEpochMilli).orElse(null),
                JsonText.of(version.before().values()),
                JsonText.of(version.after().values()),
                person.orElse(null),
                version.entered().at().toEpochMilli(),
                version.entered().zone().getId(),
                version.entered().reason());
    }

    static ComponentMoveRecord row(Move move, String facility, Optional<String> person) {
        return new ComponentMoveRecord(
                facility,
                move.id().toString(),
                move.componentId().toString(),
                Words.of(move.place().standing()),
                move.place().instrumentId().map(UUID::toString).orElse(null),
                move.at().toEpochMilli(),
                person.orElse(null),
                move.entered().at().toEpochMilli(),
                move.entered().zone().getId(),
                move.entered().reason());
    }

    static SoftwareVersionRecord row(Installation installed, String facility, Optional<String> person) {
        return new SoftwareVersionRecord(
                facility,
                installed.id().toString(),
                installed.host().instrumentId().toString(),
                installed.host().componentId().map(UUID::toString).orElse(null),
                Words.of(installed.release().kind()),
                installed.release().name(),
                installed.release().number(),
                installed.at().toEpochMilli(),
                person.orElse(null),
                installed.entered().at().toEpochMilli(),
                installed.entered().zone().getId(),
                installed.entered().reason());
    }

    static AttachmentRecord row(Attachment attachment, String facility, Optional<String> person) {
        return new AttachmentRecord(
                facility,
                attachment.id().toString(),
                attachment.instrumentId().toString(),
                Words.of(attachment.content().kind()),
                attachment.content().name(),
                attachment.content().mediaType(),
                attachment.content().sha256(),
                attachment.content().bytes(),
                attachment.caption(),
                person.orElse(null),
                attachment.entered().at().toEpochMilli(),
                attachment.entered().zone().getId());
    }

    static ComponentRecord row(Component component, String facility) {
        Make make = component.make();
        return new ComponentRecord(
                facility,
                component.id().toString(),
                component.kind().word(),
                component.name(),
                make.manufacturer(),
                make.model(),
                make.serial(),
                JsonText.of(component.properties()));
    }

    static Map<String, Fields> newestOfInstruments(DSLContext context) {
        return newest(context, REGISTRY_VERSION.KIND.eq(Version.Kind.INSTRUMENT.word()));
    }

    static Map<UUID, List<Version>> versionsOfInstruments(DSLContext context) {
        Map<UUID, List<Version>> all = new HashMap<>();
        versions(context, REGISTRY_VERSION.KIND.eq(Version.Kind.INSTRUMENT.word()), People.names(context))
                .forEach((id, versions) -> all.put(UUID.fromString(id), versions));
        return all;
    }

    /** The versions of things, by thing, oldest first. */
    static Map<String, List<Version>> versions(DSLContext context, Condition which, Map<String, String> names) {
        return context
                .selectFrom(REGISTRY_VERSION)
                .where(which)
                .orderBy(REGISTRY_VERSION.SUBJECT_ID, REGISTRY_VERSION.VERSION)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        RegistryVersionRecord::getSubjectId,
                        Collectors.mapping(row -> version(row, names), Collectors.toList())));
    }

    private static Version version(RegistryVersionRecord row, Map<String, String> names) {
        return new Version(
                new Version.Key(
                        UUID.fromString(row.getVersionId()),
                        Words.constant(Version.Kind.class, row.getKind()),
                        UUID.fromString(row.getSubjectId()),
                        row.getVersion()),
                Optional.ofNullable(row.getHoldsFrom()).map(Instant::ofEpochMilli),
                new Fields(JsonText.read(row.getBeforeFields())),
                new Fields(JsonText.read(row.getAfterFields())),
                entered(names, row.getPersonId(), row.getEnteredAt(), row.getZone(), row.getReason()));
    }

    /** The newest fields of things of a kind that have any version after the first. */
    static Map<String, Fields> newest(DSLContext context, Condition which) {
        return versions(context, which, Map.of()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> newest(entry.getValue())));
    }

    private static Fields newest(List<Version> versions) {
        return versions.get(versions.size() - 1).after();
    }

    /** Components as they are known today, by id. */
    static Map<UUID, Component> components(DSLContext context, Condition which) {
        List<ComponentRecord> rows = context.selectFrom(COMPONENT).where(which).fetch();
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<String> ids = rows.stream().map(ComponentRecord::getComponentId).toList();
        Map<String, Fields> newest = newest(context, REGISTRY_VERSION.SUBJECT_ID.in(ids));
        return rows.stream()
                .map(row -> {
                    Component added = component(row);
                    return Optional.ofNullable(newest.get(row.getComponentId()))
                            .map(fields -> fields.applyTo(added))
                            .orElse(added);
                })
                .collect(Collectors.toMap(Component::id, Function.identity()));
    }

    /** What a component was added as. */
    static Component component(ComponentRecord row) {
        return new Component(
                UUID.fromString(row.getComponentId()),
                Words.constant(Component.Kind.class, row.getKind()),
                row.getName(),
                new Make(row.getManufacturer(), row.getModel(), row.getSerial()),
                JsonText.read(row.getProperties()));
    }

    /** Moves by component, oldest first. */
    static Map<UUID, List<Move>> moves(DSLContext context, Condition which, Map<String, String> names) {
        return context.selectFrom(COMPONENT_MOVE).where(which).fetch().stream()
                .map(row -> move(row, names))
                .sorted(OLDEST_FIRST)
                .collect(Collectors.groupingBy(Move::componentId));
    }

    static Condition ofComponents(Collection<UUID> ids) {
        return COMPONENT_MOVE.COMPONENT_ID.in(ids.stream().map(UUID::toString).toList());
    }

    private static Move move(ComponentMoveRecord row, Map<String, String> names) {
        return new Move(
                UUID.fromString(row.getMoveId()),
                UUID.fromString(row.getComponentId()),
                new Move.Place(
                        Words.constant(Move.Standing.class, row.getStanding()),
                        Optional.ofNullable(row.getInstrumentId()).map(UUID::fromString)),
                Instant.ofEpochMilli(row.getHappenedAt()),
                entered(names, row.getPersonId(), row.getEnteredAt(), row.getZone(), row.getReason()));
    }

    /** The last move by a time; empty where there was none. */
    static Optional<Move> last(List<Move> moves, Instant at) {
        return moves.stream().filter(move -> !move.at().isAfter(at)).reduce((earlier, later) -> later);
    }

    static Installation installation(SoftwareVersionRecord row, Map<String, String> names) {
        return new Installation(
                UUID.fromString(row.getSoftwareId()),
                new Installation.Host(
                        UUID.fromString(row.getInstrumentId()),
                        Optional.ofNullable(row.getComponentId()).map(UUID::fromString)),
                new Installation.Release(
                        Words.constant(Installation.Kind.class, row.getKind()), row.getName(), row.getReleaseName()),
                Instant.ofEpochMilli(row.getInstalledAt()),
                entered(names, row.getPersonId(), row.getEnteredAt(), row.getZone(), row.getReason()));
    }

    static Attachment attachment(AttachmentRecord row, Map<String, String> names) {
        return new Attachment(
                UUID.fromString(row.getAttachmentId()),
                UUID.fromString(row.getInstrumentId()),
                new Attachment.Content(
                        Words.constant(Attachment.Kind.class, row.getKind()),
                        row.getName(),
                        row.getMediaType(),
                        row.getSha256(),
                        row.getBytes()),
                row.getCaption(),
                entered(names, row.getPersonId(), row.getEnteredAt(), row.getZone(), ""));
    }

    /** The name is empty where nobody is named, or it was erased. */
    static Entered entered(Map<String, String> names, @Nullable String person, long at, String zone, String reason) {
        String by = person == null ? "" : names.getOrDefault(person, "");
        return new Entered(by, Instant.ofEpochMilli(at), ZoneId.of(zone), reason);
    }
}
