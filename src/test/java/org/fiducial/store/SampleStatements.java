package org.fiducial.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fiducial.facility.publication.FrozenRecord;
import org.fiducial.facility.publication.SampleStatement;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.StatementName;
import org.fiducial.facility.publication.StatementPapers;

/** Statements of the light path of a sample record. */
record SampleStatements(SampleRecord record, Store store) {

    /** A statement that says something of an instrument of that name; its paper holds its number and nothing else. */
    Statement add(String instrument) {
        StatementName name =
                StatementName.of(2026, record.ids().get(), record.ids().get());
        FrozenRecord frozen = FrozenRecord.of(
                new FrozenRecord.Issue(name.number(), SampleRecord.NOW, "Fiducial", Optional.empty(), Optional.empty()),
                SampleStatement.said(instrument, 1, 1));
        StatementPapers papers = new StatementPapers(frozen, ("%PDF-1.7 " + name.number()).getBytes(UTF_8));
        return store.statements()
                .issue(
                        new Statement(
                                record.ids().get(),
                                name,
                                new Statement.Subject(
                                        record.home().id(),
                                        record.lsm().id(),
                                        record.confocal().id(),
                                        LocalDate.of(2026, 3, 12),
                                        LocalDate.of(2026, 3, 14)),
                                papers.hashes(),
                                new Statement.Entry(
                                        Instant.ofEpochMilli(SampleRecord.NOW.toEpochMilli()), "Ada Müller")),
                        papers)
                .statement();
    }
}
