package org.fiducial.store;

import static org.fiducial.store.generated.Tables.QC_STATEMENT;

import java.util.List;
import org.fiducial.facility.publication.Fingerprint;
import org.jooq.Cursor;
import org.jooq.Record5;

/**
 * The proof of the statements: record and paper of each are hashed again, as somebody does who holds a copy. The chain vouches
 * for the hashes that stand beside them.
 */
record StatementProof(Database database) {

    /** What is wrong, one sentence each. */
    List<String> faults() {
        return database.stream(context -> {
            Faults faults = new Faults();
            try (Cursor<Record5<String, byte[], String, byte[], String>> rows = Database.streamed(context.select(
                            QC_STATEMENT.STATEMENT_NUMBER,
                            QC_STATEMENT.RECORD_BYTES,
                            QC_STATEMENT.RECORD_HASH,
                            QC_STATEMENT.PAPER_BYTES,
                            QC_STATEMENT.PAPER_HASH)
                    .from(QC_STATEMENT)
                    .orderBy(QC_STATEMENT.STATEMENT_ID))) {
                for (Record5<String, byte[], String, byte[], String> row : rows) {
                    examine(faults, "record of statement " + row.value1(), row.value2(), row.value3());
                    examine(faults, "PDF of statement " + row.value1(), row.value4(), row.value5());
                }
            }
            return faults.list();
        });
    }

    private static void examine(Faults faults, String what, byte[] bytes, String hash) {
        String found = Fingerprint.of(bytes);
        if (!found.equals(hash)) {
            faults.add("The " + what + " was changed: its SHA-256 is now " + found + ".");
        }
    }
}
