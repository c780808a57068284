package org.fiducial.store;

import static org.fiducial.store.generated.Tables.FACILITY;
import static org.fiducial.store.generated.Tables.REMINDER_CLAIM;
import static org.fiducial.store.generated.Tables.REMINDER_OUTCOME;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.reminder.Outbox;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ReminderClaimRecord;
import org.fiducial.store.generated.tables.records.ReminderOutcomeRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What was sent, in the database: of the home facility. */
final class StoredOutbox implements Outbox {

    private static final int ALL = Integer.MAX_VALUE;

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredOutbox(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public boolean claim(Sending claim) {
        String facility = database.read(StoredOutbox::home)
                .orElseThrow(() -> new IllegalStateException("reminders are sent of a facility that was set up"));
        return database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            String recipient = people.idOf(
                            transaction, facility, claim.subject().recipient())
                    .orElseThrow(() -> new IllegalArgumentException("a recipient has a name"));
            boolean claimed = transaction.fetchExists(
                    REMINDER_CLAIM,
                    REMINDER_CLAIM
                            .FACILITY_ID
                            .eq(facility)
                            .and(REMINDER_CLAIM.PERIOD.eq(claim.subject().period()))
                            .and(REMINDER_CLAIM.KIND.eq(claim.subject().kind().word()))
                            .and(REMINDER_CLAIM.RECIPIENT_ID.eq(recipient))
                            .and(REMINDER_CLAIM.ATTEMPT.ge(claim.attempt())));
            if (claimed) {
                return false;
            }
            transaction.executeInsert(new ReminderClaimRecord(
                    facility,
                    claim.id().toString(),
                    claim.subject().period(),
                    claim.subject().kind().word(),
                    recipient,
                    claim.attempt(),
                    claim.claimedAt().toEpochMilli()));
            audit.append(
                    transaction,
                    facility,
                    Optional.empty(),
                    Action.CLAIM_REMINDER,
                    claim.id().toString());
            return true;
        });
    }

    @Override
    public void note(UUID outcomeId, UUID claimId, Sending.Outcome outcome) {
        String facility = database.read(StoredOutbox::home).orElseThrow();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            transaction.executeInsert(new ReminderOutcomeRecord(
                    facility,
                    outcomeId.toString(),
                    claimId.toString(),
                    outcome.result().word(),
                    outcome.said(),
                    outcome.at().toEpochMilli()));
            audit.append(transaction, facility, Optional.empty(), Action.NOTE_REMINDER, outcomeId.toString());
            return outcome;
        });
    }

    @Override
    public List<Sending> newest(int most) {
        return database.read(context -> sendings(context, DSL.noCondition(), most));
    }

    @Override
    public List<Sending> of(String period) {
        List<Sending> newestFirst = database.read(context -> sendings(context, REMINDER_CLAIM.PERIOD.eq(period), ALL));
        return newestFirst.stream()
                .sorted((one, other) -> Integer.compare(one.attempt(), other.attempt()))
                .toList();
    }

    private static List<Sending> sendings(DSLContext context, Condition which, int most) {
        Optional<String> home = home(context);
        if (home.isEmpty()) {
            return List.of();
        }
        String facility = home.orElseThrow();
        List<ReminderClaimRecord> claims = context.selectFrom(REMINDER_CLAIM)
                .where(REMINDER_CLAIM.FACILITY_ID.eq(facility))
                .and(which)
                .orderBy(REMINDER_CLAIM.CLAIMED_AT.desc(), REMINDER_CLAIM.CLAIM_ID.desc())
                .limit(most)
                .fetch();
        if (claims.isEmpty()) {
            return List.of();
        }
        Map<String, String> names = People.names(context, facility);
        Map<String, ReminderOutcomeRecord> outcomes = context
                .selectFrom(REMINDER_OUTCOME)
                .where(REMINDER_OUTCOME.FACILITY_ID.eq(facility))
                .and(REMINDER_OUTCOME.CLAIM_ID.in(
                        claims.stream().map(ReminderClaimRecord::getClaimId).toList()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(ReminderOutcomeRecord::getClaimId, row -> row));
        return claims.stream()
                .map(row -> new Sending(
                        UUID.fromString(row.getClaimId()),
                        new Sending.Subject(
                                row.getPeriod(),
                                Words.constant(Sending.Kind.class, row.getKind()),
                                names.getOrDefault(row.getRecipientId(), "")),
                        row.getAttempt(),
                        Instant.ofEpochMilli(row.getClaimedAt()),
                        Optional.ofNullable(outcomes.get(row.getClaimId())).map(StoredOutbox::outcome)))
                .toList();
    }

    private static Sending.Outcome outcome(ReminderOutcomeRecord row) {
        return new Sending.Outcome(
                Words.constant(Sending.Result.class, row.getOutcome()),
                row.getSaid(),
                Instant.ofEpochMilli(row.getNotedAt()));
    }

    private static Optional<String> home(DSLContext context) {
        return context.select(FACILITY.FACILITY_ID)
                .from(FACILITY)
                .where(FACILITY.KIND.eq("home"))
                .fetchOptional(FACILITY.FACILITY_ID);
    }
}
