package org.fiducial.web.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.schedule.Due;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.DueRow;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The page of a month: what is due on each of its days, and what is planned after that. */
final class CalendarPage {

    /** A day shows so many; the rest is counted. */
    private static final int SHOWN = 6;

    private final FacilityRecords records;
    private final Pages pages;

    CalendarPage(FacilityRecords records, Pages pages) {
        this.records = records;
        this.pages = pages;
    }

    /** A check on a day. */
    public record Entry(
            DueRow.Mark mark, String instrument, String protocol, String path, String assigned, String address) {}

    /**
     * A day.
     *
     * @param iso for machines
     * @param number of the month
     * @param words for phones and for who listens
     * @param place {@code in}, {@code out} (of another month) or {@code today}
     * @param entries what is due
     * @param more how many are not shown
     */
    public record Day(String iso, int number, String words, String place, List<Entry> entries, int more) {
        public Day {
            entries = List.copyOf(entries);
        }
    }

    /** A week with its number by ISO 8601. */
    public record Week(int number, List<Day> days) {
        public Week {
            days = List.copyOf(days);
        }
    }

    private record Planned(LocalDate day, Due due) {}

    Answer month(Route.Request request) {
        LocalDate today = records.today();
        YearMonth month = month(request.query("month"), YearMonth.from(today));
        List<Due> all = records.due(today);
        DueFilter filter = DueFilter.of(request);
        LocalDate first = WorkWeek.monday(month.atDay(1));
        LocalDate last = WorkWeek.monday(month.atEndOfMonth()).plusDays(6);
        Map<LocalDate, List<Planned>> entries = filter.of(all).stream()
                .flatMap(due -> planned(due, last))
                .filter(each -> !each.day().isBefore(first))
                .collect(Collectors.groupingBy(Planned::day));
        String more = filter.query().replace('?', '&');
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("due.title"), "/due" + filter.query())));
        values.put("weeks", weeks(first, last, month, today, entries));
        values.put("weekdays", weekdays());
        values.put("month", month.toString());
        values.put("previous", "/due/calendar?month=" + month.minusMonths(1) + more);
        values.put("next", "/due/calendar?month=" + month.plusMonths(1) + more);
        values.put("previousname", name(month.minusMonths(1)));
        values.put("nextname", name(month.plusMonths(1)));
        values.put("unplanned", all.isEmpty());
        values.put("filter", filter);
        values.put("choices", DueFilter.choices(all, records::protocolTitle));
        return pages.page("due-calendar.html", name(month), values);
    }

    private static Stream<Planned> planned(Due due, LocalDate until) {
        return Stream.concat(
                Stream.of(new Planned(due.day(), due)),
                due.following(until).stream().map(day -> new Planned(day, due)));
    }

    private Entry entry(Planned planned) {
        DueRow row = DueRow.of(planned.due(), days(), id -> DuePages.title(records, id, pages.texts()), pages.texts());
        DueRow.Mark mark = planned.day().equals(planned.due().day())
                ? row.mark()
                : new DueRow.Mark("not-evaluated", "○", pages.texts().text("due.standing.planned"));
        return new Entry(
                mark,
                row.where().instrument(),
                row.what().protocol(),
                row.where().path(),
                row.what().assigned(),
                row.what().plan());
    }

    private List<Week> weeks(
            LocalDate first, LocalDate last, YearMonth month, LocalDate today, Map<LocalDate, List<Planned>> entries) {
        List<Week> weeks = new ArrayList<>();
        for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
            weeks.add(new Week(
                    monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                    monday.datesUntil(monday.plusWeeks(1))
                            .map(day -> day(day, month, today, entries.getOrDefault(day, List.of())))
                            .toList()));
        }
        return weeks;
    }

    private Day day(LocalDate day, YearMonth month, LocalDate today, List<Planned> entries) {
        String in = YearMonth.from(day).equals(month) ? "in" : "out";
        return new Day(
                day.toString(),
                day.getDayOfMonth(),
                DateTimeFormatter.ofPattern("EEEE d MMMM", pages.texts().locale())
                        .format(day),
                day.equals(today) ? "today" : in,
                entries.stream().limit(SHOWN).map(this::entry).toList(),
                Math.max(0, entries.size() - SHOWN));
    }

    private List<String> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(
                        TextStyle.SHORT_STANDALONE, pages.texts().locale()))
                .toList();
    }

    private String name(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", pages.texts().locale()).format(month);
    }

    private Days days() {
        return new Days(records.zone(), pages.texts().locale());
    }

    private static YearMonth month(String text, YearMonth otherwise) {
        if (!text.matches("[12][0-9]{3}-[01][0-9]")) {
            return otherwise;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException noMonth) {
            return otherwise;
        }
    }
}
