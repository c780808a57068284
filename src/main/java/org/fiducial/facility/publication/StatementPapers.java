package org.fiducial.facility.publication;

/** What a statement was issued as, byte for byte. */
public final class StatementPapers {

    private final FrozenRecord record;
    private final byte[] pdf;

    public StatementPapers(FrozenRecord record, byte[] pdf) {
        this.record = record;
        this.pdf = pdf.clone();
    }

    /** Everything that was said. */
    public FrozenRecord record() {
        return record;
    }

    /** The PDF. */
    public byte[] pdf() {
        return pdf.clone();
    }

    /** What they hash to. */
    public Statement.Hashes hashes() {
        return new Statement.Hashes(record.contentSha256(), record.sha256(), Fingerprint.of(pdf));
    }
}
