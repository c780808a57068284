package org.fiducial.store;

import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.COMPONENT_MOVE;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.CONFIGURATION_COMPONENT;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Version;
import org.fiducial.store.generated.tables.records.ConfigurationRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Light paths as they are known today, or as they were at a time; a handful of queries, however many there are. */
final class LightPaths {

    private final DSLContext context;

    LightPaths(DSLContext context) {
        this.context = context;
    }

    /** As they are known today, by name. */
    List<Configuration> of(Condition which) {
        return of(which, Optional.empty());
    }

    /** As they were at a time, of the parts they had then; those that lacked one and retired ones left out. */
    List<Configuration> of(Condition which, Instant at) {
        List<Configuration> paths = of(which, Optional.of(at));
        Map<UUID, List<Move>> moves = RegistryRows.moves(
                context,
                RegistryRows.ofComponents(paths.stream()
                        .flatMap(path -> path.components().stream())
                        .map(Component::id)
                        .distinct()
                        .toList()),
                Map.of());
        return moves.isEmpty()
                ? paths
                : paths.stream().filter(path -> isWhole(path, moves, at)).toList();
    }

    /** The times at which the light paths of an instrument or the parts on it became others, ascending. */
    List<Instant> turns(UUID instrument) {
        List<ConfigurationRecord> rows = context.selectFrom(CONFIGURATION)
                .where(StoredInstruments.ofInstrument(instrument))
                .fetch();
        List<String> ids =
                rows.stream().map(ConfigurationRecord::getConfigurationId).toList();
        List<Version> versions =
                RegistryRows.versions(context, REGISTRY_VERSION.SUBJECT_ID.in(ids), Map.of()).values().stream()
                        .flatMap(List::stream)
                        .toList();
        Set<String> parts = context.select(CONFIGURATION_COMPONENT.COMPONENT_ID)
                .from(CONFIGURATION_COMPONENT)
                .where(CONFIGURATION_COMPONENT.CONFIGURATION_ID.in(ids))
                .fetchSet(CONFIGURATION_COMPONENT.COMPONENT_ID);
        versions.stream()
                .flatMap(version -> version.after().components().stream())
                .forEach(part -> parts.add(part.toString()));
        Stream<Instant> moves = context
                .select(COMPONENT_MOVE.HAPPENED_AT)
                .from(COMPONENT_MOVE)
                .where(COMPONENT_MOVE
                        .COMPONENT_ID
                        .in(parts)
                        .or(COMPONENT_MOVE.COMPONENT_ID.in(DSL.select(COMPONENT_MOVE.COMPONENT_ID)
                                .from(COMPONENT_MOVE)
                                .where(COMPONENT_MOVE.INSTRUMENT_ID.eq(instrument.toString())))))
                .fetch(COMPONENT_MOVE.HAPPENED_AT)
                .stream()
                .map(Instant::ofEpochMilli);
        return Stream.concat(moves, versions.stream().flatMap(version -> version.since().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isWhole(Configuration path, Map<UUID, List<Move>> moves, Instant at) {
        return path.components().stream()
                .flatMap(part -> RegistryRows.last(moves.getOrDefault(part.id(), List.of()), at).stream())
                .allMatch(move -> move.place().isOn(path.instrumentId()));
    }

    private List<Configuration> of(Condition which, Optional<Instant> at) {
        List<ConfigurationRecord> rows =
                context.selectFrom(CONFIGURATION).where(which).fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, Fields> fields = fields(rows, at);
        Map<UUID, Component> parts = RegistryRows.components(
                context,
                COMPONENT.COMPONENT_ID.in(fields.values().stream()
                        .flatMap(each -> each.components().stream())
                        .map(UUID::toString)
                        .distinct()
                        .toList()));
        return rows.stream()
                .filter(row -> at.isEmpty() || !isRetired(fields.get(row.getConfigurationId())))
                .map(row -> path(row, fields.getOrDefault(row.getConfigurationId(), first(row, List.of())), parts))
                .sorted(Comparator.comparing(Configuration::name, StoredInstruments.AS_PEOPLE_SORT)
                        .thenComparing(Configuration::slug))
                .toList();
    }

    private static boolean isRetired(@Nullable Fields known) {
        return known != null && known.day(Fields.RETIRED).isPresent();
    }

    private Map<String, Fields> fields(List<ConfigurationRecord> rows, Optional<Instant> at) {
        List<String> ids =
                rows.stream().map(ConfigurationRecord::getConfigurationId).toList();
        Map<String, List<String>> parts = context.selectFrom(CONFIGURATION_COMPONENT)
                .where(CONFIGURATION_COMPONENT.CONFIGURATION_ID.in(ids))
                .orderBy(CONFIGURATION_COMPONENT.POSITION)
                .fetchGroups(CONFIGURATION_COMPONENT.CONFIGURATION_ID, CONFIGURATION_COMPONENT.COMPONENT_ID);
        Map<String, List<Version>> versions =
                RegistryRows.versions(context, REGISTRY_VERSION.SUBJECT_ID.in(ids), Map.of());
        return rows.stream().collect(Collectors.toMap(ConfigurationRecord::getConfigurationId, row -> {
            String id = row.getConfigurationId();
            List<Version> known = versions.getOrDefault(id, List.of());
            Fields first = first(row, parts.getOrDefault(id, List.of()));
            return Version.at(first, known, at.orElse(Instant.MAX));
        }));
    }

    /** What a light path was added with. */
    Optional<Fields> first(UUID configurationId) {
        String id = configurationId.toString();
        return context.selectFrom(CONFIGURATION)
                .where(CONFIGURATION.CONFIGURATION_ID.eq(id))
                .fetchOptional()
                .map(row -> first(
                        row,
                        context.select(CONFIGURATION_COMPONENT.COMPONENT_ID)
                                .from(CONFIGURATION_COMPONENT)
                                .where(CONFIGURATION_COMPONENT.CONFIGURATION_ID.eq(id))
                                .orderBy(CONFIGURATION_COMPONENT.POSITION)
                                .fetch(CONFIGURATION_COMPONENT.COMPONENT_ID)));
    }

    private static Fields first(ConfigurationRecord row, List<String> parts) {
        return new Fields(JsonText.read("{}"))
                .with(Fields.NAME, row.getName())
                .with(Fields.COMPONENTS, String.join(" ", parts))
                .withProperties(JsonText.read(row.getProperties()));
    }

    private static Configuration path(ConfigurationRecord row, Fields fields, Map<UUID, Component> parts) {
        return new Configuration(
                UUID.fromString(row.getConfigurationId()),
                UUID.fromString(row.getInstrumentId()),
                row.getSlug(),
                fields.text(Fields.NAME),
                fields.components().stream()
                        .flatMap(id -> Stream.ofNullable(parts.get(id)))
                        .toList(),
                fields.properties());
    }
}
