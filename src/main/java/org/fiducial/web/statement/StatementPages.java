package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.publication.FrozenRecord;
import org.fiducial.facility.publication.PublishedInstrument;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.facility.publication.StatementPapers;
import org.fiducial.facility.publication.StatementWithdrawal;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.StatementView;
import org.fiducial.report.Templates;
import org.fiducial.report.Texts;
import org.fiducial.web.door.Strangers;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.page.Tongue;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.statement.CorrectionText.Corrected;

/** Makes a statement, shows it as it stood for good, and withdraws it. */
final class StatementPages {

    private static final String NUMBER = "[A-Z0-9-]+";

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final Issuing issuing;
    private final Strangers strangers;
    private final ObjectMapper json = new ObjectMapper();

    StatementPages(FacilityRecords records, Pages pages, Sources sources, Issuing issuing) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.issuing = issuing;
        this.strangers = new Strangers(sources.clock());
    }

    /** A statement of the same light path and days in another language. */
    public record Translation(String language, String number, String address) {}

    /** How a statement stands today: the stable word, what it means, and what became of it. */
    public record StandingView(String word, String label, String sentence, String reason, String successor) {}

    /** Issues the statement of a form, or leads to the one that says the same. */
    Answer make(Route.Request request) {
        Optional<PublishedInstrument> published = records.published().byToken(request.path("token"));
        if (published.isEmpty()) {
            return new Answer.Nothing();
        }
        PageLanguage spoken = PageLanguage.of(request);
        if (!request.may(Permission.READ) && !strangers.admit(request.from().address())) {
            throw new UnusableInputException(pages.texts(spoken).text("strangers.many"));
        }
        Issuing.Asking asking = new Issuing.Asking(request.caller().name(), wanted(request, spoken), spoken);
        Issued issued = issuing.issue(
                published.get(),
                request.form("path"),
                issuing.span(published.get().instrument(), request.form("from"), request.form("to"), asking),
                asking);
        return new Answer.Elsewhere(address(issued.statement()) + PageLanguage.kept(request));
    }

    /** The language a statement is to be in: without a word on it that of the page it is asked for on. */
    private PageLanguage wanted(Route.Request request, PageLanguage spoken) {
        String tag = request.form("language").strip();
        return tag.isEmpty()
                ? spoken
                : PageLanguage.tagged(tag)
                        .orElseThrow(() ->
                                new UnusableInputException(pages.texts(spoken).text("statement.nolanguage")));
    }

    static String address(Statement statement) {
        return "/statements/" + statement.name().token();
    }

    Answer one(Route.Request request) {
        return found(request).map(issued -> page(request, issued, "")).orElseGet(Answer.Nothing::new);
    }

    private Optional<Issued> found(Route.Request request) {
        return records.statements().byToken(request.path("token"));
    }

    /** The record as it was issued. */
    Answer record(Route.Request request) {
        return found(request)
                .flatMap(issued -> papers(issued)
                        .map(papers -> lasting(
                                issued,
                                ".json",
                                "application/json",
                                papers.record().bytes())))
                .orElseGet(Answer.Nothing::new);
    }

    /** The PDF as it was issued. */
    Answer pdf(Route.Request request) {
        return found(request)
                .flatMap(issued ->
                        papers(issued).map(papers -> lasting(issued, ".pdf", "application/pdf", papers.pdf())))
                .orElseGet(Answer.Nothing::new);
    }

    /** The record, and how it stands today, for programs. */
    Answer api(Route.Request request) {
        return found(request)
                .map(issued -> {
                    ObjectNode node = json.createObjectNode()
                            .put("standing", issued.standing().word());
                    StatementList.fill(node, issued);
                    issuing.corrections(issued.statement(), PageLanguage.of(request))
                            .ifPresent(all -> fill(node.putArray("corrections"), all));
                    node.set("record", papers(issued).orElseThrow().record().tree());
                    return (Answer) Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
                })
                .orElseGet(Answer.Nothing::new);
    }

    private static void fill(ArrayNode node, List<Corrected> corrections) {
        corrections.forEach(each -> node.addObject().put("what", each.what()).put("sentence", each.sentence()));
    }

    private static Answer lasting(Issued issued, String ending, String type, byte[] bytes) {
        String number = issued.statement().name().number();
        if (!number.matches(NUMBER)) {
            throw new IllegalStateException("a number is letters, digits and hyphens, was " + number);
        }
        return new Answer.Permanent(new Answer.Download(number + ending, new Answer.Content(type, bytes, true)));
    }

    private Optional<StatementPapers> papers(Issued issued) {
        return records.statements().papers(issued.statement().id());
    }

    private Answer page(Route.Request request, Issued issued, String refusal) {
        PageLanguage language = PageLanguage.of(request);
        Texts texts = pages.texts(language);
        Templates worded = worded(issued.statement());
        FrozenRecord frozen = papers(issued).orElseThrow().record();
        StatementView view = StatementView.of(frozen, worded.texts());
        Optional<List<Corrected>> corrections = issuing.corrections(issued.statement(), language);
        Map<String, Object> values = new HashMap<>();
        boolean reads = request.may(Permission.READ);
        values.put("trail", reads ? List.of(new Crumb(texts.text("statements.title"), "/statements")) : List.of());
        values.put("tongues", Tongue.of(request, language));
        values.put("refusal", refusal);
        values.put("address", address(issued.statement()));
        values.put("hashes", issued.statement().hashes());
        values.put("statement", view);
        values.put("days", StatementView.of(frozen, texts).head().subject().days());
        values.put("record", worded.fill("parts/statement-record.html", Map.of("statement", view)));
        values.put("worded", issued.statement().language().toLanguageTag());
        values.put("translations", translations(issued));
        values.put("standing", standing(issued, texts));
        values.put("corrections", corrections.orElse(List.of()));
        values.put("unknown", corrections.isEmpty());
        values.put("manages", request.may(Permission.MANAGE));
        values.put(
                "published",
                records.instruments()
                        .instrument(issued.statement().subject().instrumentId())
                        .flatMap(records.published()::of)
                        .map(PublishedInstrument::address)
                        .orElse(""));
        return pages.page(
                request,
                "published-statement.html",
                texts.text("statement.page.title", issued.statement().name().number()),
                values);
    }

    /** The templates of the language a statement is in. */
    private Templates worded(Statement statement) {
        return pages.templates(
                PageLanguage.tagged(statement.language().toLanguageTag()).orElse(PageLanguage.ENGLISH));
    }

    /** The statements of the same light path and days in other languages. */
    static List<Translation> translations(Issued issued) {
        return issued.translations().stream()
                .map(each -> new Translation(
                        each.language().toLanguageTag(), each.name().number(), address(each)))
                .toList();
    }

    /** Whether the record says something else today than a statement that is not withdrawn. */
    boolean isCorrected(Issued issued, PageLanguage language) {
        return issued.withdrawal().isEmpty()
                && issuing.corrections(issued.statement(), language)
                        .filter(List::isEmpty)
                        .isEmpty();
    }

    /** How it stands, in words. */
    StandingView standing(Issued issued, Texts texts) {
        String word = issued.standing().word();
        return new StandingView(
                word,
                texts.text("statement.standing." + word),
                switch (issued.standing()) {
                    case GENUINE -> texts.text("statement.standing.genuine.text");
                    case SUPERSEDED -> {
                        Statement successor = issued.successor().orElseThrow();
                        yield texts.text(
                                "statement.standing.superseded.text",
                                successor.name().number(),
                                day(successor.entry().at(), texts));
                    }
                    case WITHDRAWN ->
                        texts.text(
                                "statement.standing.withdrawn.text",
                                day(issued.withdrawal().orElseThrow().entry().at(), texts));
                },
                issued.withdrawal().map(each -> each.entry().reason()).orElse(""),
                issued.successor().map(StatementPages::address).orElse(""));
    }

    private String day(Instant at, Texts texts) {
        return texts.day(LocalDate.ofInstant(at, records.zone()));
    }

    /** Withdraws a statement; it stays readable and says so. */
    Answer withdraw(Route.Request request) {
        return found(request).map(issued -> withdrawn(request, issued)).orElseGet(Answer.Nothing::new);
    }

    private Answer withdrawn(Route.Request request, Issued issued) {
        try {
            if (request.form("reason").isBlank()) {
                throw new UnusableInputException(pages.texts().text("statement.withdraw.unsaid"));
            }
            records.statements()
                    .withdraw(new StatementWithdrawal(
                            sources.ids().get(),
                            issued.statement().id(),
                            new Entry(
                                    request.form("by").strip(),
                                    records.clock().instant(),
                                    request.form("reason").strip())));
            return new Answer.Elsewhere(address(issued.statement()));
        } catch (UnusableInputException e) {
            return page(request, issued, String.valueOf(e.getMessage()));
        }
    }
}
