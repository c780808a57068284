package org.fiducial.store;

import static org.fiducial.store.generated.Tables.CHECK_INPUT;
import static org.fiducial.store.generated.Tables.CHECK_PARAMETER;
import static org.fiducial.store.generated.Tables.CHECK_REVIEW;
import static org.fiducial.store.generated.Tables.CONFIGURATION;
import static org.fiducial.store.generated.Tables.INSTRUMENT;
import static org.fiducial.store.generated.Tables.MEASUREMENT;
import static org.fiducial.store.generated.Tables.QC_CHECK;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckedPath;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.KitReach;
import org.fiducial.facility.check.KitUse;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.check.SeriesPoint;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.ConfigurationRecord;
import org.fiducial.store.generated.tables.records.QcCheckRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Checks in the database, with their input files kept by content. */
final class StoredChecks implements Checks {

    /** So many checks are named in a query. */
    private static final int FEW = 500;

    private final Database database;
    private final InputFiles files;
    private final People people;
    private final AuditChain audit;

    StoredChecks(Database database, InputFiles files, People people, AuditChain audit) {
        this.database = database;
        this.files = files;
        this.people = people;
        this.audit = audit;
    }

    /**
     * The files come first and the rows after them in one transaction: should the process die in between, the record
     * lacks the check and a file lies there that nobody refers to.
     */
    @Override
    public void append(Check check, List<Path> inputs) {
        List<InputFile> analysed = check.result().provenance().inputs();
        if (analysed.size() != inputs.size()) {
            throw new IllegalArgumentException(
                    "the result speaks of " + analysed.size() + " inputs, but " + inputs.size() + " were given");
        }
        ConfigurationRecord configuration = database.read(context -> context.selectFrom(CONFIGURATION)
                        .where(CONFIGURATION.CONFIGURATION_ID.eq(
                                check.configurationId().toString()))
                        .fetchOptional())
                .orElseThrow(() -> new UnusableInputException("There is no optical configuration "
                        + check.configurationId() + " in this record; add its instrument first."));
        CheckRows rows = new CheckRows(check, configuration.getFacilityId(), configuration.getInstrumentId());
        List<String> fresh = new ArrayList<>();
        try {
            for (int i = 0; i < inputs.size(); i++) {
                if (files.keep(inputs.get(i), analysed.get(i))) {
                    fresh.add(analysed.get(i).sha256());
                }
            }
            database.write(transaction -> insert(transaction, rows, inputs));
        } catch (RuntimeException e) {
            withdraw(rows.facility(), fresh, e);
            throw e;
        }
    }

    /** Takes back the files of a check that could not be stored, unless another one has come to refer to them. */
    private void withdraw(String facility, List<String> fresh, RuntimeException reason) {
        try {
            database.write(transaction -> {
                AuditChain.lock(transaction, facility);
                fresh.stream()
                        .filter(hash -> !transaction.fetchExists(CHECK_INPUT, CHECK_INPUT.SHA256.eq(hash)))
                        .forEach(files::withdraw);
                return fresh.size();
            });
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private int insert(DSLContext transaction, CheckRows rows, List<Path> inputs) {
        AuditChain.lock(transaction, rows.facility());
        requireKept(rows.check().result().provenance().inputs());
        Optional<String> person = people.idOf(
                transaction, rows.facility(), rows.check().occasion().performedBy());
        transaction.executeInsert(rows.head(person));
        int written = transaction.batchInsert(rows.rest(inputs)).execute().length;
        audit.append(
                transaction,
                rows.facility(),
                person,
                Action.ADD_CHECK,
                rows.check().id().toString());
        return written;
    }

    /** Another process may have failed to store the same file meanwhile, and taken it back. */
    private void requireKept(List<InputFile> inputs) {
        for (InputFile input : inputs) {
            if (files.find(input.sha256()).isEmpty()) {
                throw new UnusableInputException("Input '" + input.name()
                        + "' was recorded by another process at the same time, which failed; record it again.");
            }
        }
    }

    @Override
    public Optional<Check> byId(UUID checkId) {
        return database.read(context -> context.selectFrom(QC_CHECK)
                .where(QC_CHECK.CHECK_ID.eq(checkId.toString()))
                .fetchOptional()
                .map(head -> new CheckReader(context, head).check()));
    }

    @Override
    public List<Check> measured(Set<UUID> checks) {
        List<String> ids = checks.stream().map(UUID::toString).sorted().toList();
        return ids.isEmpty() ? List.of() : database.read(context -> new MeasuredChecks(context, ids).all());
    }

    @Override
    public Map<UUID, List<Verdict>> verdicts(Set<UUID> checks) {
        List<String> ids = checks.stream().map(UUID::toString).sorted().toList();
        return ids.isEmpty() ? Map.of() : database.read(context -> new MeasuredChecks(context, ids).verdicts());
    }

    @Override
    public List<CheckSummary> ofInstrument(UUID instrumentId) {
        return database.read(context -> {
            Map<String, Review.Decision> words = StoredReviews.newest(context, reviewsOf(instrumentId));
            return context.selectFrom(QC_CHECK)
                    .where(QC_CHECK.FACILITY_ID.in(facility(instrumentId)))
                    .and(QC_CHECK.INSTRUMENT_ID.eq(instrumentId.toString()))
                    .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                    .fetch(row -> summary(row, Optional.ofNullable(words.get(row.getCheckId()))));
        });
    }

    @Override
    public Set<CheckedPath> checkedPaths(UUID instrumentId) {
        return database.read(context ->
                new Evidence(context, instrumentId.toString(), Instant.EPOCH, Optional.empty()).checkedPaths());
    }

    @Override
    public List<CheckSummary> ofInstrument(UUID instrumentId, Sought sought) {
        Condition time = QC_CHECK.MEASURED_AT.ge(sought.from().toEpochMilli());
        return database.read(context -> {
            Result<QcCheckRecord> rows = context.selectFrom(QC_CHECK)
                    .where(QC_CHECK.FACILITY_ID.in(facility(instrumentId)))
                    .and(QC_CHECK.INSTRUMENT_ID.eq(instrumentId.toString()))
                    .and(sought.before()
                            .map(end -> time.and(QC_CHECK.MEASURED_AT.lt(end.toEpochMilli())))
                            .orElse(time))
                    .and(QC_CHECK.PROTOCOL_ID.in(
                            sought.protocols().stream().sorted().toList()))
                    .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                    .fetch();
            Map<String, Review.Decision> words = StoredReviews.newest(
                    context,
                    rows.size() > FEW
                            ? reviewsOf(instrumentId)
                            : CHECK_REVIEW.CHECK_ID.in(rows.map(QcCheckRecord::getCheckId).stream()
                                    .sorted()
                                    .toList()));
            return rows.map(row -> summary(row, Optional.ofNullable(words.get(row.getCheckId()))));
        });
    }

    @Override
    public List<CheckSummary> evidence(UUID instrumentId, Instant at, Set<UUID> doubtful) {
        if (doubtful.size() > Evidence.MOST_DOUBTFUL) {
            return Checks.super.evidence(instrumentId, at, doubtful);
        }
        return database.read(
                context -> new Evidence(context, instrumentId.toString(), at, Optional.empty()).checks(doubtful));
    }

    @Override
    public List<CheckSummary> around(UUID instrumentId, Around around, Set<UUID> doubtful) {
        if (doubtful.size() > Evidence.MOST_DOUBTFUL) {
            return Checks.super.around(instrumentId, around, doubtful);
        }
        return database.read(context -> Evidence.around(context, instrumentId.toString(), around, doubtful));
    }

    @Override
    public CheckList list(UUID instrumentId, CheckList.Filter filter, CheckList.Part part) {
        return database.read(context -> new CheckLists(context, instrumentId.toString()).list(filter, part));
    }

    @Override
    public List<CheckSummary> some(UUID instrumentId, CheckList.Filter filter, CheckList.Part part) {
        return database.read(context -> new CheckLists(context, instrumentId.toString()).some(filter, part));
    }

    @Override
    public List<CheckSummary> beside(UUID instrumentId, Check check) {
        return database.read(context -> new CheckLists(context, instrumentId.toString()).beside(check));
    }

    @Override
    public List<SeriesPoint> series(SeriesQuery query) {
        return database.read(
                context -> new CheckLists(context, query.instrumentId().toString()).series(query));
    }

    @Override
    public Optional<Instant> firstMeasured(UUID instrumentId) {
        return database.read(context -> context.select(QC_CHECK.MEASURED_AT)
                .from(QC_CHECK)
                .where(QC_CHECK.FACILITY_ID.eq(facility(instrumentId)))
                .and(QC_CHECK.INSTRUMENT_ID.eq(instrumentId.toString()))
                .orderBy(QC_CHECK.MEASURED_AT)
                .limit(1)
                .fetchOptional(QC_CHECK.MEASURED_AT)
                .map(Instant::ofEpochMilli));
    }

    @Override
    public List<SeriesPoint> voided(SeriesQuery query) {
        return database.read(
                context -> new CheckLists(context, query.instrumentId().toString()).voided(query));
    }

    @Override
    public Map<UUID, String> given(SeriesQuery query, String parameter) {
        return database.read(
                context -> new CheckLists(context, query.instrumentId().toString()).given(query, parameter));
    }

    static Select<Record1<String>> facility(UUID instrumentId) {
        return DSL.select(INSTRUMENT.FACILITY_ID)
                .from(INSTRUMENT)
                .where(INSTRUMENT.INSTRUMENT_ID.eq(instrumentId.toString()));
    }

    private static Condition reviewsOf(UUID instrumentId) {
        return CHECK_REVIEW
                .FACILITY_ID
                .in(facility(instrumentId))
                .and(CHECK_REVIEW.INSTRUMENT_ID.eq(instrumentId.toString()));
    }

    static CheckSummary summary(QcCheckRecord row, Optional<Review.Decision> newest) {
        VerdictLevel overall = VerdictLevel.of(row.getOverall());
        return new CheckSummary(
                UUID.fromString(row.getCheckId()),
                UUID.fromString(row.getConfigurationId()),
                new ProtocolReference(row.getProtocolId(), row.getProtocolVersion()),
                Instant.ofEpochMilli(row.getMeasuredAt()),
                CheckReason.of(row.getReason()).orElseThrow(),
                overall,
                row.getNote(),
                ReviewStanding.of(newest, overall, row.getNote()));
    }

    @Override
    public List<SeriesPoint> series(UUID instrumentId, String metric, Statistic statistic) {
        return database.read(context -> context.select(MEASUREMENT.asterisk(), QC_CHECK.OVERALL)
                .from(MEASUREMENT)
                .join(QC_CHECK)
                .on(QC_CHECK.FACILITY_ID.eq(MEASUREMENT.FACILITY_ID))
                .and(QC_CHECK.CHECK_ID.eq(MEASUREMENT.CHECK_ID))
                .where(MEASUREMENT.FACILITY_ID.in(facility(instrumentId)))
                .and(MEASUREMENT.INSTRUMENT_ID.eq(instrumentId.toString()))
                .and(MEASUREMENT.METRIC.eq(metric))
                .and(MEASUREMENT.STATISTIC.eq(statistic.word()))
                .and(MEASUREMENT.CHECK_ID.notIn(StoredReviews.voided(context, reviewsOf(instrumentId))))
                .orderBy(MEASUREMENT.MEASURED_AT, MEASUREMENT.CHECK_ID, MEASUREMENT.POSITION)
                .fetch(row -> new SeriesPoint(
                        UUID.fromString(row.get(MEASUREMENT.CHECK_ID)),
                        UUID.fromString(row.get(MEASUREMENT.CONFIGURATION_ID)),
                        Instant.ofEpochMilli(row.get(MEASUREMENT.MEASURED_AT)),
                        CheckReader.measurement(row.into(MEASUREMENT)),
                        VerdictLevel.of(row.get(QC_CHECK.OVERALL)))));
    }

    @Override
    public Optional<UUID> withInput(String sha256) {
        return database.read(context -> context.select(CHECK_INPUT.CHECK_ID)
                .from(CHECK_INPUT)
                .where(CHECK_INPUT.SHA256.eq(sha256))
                .orderBy(CHECK_INPUT.CHECK_ID.desc())
                .limit(1)
                .fetchOptional(CHECK_INPUT.CHECK_ID)
                .map(UUID::fromString));
    }

    @Override
    public Optional<Path> input(String sha256) {
        return files.find(sha256);
    }

    @Override
    public List<KitUse> measuredWith(String slug, Recall.Period period) {
        return database.read(context -> new KitUses(context, slug, period, Optional.empty()).all());
    }

    @Override
    public List<KitUse> measuredWith(String slug, Recall.Period period, Set<UUID> instruments) {
        return database.read(context -> new KitUses(context, slug, period, Optional.of(instruments)).all());
    }

    @Override
    public KitReach reach(String slug, Recall.Period period) {
        return database.read(context -> new KitUses(context, slug, period, Optional.empty()).reach());
    }

    @Override
    public List<KitUse> uses(List<UUID> checks) {
        return database.read(context -> KitUses.of(
                context,
                QC_CHECK.CHECK_ID.in(checks.stream().map(UUID::toString).toList())));
    }

    @Override
    public Optional<String> lastGiven(UUID configurationId, String protocolId, String parameter) {
        return database.read(context -> context.select(CHECK_PARAMETER.WORD)
                .from(CHECK_PARAMETER)
                .join(QC_CHECK)
                .on(QC_CHECK.FACILITY_ID.eq(CHECK_PARAMETER.FACILITY_ID))
                .and(QC_CHECK.CHECK_ID.eq(CHECK_PARAMETER.CHECK_ID))
                .where(QC_CHECK.CONFIGURATION_ID.eq(configurationId.toString()))
                .and(QC_CHECK.PROTOCOL_ID.eq(protocolId))
                .and(CHECK_PARAMETER.NAME.eq(parameter))
                .orderBy(QC_CHECK.MEASURED_AT.desc(), QC_CHECK.CHECK_ID.desc())
                .limit(1)
                .fetchOptional(CHECK_PARAMETER.WORD));
    }
}
