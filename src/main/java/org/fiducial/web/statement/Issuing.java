package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.fiducial.facility.audit.AuditBook;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.Correction;
import org.fiducial.facility.publication.FrozenRecord;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.facility.publication.StatementName;
import org.fiducial.facility.publication.StatementPapers;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.StatementPaper;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.TypedDays;
import org.fiducial.web.records.CoverageRecords;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.statement.CorrectionText.Corrected;

/** Issues statements, and compares them with what the record says today. */
public final class Issuing {

    private final FacilityRecords records;
    private final Function<PageLanguage, Templates> templates;
    private final Sources sources;
    private final KeptCorrections kept;

    public Issuing(FacilityRecords records, Function<PageLanguage, Templates> templates, Sources sources) {
        this.records = records;
        this.templates = templates;
        this.sources = sources;
        this.kept = new KeptCorrections(records::revision);
    }

    /**
     * Somebody who asks for a statement.
     *
     * @param by who asks; empty text for somebody without an account
     * @param wanted the language the statement is to be in
     * @param spoken the language of who asks, for a refusal
     */
    public record Asking(String by, PageLanguage wanted, PageLanguage spoken) {}

    /**
     * Issues a statement of a published instrument, or finds the one that says the same in that language.
     *
     * @param path the slug of the light path
     * @throws UnusableInputException if there was no such light path on these days
     */
    public Issued issue(PublishedInstrument published, String path, Span span, Asking asking) {
        Texts refusals = texts(asking.spoken());
        Instrument instrument = published.instrument();
        Configuration asked = new CoverageRecords(records)
                .paths(instrument, span).stream()
                        .filter(each -> each.slug().equals(path))
                        .findFirst()
                        .orElseThrow(() -> new UnusableInputException(refusals.text("statement.nopath")));
        ObjectNode said = new Composer(records, texts(asking.wanted()))
                .said(published, asked.id(), span)
                .orElseThrow(() -> new UnusableInputException(refusals.text("statement.nopath")));
        Statement.Subject subject =
                new Statement.Subject(instrument.facilityId(), instrument.id(), asked.id(), span.first(), span.last());
        Optional<Issued> same = same(subject, FrozenRecord.contentSha256(said));
        if (same.isPresent()) {
            return same.get();
        }
        Instant now = sources.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        StatementName name = StatementName.of(
                now.atZone(span.zone()).getYear(),
                sources.ids().get(),
                sources.ids().get());
        FrozenRecord frozen = FrozenRecord.of(
                new FrozenRecord.Issue(
                        name.number(),
                        now,
                        sources.software(),
                        records.audit().head(instrument.facilityId()).map(AuditBook.Head::hash),
                        sources.settings().get().publicUrl().map(url -> url.resolve("statements/" + name.token())
                                .toString())),
                said);
        StatementPapers papers =
                new StatementPapers(frozen, new StatementPaper(templates.apply(asking.wanted())).pdf(frozen));
        return records.statements()
                .issue(
                        new Statement(
                                sources.ids().get(),
                                name,
                                subject,
                                Locale.forLanguageTag(asking.wanted().tag()),
                                papers.hashes(),
                                new Statement.Entry(now, asking.by())),
                        papers);
    }

    private Texts texts(PageLanguage language) {
        return templates.apply(language).texts();
    }

    /**
     * Issues a statement of an instrument by its slug, of days as they are typed.
     *
     * @param to the last day; empty text for a single one
     * @throws UnusableInputException if the instrument is not public, or had no such light path on these days
     */
    public Issued issue(String slug, String path, String from, String to, Asking asking) {
        PublishedInstrument published = records.instruments()
                .bySlug(slug)
                .flatMap(records.published()::of)
                .orElseThrow(
                        () -> new UnusableInputException(texts(asking.spoken()).text("statement.notpublic", slug)));
        return issue(published, path, span(published.instrument(), from, to, asking), asking);
    }

    /** Drawing a PDF costs more than looking. */
    private Optional<Issued> same(Statement.Subject subject, String content) {
        return records.statements().ofSubject(subject).stream()
                .filter(each -> each.statement().hashes().content().equals(content))
                .findFirst();
    }

    /**
     * What is otherwise today, in sentences; empty where the record says nothing of that light path on these days any longer.
     *
     * @param language of who reads them, whatever the statement is in
     */
    Optional<List<Corrected>> corrections(Statement statement, PageLanguage language) {
        return kept.of(new KeptCorrections.Read(statement.id(), language), () -> records.statements()
                .papers(statement.id())
                .flatMap(papers -> corrections(statement, papers.record(), texts(language))));
    }

    private Optional<List<Corrected>> corrections(Statement statement, FrozenRecord frozen, Texts texts) {
        CorrectionText text = new CorrectionText(new CorrectingActs(records, statement), texts, records.zone());
        return now(statement, frozen, texts).map(now -> text.of(Correction.between(frozen.said(), now)));
    }

    private Optional<ObjectNode> now(Statement statement, FrozenRecord frozen, Texts texts) {
        Set<Field> shown = StreamSupport.stream(
                        frozen.said().path("publicFields").spliterator(), false)
                .map(JsonNode::asText)
                .flatMap(word -> Field.of(word).stream())
                .collect(Collectors.toSet());
        UUID instrumentId = statement.subject().instrumentId();
        return records.instruments().instrument(instrumentId).flatMap(instrument -> new Composer(records, texts)
                .said(
                        new PublishedInstrument(instrument, InstrumentToken.of(instrument), shown, ""),
                        statement.subject().configurationId(),
                        new Span(statement.subject().from(), statement.subject().to(), records.zone(instrument))));
    }

    /** The days a statement is asked of. */
    Span span(Instrument instrument, String from, String to, Asking asking) {
        return new TypedDays(from, to).span(records.zone(instrument), texts(asking.spoken()));
    }
}
