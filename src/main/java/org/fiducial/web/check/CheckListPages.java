package org.fiducial.web.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CheckRow;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.NaturalOrder;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Queries;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** All checks of an instrument, part by part: filtered where they are stored, as a table to read and to take along. */
public final class CheckListPages {

    /** More on one page nobody reads; the table holds them all. */
    static final int SHOWN = 100;

    /** What the list may be ordered by. */
    static final List<String> COLUMNS =
            Arrays.stream(CheckList.Column.values()).map(CheckList.Column::word).toList();

    private static final List<String> HEADINGS =
            List.of("measured at", "verdict", "reason", "note", "light path", "protocol", "review", "check");

    private final FacilityRecords records;
    private final Pages pages;

    public CheckListPages(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /** What a list is asked for, in words of the address; an unknown word is none. */
    private record Wish(CheckList.Filter filter, String path, String protocol, String verdict, ListOrder order) {

        Map<String, String> filtered() {
            return Map.of("path", path, "protocol", protocol, "verdict", verdict);
        }

        String address(Instrument instrument, String file) {
            return order.at("/instruments/" + instrument.slug() + "/" + file, filtered());
        }

        /** Light paths come in the order of their names. */
        CheckList.Part part(int skip, int most, List<Configuration> paths) {
            return new CheckList.Part(
                    skip,
                    most,
                    order.column()
                            .map(word -> new CheckList.Order(
                                    CheckList.Column.valueOf(word.toUpperCase(Locale.ROOT)),
                                    order.down(),
                                    paths.stream()
                                            .sorted(Comparator.comparing(Configuration::name, NaturalOrder.TEXTS))
                                            .map(Configuration::id)
                                            .toList())));
        }
    }

    /** A page of the list, and the address of the one after it for programs; empty where there is none. */
    public record Listed(CheckList list, String next) {}

    public Listed listed(Route.Request request, Instrument instrument) {
        List<Configuration> paths = records.instruments().configurations(instrument.id());
        Wish wish = wish(request, paths);
        int page = Queries.page(request);
        CheckList list = read(page, instrument, wish, paths);
        Map<String, String> following = new HashMap<>(wish.filtered());
        following.put("page", String.valueOf(page + 1));
        return new Listed(
                list,
                page * SHOWN < list.total()
                        ? wish.order().at("/api/v1/instruments/" + instrument.slug() + "/checks", following)
                        : "");
    }

    private CheckList read(int page, Instrument instrument, Wish wish, List<Configuration> paths) {
        return records.checks().list(instrument.id(), wish.filter(), wish.part((page - 1) * SHOWN, SHOWN, paths));
    }

    /** Only who asks for a part beyond the end makes the record be read twice. */
    private ListPart<CheckSummary> part(
            Route.Request request, Instrument instrument, Wish wish, List<Configuration> paths) {
        CheckList list = read(Queries.page(request), instrument, wish, paths);
        int page = ListPart.page(request, list.total(), SHOWN);
        return ListPart.at(
                page,
                list.checks().isEmpty() ? read(page, instrument, wish, paths).checks() : list.checks(),
                list.total(),
                SHOWN,
                wish.order());
    }

    Answer list(Route.Request request) {
        return with(request, instrument -> {
            List<Configuration> paths = records.instruments().configurations(instrument.id());
            Wish wish = wish(request, paths);
            ListPart<CheckSummary> part = part(request, instrument, wish, paths);
            Days days = new Days(records.zone(instrument), pages.texts().locale());
            Map<UUID, String> names = names(paths);
            Map<String, Object> values = new HashMap<>();
            values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)));
            values.put("slug", instrument.slug());
            values.put("name", instrument.name());
            values.put(
                    "checks",
                    part.items().stream().map(check -> row(check, names, days)).toList());
            values.put("order", wish.order());
            values.put("part", part);
            values.put("table", wish.address(instrument, "checks.csv"));
            values.put("paths", paths(paths, wish.path()));
            values.put("protocols", protocols(instrument, wish.protocol()));
            values.put("verdicts", verdicts(wish.verdict()));
            return pages.page("checks.html", pages.texts().text("checks.title", instrument.name()), values);
        });
    }

    /** The same for spreadsheets, all of it. */
    Answer table(Route.Request request) {
        return with(request, instrument -> {
            List<Configuration> paths = records.instruments().configurations(instrument.id());
            Map<UUID, String> names = names(paths);
            Days days = new Days(records.zone(instrument), pages.texts().locale());
            Wish wish = wish(request, paths);
            StringBuilder out = CsvLine.table(HEADINGS);
            records.checks()
                    .list(instrument.id(), wish.filter(), wish.part(0, Integer.MAX_VALUE, paths))
                    .checks()
                    .forEach(check -> CsvLine.append(
                            out,
                            List.of(
                                    days.of(check.measuredAt()).iso(),
                                    check.overall().word(),
                                    check.reason().word(),
                                    check.note(),
                                    names.getOrDefault(check.configurationId(), ""),
                                    check.protocol().toString(),
                                    check.standing().word(),
                                    check.id().toString())));
            return CsvLine.download("checks-" + instrument.slug() + ".csv", out);
        });
    }

    private Answer with(Route.Request request, Function<Instrument, Answer> answer) {
        return records.instruments().bySlug(request.path("slug")).map(answer).orElseGet(Answer.Nothing::new);
    }

    public static Map<UUID, String> names(List<Configuration> paths) {
        return paths.stream().collect(Collectors.toMap(Configuration::id, Configuration::name));
    }

    /** A line of the list; doubtful where a recall says so. */
    public CheckRow row(CheckSummary check, Map<UUID, String> names, Days days) {
        CheckRow row = CheckRow.of(check, names.getOrDefault(check.configurationId(), ""), days, pages.texts());
        return records.doubts().casting(check.id()).isPresent() ? row.inDoubt() : row;
    }

    private static Wish wish(Route.Request request, List<Configuration> paths) {
        Optional<Configuration> path = paths.stream()
                .filter(each -> each.slug().equals(request.query("path")))
                .findFirst();
        Optional<String> protocol =
                Optional.of(request.query("protocol")).filter(word -> word.matches("[a-z0-9][a-z0-9-]{0,63}"));
        Optional<VerdictLevel> verdict = Arrays.stream(VerdictLevel.values())
                .filter(each -> each.word().equals(request.query("verdict")))
                .findFirst();
        return new Wish(
                new CheckList.Filter(
                        path.map(Configuration::id),
                        protocol,
                        verdict,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                path.map(Configuration::slug).orElse(""),
                protocol.orElse(""),
                verdict.map(VerdictLevel::word).orElse(""),
                ListOrder.of(request, COLUMNS, List.of("path", "protocol", "verdict")));
    }

    private List<Choice> paths(List<Configuration> paths, String chosen) {
        return withAll(paths.stream()
                .map(each -> new Choice(each.slug(), each.name(), each.slug().equals(chosen))));
    }

    private List<Choice> protocols(Instrument instrument, String chosen) {
        return withAll(records.present(instrument).evidence().stream()
                .map(check -> check.protocol().id())
                .distinct()
                .sorted()
                .map(id -> new Choice(id, records.protocolTitle(id), id.equals(chosen))));
    }

    private List<Choice> verdicts(String chosen) {
        return withAll(Arrays.stream(VerdictLevel.values())
                .map(each -> new Choice(
                        each.word(),
                        pages.texts().text("verdict." + each.word()),
                        each.word().equals(chosen))));
    }

    private List<Choice> withAll(Stream<Choice> choices) {
        return Stream.concat(Stream.of(new Choice("", pages.texts().text("checks.all"), false)), choices)
                .toList();
    }
}
