package org.fiducial.web.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.statement.CorrectionText.Corrected;

/**
 * What was corrected since statements were issued, kept until anything at all is added to the record: whatever corrects has a
 * row in the audit, and the revision grows with every row. Of more than {@link #MOST} statements those asked for last are kept,
 * about 1 kB each.
 */
final class KeptCorrections {

    static final int MOST = 1000;

    private final LongSupplier revision;
    private final Map<Read, Made> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** A statement, and the language of who reads what was corrected in it. */
    record Read(UUID statement, PageLanguage language) {}

    /** What was corrected, which follows from a record at least as new as a revision; empty where it cannot be composed anew. */
    private record Made(long revision, Optional<List<Corrected>> sentences) {}

    /**
     * Of a record.
     *
     * @param revision a number that has grown whenever anything was added
     */
    KeptCorrections(LongSupplier revision) {
        this.revision = revision;
    }

    /**
     * What was corrected since a statement was issued.
     *
     * @param composing compares what was said with what would be said today
     */
    Optional<List<Corrected>> of(Read statement, Supplier<Optional<List<Corrected>>> composing) {
        // Read before the rows: what is made may be newer than it says, never older.
        long now = revision.getAsLong();
        Optional<Made> known = known(statement).filter(made -> made.revision() == now);
        if (known.isPresent()) {
            return known.get().sentences();
        }
        Made made = new Made(now, composing.get());
        keep(statement, made);
        return made.sentences();
    }

    private synchronized Optional<Made> known(Read statement) {
        return Optional.ofNullable(kept.get(statement));
    }

    private synchronized void keep(Read statement, Made made) {
        kept.merge(statement, made, (one, other) -> one.revision() > other.revision() ? one : other);
        if (kept.size() > MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
    }
}
