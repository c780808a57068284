package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.QC_CHECK;
import static org.fiducial.store.generated.Tables.REVIEW_POLICY;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.ReviewPolicy;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.CheckReview;
import org.fiducial.store.generated.tables.records.CheckReviewRecord;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.fiducial.store.generated.tables.records.ReviewPolicyRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What people said of checks, in the database. */
final class StoredReviews implements Reviews {

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredReviews(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public void add(Review review) {
        String check = review.checkId().toString();
        QcCheckRecord head = database.read(context -> context.selectFrom(QC_CHECK)
                        .where(QC_CHECK.CHECK_ID.eq(check))
                        .fetchOptional())
                .orElseThrow(() -> new IllegalArgumentException("no check has the id " + check));
        String facility = head.getFacilityId();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person = people.idOf(transaction, facility, review.by());
            String id = review.id().toString();
            transaction.executeInsert(new CheckReviewRecord(
                    facility,
                    id,
                    check,
                    head.getInstrumentId(),
                    review.decision().word(),
                    person.orElse(null),
                    review.at().toEpochMilli(),
                    review.reason()));
            audit.append(transaction, facility, person, Action.REVIEW_CHECK, id);
            return review;
        });
    }

    @Override
    public List<Review> of(UUID checkId) {
        return database.read(context -> {
            List<CheckReviewRecord> rows = context.selectFrom(CHECK_REVIEW)
                    .where(CHECK_REVIEW.CHECK_ID.eq(checkId.toString()))
                    .orderBy(AuditChain.place(CHECK_REVIEW.REVIEW_ID))
                    .fetch();
            Map<String, String> names = rows.isEmpty()
                    ? Map.of()
                    : People.names(context, rows.get(0).getFacilityId());
            return rows.stream().map(row -> review(row, names)).toList();
        });
    }

    @Override
    public List<CheckSummary> open(UUID facilityId) {
        return open(QC_CHECK.FACILITY_ID.eq(facilityId.toString()));
    }

    @Override
    public List<CheckSummary> open(UUID facilityId, UUID instrumentId) {
        return open(
                QC_CHECK.FACILITY_ID.eq(facilityId.toString()).and(QC_CHECK.INSTRUMENT_ID.eq(instrumentId.toString())));
    }

    @Override
    public List<Later> since(UUID instrumentId, Instant time) {
        return since(instrumentId, time, CHECK_REVIEW.INSTRUMENT_ID.eq(instrumentId.toString()));
    }

    /**
     * Each of both by an index of its own: with an "or", or with the instrument asked for once more, all that was ever said
     * of the instrument would be read.
     *
     * @param checks of the instrument
     */
    @Override
    public List<Later> since(UUID instrumentId, Instant time, Set<UUID> checks) {
        CheckReview said = CHECK_REVIEW.as("said");
        List<String> names = checks.stream().map(UUID::toString).sorted().toList();
        return since(
                instrumentId,
                time,
                CHECK_REVIEW.REVIEW_ID.in(DSL.select(said.REVIEW_ID)
                        .from(said)
                        .where(said.FACILITY_ID.in(StoredChecks.facility(instrumentId)))
                        .and(said.INSTRUMENT_ID.eq(instrumentId.toString()))
                        .and(said.DECISION.eq(Review.Decision.VOID.word()))
                        .and(said.ENTERED_AT.gt(time.toEpochMilli()))
                        .unionAll(DSL.select(said.REVIEW_ID).from(said).where(said.CHECK_ID.in(names)))));
    }

    private List<Later> since(UUID instrumentId, Instant time, Condition which) {
        return database.read(context -> {
            Result<Record> rows = context.select()
                    .from(CHECK_REVIEW)
                    .join(QC_CHECK)
                    .on(QC_CHECK.FACILITY_ID.eq(CHECK_REVIEW.FACILITY_ID))
                    .and(QC_CHECK.CHECK_ID.eq(CHECK_REVIEW.CHECK_ID))
                    .where(CHECK_REVIEW.FACILITY_ID.in(StoredChecks.facility(instrumentId)))
                    .and(which)
                    .and(CHECK_REVIEW.ENTERED_AT.gt(time.toEpochMilli()))
                    .and(QC_CHECK.MEASURED_AT.le(time.toEpochMilli()))
                    .and(isNewest(CHECK_REVIEW))
                    .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                    .fetch();
            Map<String, String> names = rows.isEmpty()
                    ? Map.of()
                    : People.names(context, rows.get(0).get(QC_CHECK.FACILITY_ID));
            return rows.map(row -> {
                Review review = review(row.into(CHECK_REVIEW), names);
                return new Later(StoredChecks.summary(row.into(QC_CHECK), Optional.of(review.decision())), review);
            });
        });
    }

    private static Review review(CheckReviewRecord row, Map<String, String> names) {
        return new Review(
                UUID.fromString(row.getReviewId()),
                UUID.fromString(row.getCheckId()),
                Words.constant(Review.Decision.class, row.getDecision()),
                row.getReason(),
                name(names, row.getPersonId()),
                Instant.ofEpochMilli(row.getEnteredAt()));
    }

    private List<CheckSummary> open(Condition which) {
        return database.read(context -> context.selectFrom(QC_CHECK)
                .where(which)
                .and(QC_CHECK.OVERALL.ne(DSL.inline(VerdictLevel.PASS.word())).or(QC_CHECK.NOTE.ne(DSL.inline(""))))
                .andNotExists(context.selectOne().from(CHECK_REVIEW).where(CHECK_REVIEW.CHECK_ID.eq(QC_CHECK.CHECK_ID)))
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .fetch(row -> StoredChecks.summary(row, Optional.empty())));
    }

    @Override
    public void add(ReviewPolicy policy) {
        String facility = policy.facilityId().toString();
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> person =
                    people.idOf(transaction, facility, policy.entry().by());
            String id = policy.id().toString();
            transaction.executeInsert(new ReviewPolicyRecord(
                    facility,
                    id,
                    policy.ownWorkAllowed() ? "allowed" : "refused",
                    person.orElse(null),
                    policy.entry().at().toEpochMilli(),
                    policy.entry().reason()));
            audit.append(transaction, facility, person, Action.SET_REVIEW_POLICY, id);
            return policy;
        });
    }

    @Override
    public Optional<ReviewPolicy> policy(UUID facilityId) {
        return database.read(context -> context.selectFrom(REVIEW_POLICY)
                .where(REVIEW_POLICY.FACILITY_ID.eq(facilityId.toString()))
                .orderBy(AuditChain.place(REVIEW_POLICY.POLICY_ID).desc())
                .limit(1)
                .fetchOptional()
                .map(row -> new ReviewPolicy(
                        UUID.fromString(row.getPolicyId()),
                        facilityId,
                        row.getOwnWork().equals("allowed"),
                        new Entry(
                                name(People.names(context, row.getFacilityId()), row.getPersonId()),
                                Instant.ofEpochMilli(row.getEnteredAt()),
                                row.getReason()))));
    }

    /** Of a check with one word its place is not looked up: that takes longer than all the rest. */
    static Condition isNewest(CheckReview review) {
        return isNewest(review, later -> DSL.noCondition());
    }

    /** The newest word that was said by a time. */
    static Condition isNewest(CheckReview review, Instant until) {
        return review.ENTERED_AT
                .le(until.toEpochMilli())
                .and(isNewest(review, later -> later.ENTERED_AT.le(until.toEpochMilli())));
    }

    private static Condition isNewest(CheckReview review, Function<CheckReview, Condition> which) {
        CheckReview later = CHECK_REVIEW.as("later_review");
        return DSL.notExists(DSL.selectOne()
                .from(later)
                .where(later.CHECK_ID.eq(review.CHECK_ID))
                .and(later.REVIEW_ID.ne(review.REVIEW_ID))
                .and(which.apply(later))
                .and(AuditChain.place(later.REVIEW_ID).gt(AuditChain.place(review.REVIEW_ID))));
    }

    /** The newest decision on each check that has one. */
    static Map<String, Review.Decision> newest(DSLContext context, Condition which) {
        Map<String, Review.Decision> newest = new HashMap<>();
        context.select(CHECK_REVIEW.CHECK_ID, CHECK_REVIEW.DECISION)
                .from(CHECK_REVIEW)
                .where(which)
                .and(isNewest(CHECK_REVIEW))
                .forEach(row -> newest.put(row.value1(), Words.constant(Review.Decision.class, row.value2())));
        return newest;
    }

    /** The checks among these that count for nothing. */
    static List<String> voided(DSLContext context, Condition which) {
        return newest(context, which).entrySet().stream()
                .filter(entry -> entry.getValue() == Review.Decision.VOID)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Empty where nobody is named, or the name was erased. */
    private static String name(Map<String, String> names, @Nullable String person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }
}
