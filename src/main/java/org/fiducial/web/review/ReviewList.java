package org.fiducial.web.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Reviewing;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Selectable;
import org.fiducial.web.records.FacilityRecords;

/** The checks somebody should look at, the gravest first: filtered and ordered as a request wants them. */
public final class ReviewList {

    /** The parameters of the filter. */
    static final String[] FILTERS = {"instrument", "protocol", "verdict"};

    private static final List<String> HEADINGS =
            List.of("measured at", "verdict", "instrument", "light path", "protocol", "note", "check");

    private final FacilityRecords records;
    private final Texts texts;
    private final Map<UUID, Configuration> paths;

    public ReviewList(FacilityRecords records, Texts texts) {
        this.records = records;
        this.texts = texts;
        this.paths = records.paths();
    }

    /** What may be chosen of the filter. */
    public record Choices(List<Selectable> instruments, List<Selectable> protocols, List<Selectable> verdicts) {

        public Choices {
            instruments = List.copyOf(instruments);
            protocols = List.copyOf(protocols);
            verdicts = List.copyOf(verdicts);
        }
    }

    /** What the list may be ordered by. */
    Columns<CheckSummary> columns() {
        return new Columns<CheckSummary>()
                .by("when", check -> Optional.of(check.measuredAt()))
                .by("verdict", check -> Optional.of(CheckList.Column.BY_GRAVITY.indexOf(check.overall())))
                .text(
                        "instrument",
                        check -> instrument(check).map(Instrument::name).orElse(""))
                .text("path", this::path)
                .text("protocol", check -> check.protocol().toString())
                .text("note", CheckSummary::note);
    }

    public List<CheckSummary> of(Route.Request request) {
        List<CheckSummary> left = Reviewing.bySeverity(records.toReview()).stream()
                .filter(check -> holds(request, check))
                .toList();
        return columns().sorted(left, request);
    }

    private boolean holds(Route.Request request, CheckSummary check) {
        return is(request, "verdict", check.overall().word())
                && is(request, "protocol", check.protocol().id())
                && (request.query("instrument").isEmpty()
                        || is(
                                request,
                                "instrument",
                                instrument(check).map(Instrument::slug).orElse("")));
    }

    private static boolean is(Route.Request request, String name, String value) {
        return request.query(name).isEmpty() || request.query(name).equals(value);
    }

    Optional<Instrument> instrument(CheckSummary check) {
        return Optional.ofNullable(paths.get(check.configurationId())).flatMap(records::instrumentOf);
    }

    /** The name of the light path of a check. */
    String path(CheckSummary check) {
        return Optional.ofNullable(paths.get(check.configurationId()))
                .map(Configuration::name)
                .orElse("");
    }

    Choices choices() {
        List<CheckSummary> all = records.toReview();
        return new Choices(
                distinct(all.stream()
                        .map(CheckSummary::configurationId)
                        .distinct()
                        .flatMap(id -> Optional.ofNullable(paths.get(id)).stream())
                        .flatMap(path -> records.instrumentOf(path).stream())
                        .map(each -> new Selectable(each.slug(), each.name()))),
                distinct(all.stream()
                        .map(check -> check.protocol().id())
                        .distinct()
                        .map(id -> new Selectable(id, records.protocolTitle(id)))),
                CheckList.Column.BY_GRAVITY.stream()
                        .map(level -> new Selectable(level.word(), texts.text("verdict." + level.word())))
                        .toList());
    }

    private static List<Selectable> distinct(Stream<Selectable> choices) {
        return List.copyOf(new TreeSet<>(choices.toList()));
    }

    /** For spreadsheets. */
    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        for (CheckSummary check : of(request)) {
            Optional<Instrument> instrument = instrument(check);
            Days days = new Days(instrument.map(records::zone).orElseGet(records::zone), texts.locale());
            CsvLine.append(
                    out,
                    List.of(
                            days.of(check.measuredAt()).iso(),
                            check.overall().word(),
                            instrument.map(Instrument::name).orElse(""),
                            path(check),
                            check.protocol().toString(),
                            check.note(),
                            check.id().toString()));
        }
        return CsvLine.download("review-" + records.today() + ".csv", out);
    }
}
