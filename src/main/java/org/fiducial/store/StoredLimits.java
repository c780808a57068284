package org.fiducial.store;

import static org.fiducial.store.generated.Tables.BASELINE;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.LIMIT_VERSION;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Limits;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ConfigurationRecord;
import org.fiducial.store.generated.tables.records.InstrumentRecord;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Limits and baselines in the database. */
final class StoredLimits implements Limits {

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredLimits(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void add(LimitVersion version) {
        LimitScope scope = version.subject().scope();
        String facility = facility(scope);
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            int newest = transaction
                    .select(DSL.max(LIMIT_VERSION.VERSION))
                    .from(LIMIT_VERSION)
                    .where(LIMIT_VERSION.FACILITY_ID.eq(facility))
                    .and(LIMIT_VERSION.PROTOCOL_ID.eq(version.subject().protocolId()))
                    .and(LIMIT_VERSION.SCOPE_ID.eq(scope.id().toString()))
                    .fetchOptional(0, Integer.class)
                    .orElse(0);
            requireNext("limits", newest, version.number());
            Optional<String> person =
                    people.idOf(transaction, facility, version.entry().by());
            transaction.executeInsert(LimitRows.head(version, facility, person));
            transaction.batchInsert(LimitRows.rules(version, facility)).execute();
            audit.append(
                    transaction,
                    facility,
                    person,
                    Action.SET_LIMITS,
                    version.id().toString());
            return version;
        });
    }

    @Override
    public void add(Baseline baseline) {
        Baseline.Series series = baseline.series();
        String facility = facility(new LimitScope(LimitScope.Reach.CONFIGURATION, series.configurationId()));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            int newest = transaction
                    .select(DSL.max(BASELINE.VERSION))
                    .from(BASELINE)
                    .where(BASELINE.FACILITY_ID.eq(facility))
                    .and(BASELINE.CONFIGURATION_ID.eq(series.configurationId().toString()))
                    .and(BASELINE.PROTOCOL_ID.eq(series.protocolId()))
                    .fetchOptional(0, Integer.class)
                    .orElse(0);
            requireNext("baseline", newest, baseline.number());
            Optional<String> person =
                    people.idOf(transaction, facility, baseline.entry().by());
            transaction.executeInsert(LimitRows.head(baseline, facility, person));
            transaction.batchInsert(LimitRows.rest(baseline, facility)).execute();
            String id = baseline.id().toString();
            audit.append(transaction, facility, person, Action.ADD_BASELINE, id);
            return baseline;
        });
    }

    private static void requireNext(String what, int newest, int number) {
        if (number != newest + 1) {
            throw new UnusableInputException("Somebody else changed the " + what + " meanwhile: version " + newest
                    + " is in the record; look at it and change it again.");
        }
    }

    private String facility(LimitScope scope) {
        String id = scope.id().toString();
        return database.read(context -> switch (scope.reach()) {
                    case CONFIGURATION ->
                        context.select(CONFIGURATION.FACILITY_ID)
                                .from(CONFIGURATION)
                                .where(CONFIGURATION.CONFIGURATION_ID.eq(id))
                                .fetchOptional(CONFIGURATION.FACILITY_ID);
                    case INSTRUMENT ->
                        context.select(INSTRUMENT.FACILITY_ID)
                                .from(INSTRUMENT)
                                .where(INSTRUMENT.INSTRUMENT_ID.eq(id))
                                .fetchOptional(INSTRUMENT.FACILITY_ID);
                    case EVERYWHERE ->
                        context.select(FACILITY.FACILITY_ID)
                                .from(FACILITY)
                                .where(FACILITY.FACILITY_ID.eq(id))
                                .fetchOptional(FACILITY.FACILITY_ID);
                })
                .orElseThrow(() -> new IllegalArgumentException("nothing limits could hold for has the id " + id));
    }

    @Override
    public List<LimitVersion> versions(UUID configurationId, String protocolId) {
        return database.read(context -> context.selectFrom(CONFIGURATION)
                .where(CONFIGURATION.CONFIGURATION_ID.eq(configurationId.toString()))
                .fetchOptional()
                .map(configuration -> versions(context, configuration, protocolId))
                .orElse(List.of()));
    }

    private static List<LimitVersion> versions(
            DSLContext context, ConfigurationRecord configuration, String protocolId) {
        return new LimitReader(context, configuration.getFacilityId())
                .versions(LIMIT_VERSION
                        .PROTOCOL_ID
                        .eq(protocolId)
                        .and(LIMIT_VERSION.SCOPE_ID.in(
                                configuration.getConfigurationId(),
                                configuration.getInstrumentId(),
                                configuration.getFacilityId())));
    }

    @Override
    public List<LimitVersion> versions(UUID instrumentId) {
        return database.read(context -> context.selectFrom(INSTRUMENT)
                .where(INSTRUMENT.INSTRUMENT_ID.eq(instrumentId.toString()))
                .fetchOptional()
                .map(instrument -> new LimitReader(context, instrument.getFacilityId())
                        .versions(LIMIT_VERSION
                                .SCOPE_ID
                                .in(instrument.getInstrumentId(), instrument.getFacilityId())
                                .or(LIMIT_VERSION.SCOPE_ID.in(paths(instrument)))))
                .orElse(List.of()));
    }

    @Override
    public List<Baseline> baselines(UUID instrumentId) {
        return database.read(context -> context.selectFrom(INSTRUMENT)
                .where(INSTRUMENT.INSTRUMENT_ID.eq(instrumentId.toString()))
                .fetchOptional()
                .map(instrument -> new LimitReader(context, instrument.getFacilityId())
                        .baselines(BASELINE.CONFIGURATION_ID.in(paths(instrument))))
                .orElse(List.of()));
    }

    private static Select<Record1<String>> paths(InstrumentRecord instrument) {
        return DSL.select(CONFIGURATION.CONFIGURATION_ID)
                .from(CONFIGURATION)
                .where(CONFIGURATION.INSTRUMENT_ID.eq(instrument.getInstrumentId()));
    }

    @Override
    public List<Baseline> baselines(Baseline.Series series) {
        return database.read(context -> context.selectFrom(CONFIGURATION)
                .where(CONFIGURATION.CONFIGURATION_ID.eq(
                        series.configurationId().toString()))
                .fetchOptional()
                .map(configuration -> new LimitReader(context, configuration.getFacilityId())
                        .baselines(BASELINE.CONFIGURATION_ID
                                .eq(configuration.getConfigurationId())
                                .and(BASELINE.PROTOCOL_ID.eq(series.protocolId()))))
                .orElse(List.of()));
    }
}
