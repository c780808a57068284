package org.fiducial.store;

import static org.fiducial.store.generated.Tables.ARTEFACT;
import static org.fiducial.store.generated.Tables.KIT_RECALL;
import static org.fiducial.store.generated.Tables.KIT_RECALL_END;
import static org.fiducial.store.generated.Tables.METER;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.KitRecallEndRecord;
import org.fiducial.store.generated.tables.records.KitRecallRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Recalls of the kit and their withdrawals in the database. */
final class StoredRecalls {

    private static final Comparator<Recall> NEWEST_FIRST = Comparator.comparing(
                    (Recall each) -> each.entry().at())
            .thenComparing(Recall::id)
            .reversed();

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredRecalls(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    void add(Recall recall) {
        String facility = recall.facilityId().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            requireKnown(transaction, recall);
            Optional<String> person =
                    people.idOf(transaction, facility, recall.entry().by());
            KitRecallRecord row = new KitRecallRecord();
            row.setFacilityId(facility);
            row.setRecallId(recall.id().toString());
            row.setSlug(recall.slug());
            row.setWrongFrom(recall.period().from().toEpochMilli());
            recall.period().to().map(Instant::toEpochMilli).ifPresent(row::setWrongTo);
            row.setReason(recall.fault().reason());
            recall.fault().readsPercent().ifPresent(row::setReadsPercent);
            person.ifPresent(row::setPersonId);
            row.setEnteredAt(recall.entry().at().toEpochMilli());
            row.setZone(recall.entry().zone().getId());
            transaction.executeInsert(row);
            audit.append(transaction, facility, person, Action.ADD_RECALL, row.getRecallId());
            return recall;
        });
    }

    private static void requireKnown(DSLContext transaction, Recall recall) {
        boolean meter = transaction.fetchExists(METER, METER.SLUG.eq(recall.slug()));
        if (!meter && !transaction.fetchExists(ARTEFACT, ARTEFACT.SLUG.eq(recall.slug()))) {
            throw new UnusableInputException("There is no meter and no artefact '" + recall.slug() + "' in the kit.");
        }
        if (!meter && recall.fault().readsPercent().isPresent()) {
            throw new UnusableInputException("'" + recall.slug() + "' is no meter, so it has no readings that could be"
                    + " wrong by some per cent; say what is wrong in words.");
        }
    }

    void withdraw(Recall.Withdrawal withdrawal) {
        String recall = withdrawal.recallId().toString();
        String facility = database.read(context -> context.select(KIT_RECALL.FACILITY_ID)
                        .from(KIT_RECALL)
                        .where(KIT_RECALL.RECALL_ID.eq(recall))
                        .fetchOptional(KIT_RECALL.FACILITY_ID))
                .orElseThrow(() -> new UnusableInputException("There is no recall '" + recall + "'."));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            if (transaction.fetchExists(KIT_RECALL_END, KIT_RECALL_END.RECALL_ID.eq(recall))) {
                throw new UnusableInputException("This recall was withdrawn already; nothing was changed.");
            }
            Optional<String> person =
                    people.idOf(transaction, facility, withdrawal.entry().by());
            String id = withdrawal.id().toString();
            transaction.executeInsert(new KitRecallEndRecord(
                    facility,
                    id,
                    recall,
                    withdrawal.reason(),
                    person.orElse(null),
                    withdrawal.entry().at().toEpochMilli(),
                    withdrawal.entry().zone().getId()));
            audit.append(transaction, facility, person, Action.WITHDRAW_RECALL, id);
            return withdrawal;
        });
    }

    List<Recall> all() {
        return database.read(context -> {
            List<KitRecallRecord> rows = context.selectFrom(KIT_RECALL).fetch();
            if (rows.isEmpty()) {
                return List.of();
            }
            Map<String, String> names = People.names(context, rows.get(0).getFacilityId());
            Function<@Nullable String, String> name =
                    id -> Optional.ofNullable(id).map(names::get).orElse("");
            Map<String, KitRecallEndRecord> ends =
                    context.selectFrom(KIT_RECALL_END).fetchMap(KIT_RECALL_END.RECALL_ID);
            return rows.stream()
                    .map(row -> recall(row, Optional.ofNullable(ends.get(row.getRecallId())), name))
                    .sorted(NEWEST_FIRST)
                    .toList();
        });
    }

    private static Recall recall(
            KitRecallRecord row, Optional<KitRecallEndRecord> end, Function<@Nullable String, String> name) {
        return new Recall(
                UUID.fromString(row.getRecallId()),
                UUID.fromString(row.getFacilityId()),
                row.getSlug(),
                new Recall.Period(
                        Instant.ofEpochMilli(row.getWrongFrom()),
                        Optional.ofNullable(row.getWrongTo()).map(Instant::ofEpochMilli)),
                new Recall.Fault(row.getReason(), ArtefactRows.optional(row.getReadsPercent())),
                entry(name.apply(row.getPersonId()), row.getEnteredAt(), row.getZone()),
                end.map(each -> new Recall.Withdrawal(
                        UUID.fromString(each.getEndId()),
                        UUID.fromString(each.getRecallId()),
                        each.getReason(),
                        entry(name.apply(each.getPersonId()), each.getEnteredAt(), each.getZone()))));
    }

    private static Recall.Entry entry(String by, long at, String zone) {
        return new Recall.Entry(by, Instant.ofEpochMilli(at), ZoneId.of(zone));
    }
}
