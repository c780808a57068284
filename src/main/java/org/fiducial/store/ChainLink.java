package org.fiducial.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiducial.facility.audit.ChainFlaw;
import org.fiducial.facility.audit.ChainFlaw.Kind;
import org.fiducial.store.generated.tables.records.AuditRecord;

/**
 * How an audit row holds to the one before it.
 *
 * @param before nothing where the row is the first
 */
record ChainLink(AuditRecord row, Optional<AuditRecord> before) {

    /** What is wrong with it. */
    List<ChainFlaw> flaws() {
        return Stream.concat(joint().stream(), changed().stream()).toList();
    }

    private Optional<ChainFlaw> joint() {
        if (row.getSequence() != before.map(AuditRecord::getSequence).orElse(0L) + 1) {
            return Optional.of(new ChainFlaw(row.getSequence(), Kind.AFTER_A_GAP));
        }
        return row.getPreviousHash().equals(before.map(AuditRecord::getHash).orElse(AuditChain.BEGINNING))
                ? Optional.empty()
                : Optional.of(new ChainFlaw(row.getSequence(), Kind.UNLINKED));
    }

    private Optional<ChainFlaw> changed() {
        return row.getHash().equals(AuditChain.hash(row))
                ? Optional.empty()
                : Optional.of(new ChainFlaw(row.getSequence(), Kind.CHANGED));
    }

    /**
     * What is wrong with rows, newest first, of which some may be left out between two: then each is looked at by itself.
     *
     * @param whole whether none is left out
     * @param further the row before the last of them; nothing where that is the first of the chain
     */
    static List<ChainFlaw> of(List<AuditRecord> rows, boolean whole, Optional<AuditRecord> further) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new ChainLink(rows.get(i), i + 1 < rows.size() ? Optional.of(rows.get(i + 1)) : further))
                .flatMap(link -> whole ? link.flaws().stream() : link.changed().stream())
                .sorted(Comparator.comparing(ChainFlaw::row))
                .toList();
    }
}
