package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_INPUT;
import static org.fiducial.store.generated.Tables.CHECK_MOVE;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.QC_CHECK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Move;
import org.fiducial.facility.check.Moves;
import org.fiducial.facility.check.Review;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.CheckMoveRecord;
import org.fiducial.store.generated.tables.records.CheckReviewRecord;
import org.fiducial.store.generated.tables.records.ConfigurationRecord;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Checks that were put under the right light path, in the database. */
final class StoredMoves implements Moves {

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredMoves(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void add(Move move, Check moved) {
        QcCheckRecord head = database.read(context -> context.selectFrom(QC_CHECK)
                        .where(QC_CHECK.CHECK_ID.eq(move.from().toString()))
                        .fetchOptional())
                .orElseThrow(() -> new IllegalArgumentException("no check has the id " + move.from()));
        ConfigurationRecord path = database.read(context -> context.selectFrom(CONFIGURATION)
                        .where(CONFIGURATION.CONFIGURATION_ID.eq(
                                moved.configurationId().toString()))
                        .fetchOptional())
                .orElseThrow(() -> new IllegalArgumentException("no light path has the id " + moved.configurationId()));
        CheckRows rows = new CheckRows(moved, head.getFacilityId(), path.getInstrumentId());
        database.write(transaction -> {
            AuditChain.lock(transaction, rows.facility());
            if (transaction.fetchExists(CHECK_MOVE, CHECK_MOVE.CHECK_ID.eq(head.getCheckId()))) {
                throw new UnusableInputException(
                        "Somebody else moved this check meanwhile; look at its page to see where it went.");
            }
            write(transaction, move, head, rows);
            return move;
        });
    }

    /** The check as it should have been, the void of the one there was, and the word that ties them, each in the chain. */
    private void write(DSLContext transaction, Move move, QcCheckRecord head, CheckRows rows) {
        String facility = rows.facility();
        List<String> forms = transaction
                .select(CHECK_INPUT.FORM)
                .from(CHECK_INPUT)
                .where(CHECK_INPUT.CHECK_ID.eq(head.getCheckId()))
                .orderBy(CHECK_INPUT.POSITION)
                .fetch(CHECK_INPUT.FORM);
        Optional<String> performer =
                people.idOf(transaction, facility, rows.check().occasion().performedBy());
        transaction.executeInsert(rows.head(performer));
        transaction.batchInsert(rows.withForms(forms)).execute();
        audit.append(
                transaction,
                facility,
                performer,
                Action.ADD_CHECK,
                rows.check().id().toString());
        Optional<String> mover = people.idOf(transaction, facility, move.by());
        String review = move.id().toString();
        transaction.executeInsert(new CheckReviewRecord(
                facility,
                review,
                head.getCheckId(),
                head.getInstrumentId(),
                Review.Decision.VOID.word(),
                mover.orElse(null),
                move.at().toEpochMilli(),
                move.reason()));
        audit.append(transaction, facility, mover, Action.REVIEW_CHECK, review);
        CheckMoveRecord row = new CheckMoveRecord();
        row.setFacilityId(facility);
        row.setMoveId(move.id().toString());
        row.setCheckId(head.getCheckId());
        row.setMovedCheckId(move.to().toString());
        mover.ifPresent(row::setPersonId);
        row.setEnteredAt(move.at().toEpochMilli());
        row.setReason(move.reason());
        transaction.executeInsert(row);
        audit.append(transaction, facility, mover, Action.MOVE_CHECK, row.getMoveId());
    }

    @Override
    public Optional<Move> to(UUID checkId) {
        return one(CHECK_MOVE.MOVED_CHECK_ID.eq(checkId.toString()));
    }

    @Override
    public Optional<Move> from(UUID checkId) {
        return one(CHECK_MOVE.CHECK_ID.eq(checkId.toString()));
    }

    private Optional<Move> one(Condition which) {
        return database.read(context -> context.selectFrom(CHECK_MOVE)
                .where(which)
                .fetchOptional()
                .map(row -> new Move(
                        UUID.fromString(row.getMoveId()),
                        UUID.fromString(row.getCheckId()),
                        UUID.fromString(row.getMovedCheckId()),
                        row.getReason(),
                        Optional.ofNullable(row.getPersonId())
                                .map(person -> People.names(context, row.getFacilityId())
                                        .getOrDefault(person, ""))
                                .orElse(""),
                        Instant.ofEpochMilli(row.getEnteredAt()))));
    }
}
