package org.fiducial.store;

import static org.fiducial.store.generated.Tables.QC_STATEMENT;
import static org.fiducial.store.generated.Tables.QC_STATEMENT_END;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.FrozenRecord;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.facility.publication.StatementName;
import org.fiducial.facility.publication.StatementPapers;
import org.fiducial.facility.publication.StatementWithdrawal;
import org.fiducial.facility.publication.Statements;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.QcStatementEndRecord;
import org.fiducial.store.generated.tables.records.QcStatementRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Statements in the database. Their papers are read only where they are asked for. */
final class StoredStatements implements Statements {

    private static final List<TableField<QcStatementRecord, ?>> WITHOUT_PAPERS = List.of(
            QC_STATEMENT.FACILITY_ID,
            QC_STATEMENT.STATEMENT_ID,
            QC_STATEMENT.STATEMENT_NUMBER,
            QC_STATEMENT.TOKEN,
            QC_STATEMENT.INSTRUMENT_ID,
            QC_STATEMENT.CONFIGURATION_ID,
            QC_STATEMENT.FROM_DAY,
            QC_STATEMENT.TO_DAY,
            QC_STATEMENT.LANGUAGE,
            QC_STATEMENT.CONTENT_HASH,
            QC_STATEMENT.RECORD_HASH,
            QC_STATEMENT.PAPER_HASH,
            QC_STATEMENT.PERSON_ID,
            QC_STATEMENT.ISSUED_AT);

    private final Database database;
    private final People people;
    private final AuditChain audit;

    StoredStatements(Database database, People people, AuditChain audit) {
        this.database = database;
        this.people = people;
        this.audit = audit;
    }

    @Override
    public Issued issue(Statement statement, StatementPapers papers) {
        Statement.Subject subject = statement.subject();
        String facility = subject.facilityId().toString();
        Statement.Hashes hashes = papers.hashes();
        UUID inRecord = database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            Optional<String> same = transaction
                    .select(QC_STATEMENT.STATEMENT_ID)
                    .from(QC_STATEMENT)
                    .where(QC_STATEMENT.FACILITY_ID.eq(facility))
                    .and(QC_STATEMENT.INSTRUMENT_ID.eq(subject.instrumentId().toString()))
                    .and(QC_STATEMENT.CONFIGURATION_ID.eq(
                            subject.configurationId().toString()))
                    .and(QC_STATEMENT.CONTENT_HASH.eq(hashes.content()))
                    .fetchOptional(QC_STATEMENT.STATEMENT_ID);
            if (same.isPresent()) {
                return UUID.fromString(same.get());
            }
            Optional<String> person =
                    people.idOf(transaction, facility, statement.entry().by());
            String id = statement.id().toString();
            QcStatementRecord row = new QcStatementRecord();
            row.setFacilityId(facility);
            row.setStatementId(id);
            row.setStatementNumber(statement.name().number());
            row.setToken(statement.name().token());
            row.setInstrumentId(subject.instrumentId().toString());
            row.setConfigurationId(subject.configurationId().toString());
            row.setFromDay(subject.from().toString());
            row.setToDay(subject.to().toString());
            row.setLanguage(statement.language().toLanguageTag());
            row.setContentHash(hashes.content());
            row.setRecordBytes(papers.record().bytes());
            row.setRecordHash(hashes.record());
            row.setPaperBytes(papers.pdf());
            row.setPaperHash(hashes.paper());
            person.ifPresent(row::setPersonId);
            row.setIssuedAt(statement.entry().at().toEpochMilli());
            transaction.executeInsert(row);
            audit.append(transaction, facility, person, Action.ISSUE_STATEMENT, id);
            return statement.id();
        });
        return one(QC_STATEMENT.STATEMENT_ID.eq(inRecord.toString())).orElseThrow();
    }

    @Override
    public void withdraw(StatementWithdrawal withdrawal) {
        String statement = withdrawal.statementId().toString();
        String facility = database.read(context -> context.select(QC_STATEMENT.FACILITY_ID)
                        .from(QC_STATEMENT)
                        .where(QC_STATEMENT.STATEMENT_ID.eq(statement))
                        .fetchOptional(QC_STATEMENT.FACILITY_ID))
                .orElseThrow(() -> new UnusableInputException("There is no statement '" + statement + "'."));
        database.write(transaction -> {
            AuditChain.lock(transaction, facility);
            if (transaction.fetchExists(QC_STATEMENT_END, QC_STATEMENT_END.STATEMENT_ID.eq(statement))) {
                throw new UnusableInputException("This statement was withdrawn already; nothing was changed.");
            }
            Optional<String> person =
                    people.idOf(transaction, facility, withdrawal.entry().by());
            String id = withdrawal.id().toString();
            transaction.executeInsert(new QcStatementEndRecord(
                    facility,
                    id,
                    statement,
                    withdrawal.entry().reason(),
                    person.orElse(null),
                    withdrawal.entry().at().toEpochMilli()));
            audit.append(transaction, facility, person, Action.WITHDRAW_STATEMENT, id);
            return withdrawal;
        });
    }

    @Override
    public Optional<Issued> byToken(String token) {
        return one(QC_STATEMENT.TOKEN.eq(token));
    }

    @Override
    public Optional<Issued> byNumber(String number) {
        return one(QC_STATEMENT.STATEMENT_NUMBER.eq(number));
    }

    @Override
    public Optional<Issued> byHash(String sha256) {
        return one(QC_STATEMENT.PAPER_HASH.eq(sha256)).or(() -> one(QC_STATEMENT.RECORD_HASH.eq(sha256)));
    }

    @Override
    public List<Issued> ofSubject(Statement.Subject subject) {
        return database.read(context -> issued(
                context,
                QC_STATEMENT
                        .CONFIGURATION_ID
                        .eq(subject.configurationId().toString())
                        .and(QC_STATEMENT.FROM_DAY.eq(subject.from().toString()))
                        .and(QC_STATEMENT.TO_DAY.eq(subject.to().toString()))));
    }

    @Override
    public Optional<StatementPapers> papers(UUID statementId) {
        return database.read(context -> context.select(QC_STATEMENT.RECORD_BYTES, QC_STATEMENT.PAPER_BYTES)
                .from(QC_STATEMENT)
                .where(QC_STATEMENT.STATEMENT_ID.eq(statementId.toString()))
                .fetchOptional(row -> new StatementPapers(FrozenRecord.read(row.value1()), row.value2())));
    }

    @Override
    public List<Issued> all() {
        return database.read(context -> issued(context, DSL.noCondition()));
    }

    /** One statement, with what became of it: that is known of all of the same light path and days together. */
    private Optional<Issued> one(Condition which) {
        return database.read(context -> context.select(
                        QC_STATEMENT.STATEMENT_ID,
                        QC_STATEMENT.CONFIGURATION_ID,
                        QC_STATEMENT.FROM_DAY,
                        QC_STATEMENT.TO_DAY)
                .from(QC_STATEMENT)
                .where(which)
                .fetchOptional()
                .flatMap(row -> issued(
                                context,
                                QC_STATEMENT
                                        .CONFIGURATION_ID
                                        .eq(row.value2())
                                        .and(QC_STATEMENT.FROM_DAY.eq(row.value3()))
                                        .and(QC_STATEMENT.TO_DAY.eq(row.value4())))
                        .stream()
                        .filter(each -> each.statement().id().toString().equals(row.value1()))
                        .findFirst()));
    }

    /** Statements, newest first; all of the same light path and days are among them. */
    private static List<Issued> issued(DSLContext context, Condition which) {
        Map<String, Map<String, String>> names = new HashMap<>();
        List<Statement> statements = context
                .select(WITHOUT_PAPERS)
                .from(QC_STATEMENT)
                .where(which)
                .orderBy(AuditChain.place(QC_STATEMENT.STATEMENT_ID))
                .fetch()
                .stream()
                .map(row -> statement(row, names(context, names, row.get(QC_STATEMENT.FACILITY_ID))))
                .toList();
        Map<UUID, StatementWithdrawal> ends = ends(context, which, names);
        Map<Statement.Subject, Map<Locale, Statement>> standing = new HashMap<>();
        statements.stream().filter(each -> !ends.containsKey(each.id())).forEach(each -> standing.computeIfAbsent(
                        each.subject(), unused -> new HashMap<>())
                .put(each.language(), each));
        List<Issued> issued = new ArrayList<>();
        Set<Statement> seen = new HashSet<>();
        for (int i = statements.size() - 1; i >= 0; i--) {
            Statement each = statements.get(i);
            Map<Locale, Statement> newest = standing.getOrDefault(each.subject(), Map.of());
            issued.add(new Issued(
                    each,
                    Optional.ofNullable(ends.get(each.id())),
                    Optional.ofNullable(newest.get(each.language())).filter(seen::contains),
                    others(newest, each.language())));
            seen.add(each);
        }
        return issued;
    }

    /** The statements in other languages, by these. */
    private static List<Statement> others(Map<Locale, Statement> newest, Locale own) {
        return newest.values().stream()
                .filter(each -> !each.language().equals(own))
                .sorted(Comparator.comparing(each -> each.language().toLanguageTag()))
                .toList();
    }

    private static Map<UUID, StatementWithdrawal> ends(
            DSLContext context, Condition which, Map<String, Map<String, String>> names) {
        Map<UUID, StatementWithdrawal> ends = new HashMap<>();
        for (QcStatementEndRecord row : context.selectFrom(QC_STATEMENT_END)
                .where(QC_STATEMENT_END.STATEMENT_ID.in(
                        DSL.select(QC_STATEMENT.STATEMENT_ID).from(QC_STATEMENT).where(which)))
                .fetch()) {
            UUID statement = UUID.fromString(row.getStatementId());
            ends.put(
                    statement,
                    new StatementWithdrawal(
                            UUID.fromString(row.getEndId()),
                            statement,
                            new Entry(
                                    name(names(context, names, row.getFacilityId()), row.getPersonId()),
                                    Instant.ofEpochMilli(row.getEnteredAt()),
                                    row.getReason())));
        }
        return ends;
    }

    private static Map<String, String> names(
            DSLContext context, Map<String, Map<String, String>> known, String facility) {
        return known.computeIfAbsent(facility, each -> People.names(context, each));
    }

    private static String name(Map<String, String> names, @Nullable String person) {
        return Optional.ofNullable(person).map(names::get).orElse("");
    }

    private static Statement statement(Record row, Map<String, String> names) {
        return new Statement(
                UUID.fromString(row.get(QC_STATEMENT.STATEMENT_ID)),
                new StatementName(row.get(QC_STATEMENT.STATEMENT_NUMBER), row.get(QC_STATEMENT.TOKEN)),
                new Statement.Subject(
                        UUID.fromString(row.get(QC_STATEMENT.FACILITY_ID)),
                        UUID.fromString(row.get(QC_STATEMENT.INSTRUMENT_ID)),
                        UUID.fromString(row.get(QC_STATEMENT.CONFIGURATION_ID)),
                        LocalDate.parse(row.get(QC_STATEMENT.FROM_DAY)),
                        LocalDate.parse(row.get(QC_STATEMENT.TO_DAY))),
                Optional.ofNullable(row.get(QC_STATEMENT.LANGUAGE))
                        .map(Locale::forLanguageTag)
                        .orElse(Locale.ENGLISH),
                new Statement.Hashes(
                        row.get(QC_STATEMENT.CONTENT_HASH),
                        row.get(QC_STATEMENT.RECORD_HASH),
                        row.get(QC_STATEMENT.PAPER_HASH)),
                new Statement.Entry(
                        Instant.ofEpochMilli(row.get(QC_STATEMENT.ISSUED_AT)),
                        name(names, row.get(QC_STATEMENT.PERSON_ID))));
    }
}
