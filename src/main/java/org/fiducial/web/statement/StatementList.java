package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.Statement;
import org.fiducial.facility.publication.Statement.Issued;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** All statements that were issued: filtered, ordered, part by part, as a table and for programs. */
final class StatementList {

    /** The parameters of the list. */
    static final List<String> ASKED = List.of("q", "instrument", "standing", ListOrder.QUERY);

    private static final String[] FILTERS = {"q", "instrument", "standing"};
    private static final List<String> HEADINGS = List.of(
            "number",
            "standing",
            "instrument",
            "light path",
            "from",
            "to",
            "issued at",
            "issued to",
            "reason",
            "record sha256",
            "pdf sha256",
            "address",
            "language");
    private static final int SHOWN = 100;

    private final FacilityRecords records;
    private final Pages pages;
    private final ObjectMapper json = new ObjectMapper();

    StatementList(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /**
     * A statement in the list.
     *
     * @param language what its speakers call the language it is in
     */
    public record Row(
            String number,
            String address,
            String language,
            String standing,
            String label,
            Subject subject,
            Days.Moment issued,
            String by) {}

    /** What it is of, by the names of today. */
    public record Subject(String instrument, String path, String from, String to) {}

    Answer page(Route.Request request) {
        ListOrder order = columns().asked(request, FILTERS);
        Map<String, Object> values = new HashMap<>();
        values.put("q", request.query("q"));
        values.put("part", ListPart.of(request, chosen(request), SHOWN, order).map(this::row));
        values.put("order", order);
        values.put("query", order.query());
        values.put("any", !records.statements().all().isEmpty());
        values.put(
                "instruments",
                records.all().stream()
                        .map(each ->
                                new Choice(each.slug(), each.name(), each.slug().equals(request.query("instrument"))))
                        .toList());
        values.put(
                "standings",
                Arrays.stream(Statement.Standing.values())
                        .map(each ->
                                new Choice(each.word(), label(each), each.word().equals(request.query("standing"))))
                        .toList());
        return pages.page("published-statements.html", pages.texts().text("statements.title"), values);
    }

    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        chosen(request).forEach(each -> CsvLine.append(out, cells(each)));
        return CsvLine.download("statements.csv", out);
    }

    private List<String> cells(Issued issued) {
        Statement statement = issued.statement();
        return List.of(
                statement.name().number(),
                issued.standing().word(),
                instrument(issued).map(Instrument::slug).orElse(""),
                path(issued),
                statement.subject().from().toString(),
                statement.subject().to().toString(),
                statement.entry().at().toString(),
                statement.entry().by(),
                issued.withdrawal().map(each -> each.entry().reason()).orElse(""),
                statement.hashes().record(),
                statement.hashes().paper(),
                StatementPages.address(statement),
                statement.language().toLanguageTag());
    }

    Answer api(Route.Request request) {
        ObjectNode node = json.createObjectNode();
        ArrayNode all = node.putArray("statements");
        chosen(request).forEach(each -> {
            ObjectNode one = all.addObject().put("standing", each.standing().word());
            fill(one, each);
            one.put("issued_to", each.statement().entry().by());
            each.withdrawal().ifPresent(end -> one.put("reason", end.entry().reason()));
        });
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What everybody who knows a statement may know of it. */
    static void fill(ObjectNode node, Issued issued) {
        Statement statement = issued.statement();
        node.put("number", statement.name().number())
                .put("page", StatementPages.address(statement))
                .put("language", statement.language().toLanguageTag())
                .put("from", statement.subject().from().toString())
                .put("to", statement.subject().to().toString())
                .put("issued_at", statement.entry().at().toString())
                .put("record_sha256", statement.hashes().record())
                .put("pdf_sha256", statement.hashes().paper());
        if (!issued.translations().isEmpty()) {
            ArrayNode translations = node.putArray("translations");
            StatementPages.translations(issued).forEach(each -> translations
                    .addObject()
                    .put("language", each.language())
                    .put("number", each.number())
                    .put("page", each.address()));
        }
        issued.successor().ifPresent(next -> node.put("superseded_by", StatementPages.address(next)));
        issued.withdrawal()
                .ifPresent(end -> node.put("withdrawn_at", end.entry().at().toString()));
    }

    private List<Issued> chosen(Route.Request request) {
        String sought = request.query("q").strip().toLowerCase(Locale.ROOT);
        List<Issued> chosen = records.statements().all().stream()
                .filter(each -> request.query("standing").isEmpty()
                        || each.standing().word().equals(request.query("standing")))
                .filter(each -> request.query("instrument").isEmpty()
                        || instrument(each)
                                .filter(known -> known.slug().equals(request.query("instrument")))
                                .isPresent())
                .filter(each -> sought.isEmpty() || said(each).contains(sought))
                .toList();
        return columns().sorted(chosen, request);
    }

    private String said(Issued issued) {
        return String.join(
                        " ",
                        issued.statement().name().number(),
                        name(issued),
                        path(issued),
                        issued.statement().entry().by())
                .toLowerCase(Locale.ROOT);
    }

    private Columns<Issued> columns() {
        return new Columns<Issued>()
                .text("number", each -> each.statement().name().number())
                .by("issued", each -> Optional.of(each.statement().entry().at()))
                .text("instrument", this::name)
                .text("path", this::path)
                .by("from", each -> Optional.of(each.statement().subject().from()))
                .text("standing", each -> label(each.standing()))
                .text("by", each -> each.statement().entry().by());
    }

    private String label(Statement.Standing standing) {
        return pages.texts().text("statement.standing." + standing.word());
    }

    private Row row(Issued issued) {
        Statement statement = issued.statement();
        Days days = new Days(records.zone(), pages.texts().locale()).shortened();
        return new Row(
                statement.name().number(),
                StatementPages.address(statement),
                PageLanguage.tagged(statement.language().toLanguageTag())
                        .map(PageLanguage::title)
                        .orElse(""),
                issued.standing().word(),
                label(issued.standing()),
                new Subject(
                        name(issued),
                        path(issued),
                        days.day(statement.subject().from()),
                        days.day(statement.subject().to())),
                days.of(statement.entry().at()),
                statement.entry().by());
    }

    private Optional<Instrument> instrument(Issued issued) {
        return records.instruments().instrument(issued.statement().subject().instrumentId());
    }

    private String name(Issued issued) {
        return instrument(issued).map(Instrument::name).orElse("");
    }

    private String path(Issued issued) {
        return records.instruments()
                .configuration(issued.statement().subject().configurationId())
                .map(Configuration::name)
                .orElse("");
    }
}
