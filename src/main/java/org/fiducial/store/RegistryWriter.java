package org.fiducial.store;

import static org.fiducial.store.generated.Tables.COMPONENT;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.REGISTRY_VERSION;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.ChangedMeanwhileException;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.facility.instrument.Version;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.RegistryEventRecord;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/** Writes what the registry learns, within a transaction. */
final class RegistryWriter {

    private final People people;
    private final AuditChain audit;

    RegistryWriter(People people, AuditChain audit) {
        this.people = people;
        this.audit = audit;
    }

    /**
     * Adds a change.
     *
     * @param events ids of the events it was, already in the record
     * @throws ChangedMeanwhileException if there is such a version already
     */
    void add(DSLContext transaction, RegistryChange change, List<UUID> events) {
        String facility = facility(transaction, change);
        AuditChain.lock(transaction, facility);
        Optional<String> person =
                people.idOf(transaction, facility, change.entered().by());
        Action action;
        if (change instanceof Version version) {
            requireNext(transaction, version);
            transaction.executeInsert(RegistryRows.row(version, facility, person));
            action = Action.CHANGE_REGISTRY;
        } else if (change instanceof Move move) {
            transaction.executeInsert(RegistryRows.row(move, facility, person));
            action = Action.MOVE_COMPONENT;
        } else {
            transaction.executeInsert(RegistryRows.row((Installation) change, facility, person));
            action = Action.INSTALL_SOFTWARE;
        }
        int position = 0;
        for (UUID event : events) {
            transaction.executeInsert(
                    new RegistryEventRecord(facility, change.id().toString(), position++, event.toString()));
        }
        audit.append(transaction, facility, person, action, change.id().toString());
    }

    private static void requireNext(DSLContext transaction, Version version) {
        int newest = transaction
                .select(DSL.max(REGISTRY_VERSION.VERSION))
                .from(REGISTRY_VERSION)
                .where(REGISTRY_VERSION.SUBJECT_ID.eq(version.key().subjectId().toString()))
                .fetchOptional(0, Integer.class)
                .orElse(1);
        if (version.key().number() != newest + 1) {
            throw new ChangedMeanwhileException(newest);
        }
    }

    /** The facility of what a change is about. */
    private static String facility(DSLContext transaction, RegistryChange change) {
        if (change instanceof Move move) {
            return of(transaction, COMPONENT.FACILITY_ID, COMPONENT.COMPONENT_ID, move.componentId());
        }
        if (change instanceof Installation installation) {
            return of(
                    transaction,
                    INSTRUMENT.FACILITY_ID,
                    INSTRUMENT.INSTRUMENT_ID,
                    installation.host().instrumentId());
        }
        Version.Key key = ((Version) change).key();
        return switch (key.kind()) {
            case INSTRUMENT -> of(transaction, INSTRUMENT.FACILITY_ID, INSTRUMENT.INSTRUMENT_ID, key.subjectId());
            case COMPONENT -> of(transaction, COMPONENT.FACILITY_ID, COMPONENT.COMPONENT_ID, key.subjectId());
            case CONFIGURATION ->
                of(transaction, CONFIGURATION.FACILITY_ID, CONFIGURATION.CONFIGURATION_ID, key.subjectId());
        };
    }

    static String of(DSLContext transaction, TableField<?, String> facility, TableField<?, String> column, UUID id) {
        return transaction
                .select(facility)
                .from(column.getTable())
                .where(column.eq(id.toString()))
                .fetchOptional(facility)
                .orElseThrow(() -> new IllegalArgumentException("nothing in the record has the id " + id));
    }
}
