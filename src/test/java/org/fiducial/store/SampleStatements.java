package org.fiducial.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.facility.publication.FrozenRecord;
import org.fiducial.facility.publication.SampleStatement;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.StatementName;
import org.fiducial.facility.publication.StatementPapers;

/** Statements of the light path of a sample record. */
record SampleStatements(SampleRecord record, Store store) {

    /** A statement in English that says something of an instrument of that name. */
    Statement add(String instrument) {
        return add(instrument, Locale.ENGLISH);
    }

    /** The same that is said to be in a language; its paper holds its number and nothing else. */
    Statement add(String instrument, Locale language) {
        StatementName name =
                StatementName.of(2026, record.ids().get(), record.ids().get());
        FrozenRecord frozen = FrozenRecord.of(
                new FrozenRecord.Issue(name.number(), SampleRecord.NOW, "Fiducial", Optional.empty(), Optional.empty()),
                SampleStatement.said(instrument, 1, 1).put("language", language.toLanguageTag()));
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
                                language,
                                papers.hashes(),
                                new Statement.Entry(
                                        Instant.ofEpochMilli(SampleRecord.NOW.toEpochMilli()), "Ada Müller")),
                        papers)
                .statement();
    }
}
