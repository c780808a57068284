package org.fiducial.store;

import static org.fiducial.store.generated.Tables.EVENT;
import static org.fiducial.store.generated.Tables.EVENT_COMPONENT;
import static org.fiducial.store.generated.Tables.FOLLOW_UP;
import static org.fiducial.store.generated.Tables.INSTRUMENT;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.RegistryChange;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.Events;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.Release;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.EventComponentRecord;
import org.fiducial.store.generated.tables.records.EventRecord;
import org.fiducial.store.generated.tables.records.FollowUpRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Events and what became of them, in the database. */
final class StoredEvents implements Events {

    private static final Comparator<LoggedEvent> NEWEST_FIRST = Comparator.comparing(
                    (LoggedEvent each) -> each.event().at())
            .thenComparing(each -> each.event().id())
            .reversed();

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredEvents(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void add(Event event) {
        String facility = database.read(context -> context.select(INSTRUMENT.FACILITY_ID)
                        .from(INSTRUMENT)
                        .where(INSTRUMENT.INSTRUMENT_ID.eq(event.instrumentId().toString()))
                        .fetchOptional(INSTRUMENT.FACILITY_ID))
                .orElseThrow(() -> new IllegalArgumentException("no instrument has the id " + event.instrumentId()));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            insert(transaction, facility, event);
            return event;
        });
    }

    @Override
    public void add(Component component, Move first, List<Event> happened) {
        UUID instrument = first.place()
                .instrumentId()
                .orElseThrow(() -> new IllegalArgumentException("a component is added to an instrument"));
        add(first, happened, transaction -> {
            String facility =
                    RegistryWriter.of(transaction, INSTRUMENT.FACILITY_ID, INSTRUMENT.INSTRUMENT_ID, instrument);
            AuditChain.lock(transaction, facility);
            transaction.executeInsert(RegistryRows.row(component, facility));
        });
    }

    @Override
    public void add(RegistryChange change, List<Event> happened) {
        add(change, happened, transaction -> {});
    }

    private void add(RegistryChange change, List<Event> happened, Consumer<DSLContext> before) {
        database.write(transaction -> {
            before.accept(transaction);
            for (Event event : happened) {
                String facility = RegistryWriter.of(
                        transaction, INSTRUMENT.FACILITY_ID, INSTRUMENT.INSTRUMENT_ID, event.instrumentId());
                AuditChain.lock(transaction, facility);
                insert(transaction, facility, event);
            }
            new RegistryWriter(people, audit)
                    .add(transaction, change, happened.stream().map(Event::id).toList());
            return change;
        });
    }

    private void insert(DSLContext transaction, String facility, Event event) {
        Optional<String> person =
                people.idOf(transaction, facility, event.entry().by());
        String id = event.id().toString();
        transaction.executeInsert(row(facility, person, event));
        int position = 0;
        for (UUID component : event.report().components()) {
            transaction.executeInsert(new EventComponentRecord(facility, id, position++, component.toString()));
        }
        audit.append(transaction, facility, person, Action.ADD_EVENT, id);
    }

    private static EventRecord row(String facility, Optional<String> person, Event event) {
        Event.Report report = event.report();
        return new EventRecord(
                facility,
                event.id().toString(),
                event.instrumentId().toString(),
                Words.of(event.kind()),
                event.at().toEpochMilli(),
                report.what(),
                Words.of(report.effect()),
                report.loss().time().toMinutes(),
                amount(report.loss()),
                currency(report.loss()),
                person.orElse(null),
                event.entry().at().toEpochMilli(),
                event.entry().zone().getId());
    }

    @Override
    public void add(FollowUp followUp) {
        String facility = facilityOf(followUp.eventId());
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            insert(transaction, facility, followUp);
            return followUp;
        });
    }

    private String facilityOf(UUID eventId) {
        return database.read(context -> context.select(EVENT.FACILITY_ID)
                        .from(EVENT)
                        .where(EVENT.EVENT_ID.eq(eventId.toString()))
                        .fetchOptional(EVENT.FACILITY_ID))
                .orElseThrow(() -> new IllegalArgumentException("no event has the id " + eventId));
    }

    private void insert(DSLContext transaction, String facility, FollowUp followUp) {
        Optional<String> person =
                people.idOf(transaction, facility, followUp.entry().by());
        String id = followUp.id().toString();
        Loss loss = followUp.account().loss();
        transaction.executeInsert(new FollowUpRecord(
                facility,
                id,
                followUp.eventId().toString(),
                Words.of(followUp.step()),
                followUp.at().toEpochMilli(),
                followUp.account().text(),
                loss.time().toMinutes(),
                amount(loss),
                currency(loss),
                person.orElse(null),
                followUp.entry().at().toEpochMilli(),
                followUp.entry().zone().getId()));
        audit.append(transaction, facility, person, Action.FOLLOW_UP, id);
    }

    @Override
    public void add(Release release, Optional<FollowUp> end) {
        String facility = facilityOf(release.eventId());
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            end.ifPresent(followUp -> insert(transaction, facility, followUp));
            Optional<String> person =
                    people.idOf(transaction, facility, release.entry().by());
            ReleaseRows.of(release, facility, person).forEach(transaction::executeInsert);
            audit.append(
                    transaction,
                    facility,
                    person,
                    Action.RETURN_TO_SERVICE,
                    release.id().toString());
            return release;
        });
    }

    @Override
    public List<Release> releases(UUID instrumentId) {
        return database.read(context -> ReleaseRows.read(context, instrumentId));
    }

    @Override
    public List<LoggedEvent> all() {
        return database.read(context -> events(context, DSL.noCondition()));
    }

    @Override
    public List<LoggedEvent> ofInstrument(UUID instrumentId) {
        return database.read(context -> events(context, EVENT.INSTRUMENT_ID.eq(instrumentId.toString())));
    }

    @Override
    public Optional<LoggedEvent> byId(UUID eventId) {
        return database.read(context -> events(context, EVENT.EVENT_ID.eq(eventId.toString()))).stream()
                .findFirst();
    }

    /** Three queries, however many events there are. */
    private static List<LoggedEvent> events(DSLContext context, Condition which) {
        List<EventRecord> rows = context.selectFrom(EVENT).where(which).fetch();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<UUID>> components = context.select(EVENT_COMPONENT.EVENT_ID, EVENT_COMPONENT.COMPONENT_ID)
                .from(EVENT_COMPONENT)
                .join(EVENT)
                .on(EVENT.FACILITY_ID.eq(EVENT_COMPONENT.FACILITY_ID))
                .and(EVENT.EVENT_ID.eq(EVENT_COMPONENT.EVENT_ID))
                .where(which)
                .orderBy(EVENT_COMPONENT.POSITION)
                .fetchGroups(EVENT_COMPONENT.EVENT_ID, row -> UUID.fromString(row.value2()));
        Map<String, String> names = new HashMap<>();
        rows.stream()
                .map(EventRecord::getFacilityId)
                .distinct()
                .forEach(facility -> names.putAll(People.names(context, facility)));
        Map<String, List<FollowUp>> followUps = context.select(FOLLOW_UP.fields())
                .from(FOLLOW_UP)
                .join(EVENT)
                .on(EVENT.FACILITY_ID.eq(FOLLOW_UP.FACILITY_ID))
                .and(EVENT.EVENT_ID.eq(FOLLOW_UP.EVENT_ID))
                .where(which)
                .orderBy(AuditChain.place(FOLLOW_UP.FOLLOW_UP_ID))
                .fetchInto(FOLLOW_UP)
                .intoGroups(FOLLOW_UP.EVENT_ID, row -> followUp(row.into(FOLLOW_UP), names));
        return rows.stream()
                .map(row -> new LoggedEvent(
                        event(row, components.getOrDefault(row.getEventId(), List.of()), names),
                        followUps.getOrDefault(row.getEventId(), List.of())))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static Event event(EventRecord row, List<UUID> components, Map<String, String> names) {
        return new Event(
                UUID.fromString(row.getEventId()),
                UUID.fromString(row.getInstrumentId()),
                Words.constant(Event.Kind.class, row.getKind()),
                Instant.ofEpochMilli(row.getHappenedAt()),
                new Event.Report(
                        row.getWhat(),
                        components,
                        Words.constant(Event.Effect.class, row.getEffect()),
                        loss(row.getLostMinutes(), row.getExpense(), row.getCurrency())),
                new Event.Entry(
                        name(names, row.getPersonId()),
                        Instant.ofEpochMilli(row.getEnteredAt()),
                        ZoneId.of(row.getZone())));
    }

    private static FollowUp followUp(FollowUpRecord row, Map<String, String> names) {
        return new FollowUp(
                UUID.fromString(row.getFollowUpId()),
                UUID.fromString(row.getEventId()),
                Words.constant(FollowUp.Step.class, row.getStep()),
                Instant.ofEpochMilli(row.getHoldsAt()),
                new FollowUp.Account(row.getSaid(), loss(row.getLostMinutes(), row.getExpense(), row.getCurrency())),
                new Event.Entry(
                        name(names, row.getPersonId()),
                        Instant.ofEpochMilli(row.getEnteredAt()),
                        ZoneId.of(row.getZone())));
    }

    /** Empty where nobody is named, or the name was erased. */
    private static String name(Map<String, String> names, @Nullable String person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    private static Loss loss(long minutes, @Nullable String amount, @Nullable String currency) {
        return new Loss(
                Duration.ofMinutes(minutes), Optional.ofNullable(amount).flatMap(paid -> Optional.ofNullable(currency)
                        .map(code -> new Loss.Expense(new BigDecimal(paid), Currency.getInstance(code)))));
    }

    private static @Nullable String amount(Loss loss) {
        return loss.expense().map(each -> each.amount().toPlainString()).orElse(null);
    }

    private static @Nullable String currency(Loss loss) {
        return loss.expense().map(each -> each.currency().getCurrencyCode()).orElse(null);
    }
}
