package org.fiducial.web.schedule;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.schedule.CalendarFeed;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.schedule.LastCheck;
import org.fiducial.report.Texts;
import org.fiducial.web.event.ReturnPages;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.DueRow;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** What is due: the board, its table as a file, the calendar page and the feed for calendars. */
final class DuePages {

    private static final int USUAL_DAYS = 31;
    private static final int MOST_DAYS = 3660;
    /** So many stand in a part of the list. */
    private static final int SHOWN = 60;

    private static final int FEED_DAYS = 92;
    private static final List<String> HEADINGS = List.of(
            "standing",
            "due",
            "opens",
            "closes",
            "instrument",
            "light path",
            "protocol",
            "last check",
            "minutes",
            "assigned to");

    /** What the list may be ordered by. */
    static Columns<Due> columns(UnaryOperator<String> title) {
        return new Columns<Due>()
                .by("due", due -> Optional.of(due.day()))
                .text("where", due -> due.path().instrument() + " " + due.path().name())
                .text("protocol", due -> title.apply(due.plan().subject().protocolId()))
                .by("last", due -> due.last().map(LastCheck::measuredAt))
                .by("minutes", due -> Optional.of(due.plan().work().minutes()))
                .text("assigned", due -> due.plan().work().assignedTo());
    }

    private final FacilityRecords records;
    private final Pages pages;
    private final ReturnPages returns;
    private final HourPages hours;
    private Optional<Feed> last = Optional.empty();
    private volatile Weeks lastWeeks =
            new Weeks(new ArrayList<>(), new DueFilter("", "", ""), LocalDate.EPOCH, List.of());
    private volatile Chosen lastChosen =
            new Chosen(new ArrayList<>(), new DueFilter.Choices(List.of(), List.of(), List.of()));

    DuePages(FacilityRecords records, Pages pages, ReturnPages returns, HourPages hours) {
        this.returns = returns;
        this.hours = hours;
        this.records = records;
        this.pages = pages;
    }

    /** Due days under one heading. */
    public record Section(String id, String title, List<DueRow> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    Answer board(Route.Request request) {
        LocalDate today = records.today();
        List<Due> all = records.due(today);
        DueFilter filter = DueFilter.of(request);
        List<Due> due = filter.of(all);
        int within = within(request);
        Map<String, Object> values = new HashMap<>();
        List<HourPages.Row> byHours = hours.rows();
        values.put("unplanned", all.isEmpty() && byHours.isEmpty());
        values.put("after", returns.lacking());
        values.put("hours", byHours);
        values.put("unasked", records.unplanned().all());
        ListOrder order = columns().asked(request, "instrument", "protocol", "person", "within");
        values.put("order", order);
        List<Due> near = due.stream().filter(each -> each.daysAway() <= within).toList();
        ListPart<Due> part = ListPart.of(request, columns().sorted(near, order), SHOWN, order);
        values.put("part", part);
        values.put("sections", order.chosen() ? sorted(part.items()) : sections(part.items(), today));
        values.put("weeks", weeks(all, filter, today));
        values.put("filter", filter);
        values.put("query", filter.query());
        values.put("table", "/due.csv" + filter.query(order));
        values.put("choices", choices(all));
        values.put("within", within);
        values.put("hidden", due.size() - near.size());
        values.put("summary", summary(due));
        return pages.page("due.html", pages.texts().text("due.title"), values);
    }

    /** Two thousand plans are gone through once for each list there is, and not for each page. */
    @SuppressWarnings(
            "ReferenceEquality") // The very list that is kept: to compare two of them takes as long as the work.
    private List<WorkWeek> weeks(List<Due> all, DueFilter filter, LocalDate today) {
        Weeks known = lastWeeks;
        if (known.all() == all && known.filter().equals(filter) && known.day().equals(today)) {
            return known.weeks();
        }
        List<WorkWeek> weeks = WorkWeek.of(filter.of(all), today, days());
        lastWeeks = new Weeks(all, filter, today, weeks);
        return weeks;
    }

    @SuppressWarnings("ReferenceEquality") // As above.
    private DueFilter.Choices choices(List<Due> all) {
        Chosen known = lastChosen;
        if (known.all() == all) {
            return known.choices();
        }
        DueFilter.Choices choices = DueFilter.choices(all, records::protocolTitle);
        lastChosen = new Chosen(all, choices);
        return choices;
    }

    /** The work of the weeks, of the very list it was made from. */
    private record Weeks(List<Due> all, DueFilter filter, LocalDate day, List<WorkWeek> weeks) {}

    private record Chosen(List<Due> all, DueFilter.Choices choices) {}

    private String summary(List<Due> due) {
        Map<Due.Standing, Long> counts =
                due.stream().collect(Collectors.groupingBy(Due::standing, Collectors.counting()));
        long overdue = counts.getOrDefault(Due.Standing.OVERDUE, 0L);
        long open = counts.getOrDefault(Due.Standing.DUE, 0L);
        return overdue + open == 0
                ? pages.texts().text("due.summary.none")
                : pages.texts().text("due.summary", overdue, open);
    }

    private Columns<Due> columns() {
        return columns(records::protocolTitle);
    }

    /** All of them in one table. */
    private List<Section> sorted(List<Due> due) {
        return due.isEmpty()
                ? List.of()
                : List.of(new Section(
                        "sorted",
                        pages.texts().text("due.part.sorted"),
                        due.stream().map(this::row).toList()));
    }

    private List<Section> sections(List<Due> due, LocalDate today) {
        LocalDate nextMonday = WorkWeek.monday(today).plusWeeks(1);
        Map<String, List<Due>> parts = due.stream().collect(Collectors.groupingBy(each -> part(each, nextMonday)));
        return Stream.of("overdue", "thisweek", "nextweek", "later")
                .filter(parts::containsKey)
                .map(part -> new Section(
                        part,
                        pages.texts().text("due.part." + part),
                        parts.getOrDefault(part, List.of()).stream()
                                .sorted((one, other) -> one.day().compareTo(other.day()))
                                .map(this::row)
                                .toList()))
                .toList();
    }

    /** What may still be done in time, though its day is past, is work of this week. */
    private static String part(Due due, LocalDate nextMonday) {
        if (due.standing() == Due.Standing.OVERDUE) {
            return "overdue";
        }
        if (due.day().isBefore(nextMonday)) {
            return "thisweek";
        }
        return due.day().isBefore(nextMonday.plusWeeks(1)) ? "nextweek" : "later";
    }

    private DueRow row(Due due) {
        return DueRow.of(due, days(), id -> title(records, id, pages.texts()), pages.texts());
    }

    /** What a protocol is called, and whether it is out of use. */
    static String title(FacilityRecords records, String id, Texts texts) {
        String title = records.protocolTitle(id);
        return records.catalogue()
                .find(id)
                .filter(entry -> entry.definition().isRetired())
                .map(entry -> texts.text("own.retired.due", title))
                .orElse(title);
    }

    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        List<Due> all = DueFilter.of(request).of(records.due(records.today()));
        for (Due due : columns().sorted(all, request)) {
            DueRow row = row(due);
            CsvLine.append(
                    out,
                    List.of(
                            row.mark().label(),
                            due.day().toString(),
                            due.opens().toString(),
                            due.closes().toString(),
                            row.where().instrument(),
                            row.where().path(),
                            row.what().protocol(),
                            due.last()
                                    .map(check -> LocalDate.ofInstant(check.measuredAt(), days().zone())
                                            .toString())
                                    .orElse(""),
                            String.valueOf(row.what().minutes()),
                            row.what().assigned()));
        }
        return CsvLine.download("due-" + records.today() + ".csv", out);
    }

    Answer feed(Route.Request request) {
        return new Answer.Content("text/calendar; charset=utf-8", feed(DueFilter.of(request)), false);
    }

    /** One at a time, and the last one is kept: the feed of two thousand weekly plans is 12 MB, and calendars come at once. */
    private synchronized byte[] feed(DueFilter filter) {
        long revision = records.revision();
        LocalDate today = records.today();
        Optional<Feed> known = last.filter(feed -> feed.revision() == revision
                && feed.day().equals(today)
                && feed.filter().equals(filter));
        if (known.isPresent()) {
            return known.get().document();
        }
        last = Optional.empty();
        byte[] document = new CalendarFeed(
                        pages.texts().text("due.feed.name", records.facilityName()), records::protocolTitle)
                .document(filter.of(records.due(today)), today.plusDays(FEED_DAYS))
                .getBytes(StandardCharsets.UTF_8);
        last = Optional.of(new Feed(revision, today, filter, document));
        return document;
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares feeds or writes to them.
    private record Feed(long revision, LocalDate day, DueFilter filter, byte[] document) {}

    private Days days() {
        return new Days(records.zone(), pages.texts().locale());
    }

    private static int within(Route.Request request) {
        String text = request.query("within");
        return text.matches("[0-9]{1,4}") ? Math.min(MOST_DAYS, Integer.parseInt(text)) : USUAL_DAYS;
    }
}
