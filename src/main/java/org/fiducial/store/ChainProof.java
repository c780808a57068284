package org.fiducial.store;

import static org.fiducial.store.generated.Tables.AUDIT;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fiducial.facility.audit.ChainFlaw;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.store.AuditChain.Action;
import org.fiducial.store.generated.tables.records.AuditRecord;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.TableField;
import org.jooq.impl.DSL;

/**
 * The proof of the chains: each audit row follows the one before it, what it wrote is as it was written, and nothing stands
 * in the record that no audit row wrote. Rows come a stretch at a time; the memory it takes does not grow with the record.
 */
final class ChainProof {

    /** Audit rows looked at together. */
    private static final int STRETCH = 1_000;

    private final DSLContext context;
    private final int stretch;
    private final Progress progress;
    private final long rows;
    private final Faults faults = new Faults();
    private long done;

    ChainProof(DSLContext context, Progress progress) {
        this(context, STRETCH, progress);
    }

    ChainProof(DSLContext context, int stretch, Progress progress) {
        this.context = context;
        this.stretch = stretch;
        this.progress = progress;
        this.rows = context.fetchCount(AUDIT);
    }

    /** What is wrong, one sentence each. */
    List<String> faults() {
        AuditTrail.facilities(context).forEach(this::examine);
        for (Action action : Action.values()) {
            progress.throwIfCancelled();
            action.own().ifPresent(own -> findUnaudited(own, action));
        }
        return faults.list();
    }

    private void examine(String facility) {
        Optional<AuditRecord> last = Optional.empty();
        List<AuditRecord> together = after(facility, 0);
        while (!together.isEmpty()) {
            progress.throwIfCancelled();
            progress.report(
                    done, rows, String.format(Locale.ROOT, "checking what %,d of %,d audit rows wrote", done, rows));
            Map<Long, String> written = new WrittenRows(context, facility, together).hashes();
            for (AuditRecord row : together) {
                examine(row, last, Objects.requireNonNull(written.get(row.getSequence())));
                last = Optional.of(row);
            }
            done += together.size();
            together = after(facility, together.get(together.size() - 1).getSequence());
        }
    }

    private List<AuditRecord> after(String facility, long sequence) {
        return context.selectFrom(AUDIT)
                .where(AUDIT.FACILITY_ID.eq(facility))
                .and(AUDIT.SEQUENCE.gt(sequence))
                .orderBy(AUDIT.SEQUENCE)
                .limit(stretch)
                .fetch();
    }

    private void examine(AuditRecord row, Optional<AuditRecord> before, String written) {
        new ChainLink(row, before).flaws().forEach(flaw -> faults.add(sentence(flaw, row.getFacilityId())));
        if (!row.getPayloadHash().equals(written)) {
            faults.add("What audit row " + row.getSequence() + " (" + row.getAction() + " " + row.getSubject()
                    + ") wrote was changed or removed later.");
        }
    }

    private static String sentence(ChainFlaw flaw, String facility) {
        return switch (flaw.kind()) {
            case AFTER_A_GAP -> "Before audit row " + flaw.row() + " of facility " + facility + " a row is missing.";
            case UNLINKED ->
                "Audit row " + flaw.row() + " of facility " + facility
                        + " does not follow the row before it; one of them was changed or their order was.";
            case CHANGED -> "Audit row " + flaw.row() + " of facility " + facility + " was changed.";
        };
    }

    /** What has no audit row though one is written with it, in one statement: neither can be seen without the other. */
    private void findUnaudited(TableField<?, String> own, Action action) {
        ResultQuery<Record1<String>> query = context.select(own)
                .from(Objects.requireNonNull(own.getTable()))
                .where(DSL.notExists(DSL.selectOne().from(AUDIT).where(AUDIT.SUBJECT.eq(own))))
                .orderBy(own);
        try (Cursor<Record1<String>> found = Database.streamed(query)) {
            found.forEach(
                    row -> faults.add(action.subject() + " " + row.value1() + " was added without an audit row."));
        }
    }
}
