package org.fiducial.web.check;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.ItemTable;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ResultDocument;
import org.fiducial.report.AnalysisReport;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.ItemsView;
import org.fiducial.report.ResultView;
import org.fiducial.report.ResultView.FigureView;
import org.fiducial.report.VerdictView;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.PathRow;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.review.ReviewPages;

/** The page of a check, of its beads, and its files. */
public final class CheckPages {

    /** More a day are told apart in the list of checks. */
    private static final int MOST_REPLICATES = 20;

    private final FacilityRecords records;
    private final Pages pages;
    private final FigureAnswers figures;
    private final AnalysisReport report;
    private final MovePages moves;

    CheckPages(FacilityRecords records, Pages pages, MovePages moves, FigureRenderer renderer) {
        this.moves = moves;
        this.records = records;
        this.pages = pages;
        this.figures = new FigureAnswers(renderer, pages.texts());
        this.report = pages.report(renderer);
    }

    /** When, why and on what a check was made. */
    public record Occasion(
            String id, Days.Moment measured, Days.Moment entered, String reason, String by, String note) {}

    /** A check before or after another: {@code prev} or {@code next}. */
    public record Beside(String way, String address, String day) {}

    /** What was measured again on the day of a check. */
    public record Replicate(String address, String time, VerdictView verdict, boolean isVoid) {}

    /** The other checks of its protocol, light path and day, and where one more is made. */
    public record Replicates(String again, List<Replicate> others) {}

    /** The instrument and light path of a check; addresses may be empty. */
    public record Place(String instrument, String address, PathRow path) {}

    Answer one(Route.Request request) {
        return with(request, this::page);
    }

    Answer item(Route.Request request) {
        return with(request, check -> {
            ResultView view = view(check);
            return view.items()
                    .row(request.path("item"))
                    .map(row -> itemPage(check, view, row))
                    .orElseGet(Answer.Nothing::new);
        });
    }

    Answer figure(Route.Request request) {
        return with(request, check -> figures.of(check.result(), request, true));
    }

    Answer result(Route.Request request) {
        return with(
                request,
                check -> new Answer.Download(
                        "check-" + check.id() + ".json", Answer.Content.json(resultDocument(check))));
    }

    Answer items(Route.Request request) {
        return with(
                request,
                check -> new Answer.Download(
                        "check-" + check.id() + "-items.csv",
                        new Answer.Content(
                                "text/csv; charset=utf-8",
                                ItemTable.write(check.result().items()),
                                true)));
    }

    Answer pdf(Route.Request request) {
        return with(
                request, check -> records.protocol(check.result().provenance().protocol())
                        .flatMap(protocol -> pdf(check, protocol))
                        .<Answer>map(pdf -> new Answer.Download("check-" + check.id() + ".pdf", pdf))
                        .orElseGet(Answer.Nothing::new));
    }

    private Optional<Answer.Content> pdf(Check check, ProtocolDefinition protocol) {
        Map<String, byte[]> documents = report.documents(
                new AnalysisReport.Analysed(check.result(), check.judgement(), protocol),
                facts(check),
                Set.of(AnalysisReport.Format.PDF));
        return Optional.ofNullable(documents.get("report.pdf"))
                .map(pdf -> new Answer.Content("application/pdf", pdf, false));
    }

    /** What the head of the page says, for the report. */
    private List<AnalysisReport.Fact> facts(Check check) {
        Days days = new Days(check.occasion().times().zone(), pages.texts().locale());
        Occasion occasion = occasion(check, days);
        Optional<Configuration> configuration = records.instruments().configuration(check.configurationId());
        String instrument = configuration
                .flatMap(records::instrumentOf)
                .map(Instrument::name)
                .orElse("");
        Stream<AnalysisReport.Fact> doubts = records.doubts().of(check.id()).stream()
                .map(doubt ->
                        fact("recall.fact", DoubtLine.of(doubt, pages.texts()).sentence()));
        Stream<AnalysisReport.Fact> facts = Stream.of(
                fact("check.instrument", instrument),
                fact("check.where", configuration.map(Configuration::name).orElse("")),
                fact(
                        "check.measured",
                        occasion.measured().day() + ", " + occasion.measured().time()),
                fact("check.reason", occasion.reason()),
                fact("check.by", occasion.by()),
                fact("check.note", occasion.note()),
                fact("review.check", ReviewPages.standing(records, pages, check).sentence()));
        return Stream.concat(facts, doubts)
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private AnalysisReport.Fact fact(String key, String value) {
        return new AnalysisReport.Fact(pages.texts().text(key), value);
    }

    public static byte[] resultDocument(Check check) {
        return ResultDocument.write(check.result(), AnalysisReport.pictures(check.result()));
    }

    private Answer with(Route.Request request, Function<Check, Answer> answer) {
        return records.check(request.path("id")).map(answer).orElseGet(Answer.Nothing::new);
    }

    /** A photo that was sent with a check. */
    Answer photo(Route.Request request) {
        return with(request, check -> Photos.answer(check, records.checks(), request.path("hash")));
    }

    private ResultView view(Check check) {
        return ResultView.of(
                check.result(),
                check.judgement(),
                records.protocol(check.result().provenance().protocol()),
                pages.texts());
    }

    private Answer page(Check check) {
        ResultView view = view(check);
        Optional<Configuration> configuration = records.instruments().configuration(check.configurationId());
        Optional<Instrument> instrument = configuration.flatMap(records::instrumentOf);
        Days days = new Days(check.occasion().times().zone(), pages.texts().locale());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("trail", trail(instrument));
        values.put("beside", instrument.map(found -> beside(found, check, days)).orElse(List.of()));
        values.put(
                "replicates",
                instrument.stream()
                        .flatMap(found -> configuration.map(path -> replicates(found, path, check, days)).stream())
                        .toList());
        values.put("result", view);
        values.put("occasion", occasion(check, days));
        values.put(
                "doubts",
                records.doubts().of(check.id()).stream()
                        .map(doubt -> DoubtLine.of(doubt, pages.texts()))
                        .toList());
        values.put("moved", moves.lines(check));
        values.put("photos", Photos.of(check, records.checks()));
        values.put("standing", ReviewPages.standing(records, pages, check));
        values.put(
                "place",
                configuration
                        .map(found -> place(found, instrument))
                        .map(List::of)
                        .orElse(List.of()));
        String title = view.head().title() + ", "
                + days.of(check.occasion().times().measuredAt()).day();
        return pages.page("check.html", title, values);
    }

    private List<Crumb> trail(Optional<Instrument> instrument) {
        return Stream.concat(Stream.of(Crumb.instruments(pages.texts())), instrument.map(Crumb::of).stream())
                .toList();
    }

    /** The checks of the same light path and protocol before and after. */
    private List<Beside> beside(Instrument instrument, Check check, Days days) {
        return records.checks().beside(instrument.id(), check).stream()
                .map(each -> beside(isBefore(each, check) ? "prev" : "next", each, days))
                .toList();
    }

    private static boolean isBefore(CheckSummary one, Check other) {
        int order = one.measuredAt().compareTo(other.occasion().times().measuredAt());
        return order < 0
                || (order == 0 && one.id().toString().compareTo(other.id().toString()) < 0);
    }

    private static Beside beside(String way, CheckSummary check, Days days) {
        return new Beside(
                way, "/checks/" + check.id(), days.of(check.measuredAt()).day());
    }

    private Replicates replicates(Instrument instrument, Configuration path, Check check, Days days) {
        String protocol = check.result().provenance().protocol().id();
        LocalDate day = LocalDate.ofInstant(check.occasion().times().measuredAt(), days.zone());
        CheckList.Filter thatDay =
                CheckList.Filter.of(path.id(), protocol).within(days.endOf(day.minusDays(1)), days.endOf(day));
        return new Replicates(
                "/instruments/" + instrument.slug() + "/new-check?configuration=" + path.slug() + "&protocol="
                        + protocol,
                records.checks().some(instrument.id(), thatDay, new CheckList.Part(0, MOST_REPLICATES)).stream()
                        .filter(each -> !each.id().equals(check.id()))
                        .map(each -> new Replicate(
                                "/checks/" + each.id(),
                                days.of(each.measuredAt()).time(),
                                VerdictView.of(each.overall(), pages.texts()),
                                each.isVoid()))
                        .toList());
    }

    private static Place place(Configuration configuration, Optional<Instrument> instrument) {
        return new Place(
                instrument.map(Instrument::name).orElse(""),
                instrument.map(found -> "/instruments/" + found.slug()).orElse(""),
                PathRow.of(configuration));
    }

    private Occasion occasion(Check check, Days days) {
        return new Occasion(
                check.id().toString(),
                days.of(check.occasion().times().measuredAt()),
                days.of(check.occasion().times().enteredAt()),
                pages.texts().text("why." + check.occasion().reason().word()),
                check.occasion().performedBy(),
                check.occasion().note());
    }

    private List<Crumb> itemTrail(Check check) {
        Optional<Instrument> instrument =
                records.instruments().configuration(check.configurationId()).flatMap(records::instrumentOf);
        Days days = new Days(check.occasion().times().zone(), pages.texts().locale());
        String day = days.of(check.occasion().times().measuredAt()).day();
        return Stream.concat(trail(instrument).stream(), Stream.of(new Crumb(day, "/checks/" + check.id() + "#items")))
                .toList();
    }

    private Answer itemPage(Check check, ResultView view, ItemsView.Row row) {
        List<FigureView> figures = view.items().figures(row.id());
        return pages.page(
                "item.html",
                pages.texts().ofKind(view.items().kind(), "named", row.id()),
                Map.of(
                        "trail",
                        itemTrail(check),
                        "check",
                        "/checks/" + check.id(),
                        "kind",
                        view.items().kind(),
                        "head",
                        view.head(),
                        "columns",
                        view.items().columns(),
                        "row",
                        row,
                        "figures",
                        figures));
    }
}
