package org.fiducial.web.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.report.StateText;
import org.fiducial.web.check.CheckListPages;
import org.fiducial.web.event.EventList;
import org.fiducial.web.event.UptimePages;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CheckRow;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.DueRow;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.PathRow;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;
import org.fiducial.web.records.InstrumentNow;
import org.fiducial.web.schedule.DueView;
import org.fiducial.web.trend.TrendPages;

/** The pages of instruments: all of them, one of them, and one of them on a day. */
final class InstrumentPages {

    private static final int BESIDE_DAY = 3;

    private final FacilityRecords records;
    private final Pages pages;
    private final EventList events;
    private final CheckListPages lists;
    private final TrendPages trends;

    InstrumentPages(FacilityRecords records, Pages pages, EventList events) {
        this.events = events;
        this.lists = new CheckListPages(records, pages);
        this.trends = new TrendPages(records, pages);
        this.records = records;
        this.pages = pages;
    }

    /** What an instrument is called and where it stands; texts may be empty. */
    public record Who(String slug, String name, String make, String serial, String location) {

        static Who of(Instrument instrument) {
            return new Who(
                    instrument.slug(),
                    instrument.name(),
                    instrument.make().title(),
                    instrument.make().serial(),
                    instrument.location());
        }
    }

    /** What was said of a check later than the day that is looked at. */
    public record Said(String address, String sentence) {}

    /** An instrument; who may not read is led to what is public of it, else told the same as of one that is not there. */
    Answer one(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .flatMap(instrument -> request.may(Permission.READ)
                        ? Optional.of(page(instrument))
                        : records.published().of(instrument).map(each -> (Answer) new Answer.Elsewhere(each.address())))
                .orElseGet(Answer.Nothing::new);
    }

    Answer onDay(Route.Request request) {
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        Optional<LocalDate> day = Days.parse(request.path("date"));
        if (instrument.isEmpty() || day.isEmpty()) {
            return new Answer.Nothing();
        }
        return dayPage(instrument.get(), day.get());
    }

    /** The form's way to the address of a day. */
    Answer toDay(Route.Request request) {
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        if (instrument.isEmpty()) {
            return new Answer.Nothing();
        }
        String address = "/instruments/" + instrument.get().slug();
        return new Answer.Elsewhere(Days.parse(request.query("date"))
                .map(day -> address + "/on/" + day)
                .orElse(address));
    }

    private DueView due(InstrumentNow now, Days days) {
        return DueView.of(
                new DueView.Known(now.evidence(), now.due(), records.intervalDays()),
                records.clock().instant(),
                days,
                pages.texts());
    }

    private StateText stateText(Instrument instrument) {
        return new StateText(pages.texts(), records.zone(instrument), records::protocolTitle);
    }

    /** What the state of an instrument rests on, light path by light path, worst first. */
    private static List<StateView> evidence(InstrumentState state, StateText text) {
        return state.configurations().stream()
                .flatMap(configuration -> configuration.findings().stream())
                .map(finding -> StateView.of(finding, text))
                .toList();
    }

    private Answer page(Instrument instrument) {
        Days days = days(instrument);
        InstrumentNow now = records.present(instrument);
        List<Configuration> configurations = records.instruments().configurations(instrument.id());
        Map<UUID, String> names = CheckListPages.names(configurations);
        CheckList checks = records.newest(instrument);
        TrendPages.Shown trends = this.trends.of(now, configurations, days);
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts())));
        values.put("who", Who.of(instrument));
        values.put("state", StateView.of(now.state(), stateText(instrument)));
        values.put("due", due(now, days));
        values.put(
                "planned",
                now.due().stream()
                        .map(each -> DueRow.of(each, days, records::protocolTitle, pages.texts()))
                        .toList());
        values.put("events", events.newest(instrument));
        values.put("trends", trends.groups());
        values.put("shown", TrendPages.Key.of(trends.groups()));
        values.put("ways", trends.ways());
        values.put(
                "paths",
                records.instruments().inUse(instrument.id()).stream()
                        .map(PathRow::of)
                        .toList());
        values.put(
                "checks",
                checks.checks().stream()
                        .map(check -> lists.row(check, names, days))
                        .toList());
        values.put("total", checks.total());
        values.put(
                "today",
                LocalDate.ofInstant(records.clock().instant(), days.zone()).toString());
        values.put(
                "gone",
                Optional.ofNullable(records.instruments()
                                .registry()
                                .decommissioned()
                                .get(instrument.id()))
                        .map(days::day)
                        .orElse(""));
        values.put("uptime", new UptimePages(records, pages).lastYear(instrument));
        values.put("unasked", records.unplanned().of(instrument));
        return pages.page("instrument.html", instrument.name(), values);
    }

    private Answer dayPage(Instrument instrument, LocalDate day) {
        Days days = days(instrument);
        Instant at = days.endOf(day);
        InstrumentState state = records.state(instrument, day, at);
        Map<UUID, String> names = CheckListPages.names(records.instruments().configurations(instrument.id()));
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)));
        values.put("who", Who.of(instrument));
        values.put("day", days.day(day));
        values.put("date", day.toString());
        values.put("state", StateView.of(state, stateText(instrument)));
        values.put("evidence", evidence(state, stateText(instrument)));
        values.put("events", events.around(instrument, at));
        values.put(
                "future",
                at.isAfter(days.endOf(LocalDate.ofInstant(records.clock().instant(), days.zone()))));
        values.put("since", since(instrument, state, at, days));
        values.put("before", rows(instrument, CheckList.Filter.until(at), names, days));
        values.put("after", rows(instrument, CheckList.Filter.after(at), names, days));
        return pages.page("day.html", instrument.name() + ", " + days.day(day), values);
    }

    /** The three checks nearest to a time, nearest first. */
    private List<CheckRow> rows(Instrument instrument, CheckList.Filter filter, Map<UUID, String> names, Days days) {
        return records.checks().some(instrument.id(), filter, new CheckList.Part(0, BESIDE_DAY)).stream()
                .map(check -> lists.row(check, names, days))
                .toList();
    }

    /**
     * What was said later of the checks the state rests on, and of those it would rest on had they not been declared void:
     * it counts for the day although nobody could know it then.
     */
    private List<Said> since(Instrument instrument, InstrumentState state, Instant at, Days days) {
        Set<UUID> rested = state.configurations().stream()
                .flatMap(path -> path.findings().stream())
                .flatMap(finding -> finding.bracket().before().stream())
                .map(CheckSummary::id)
                .collect(Collectors.toSet());
        return records.reviews().since(instrument.id(), at, rested).stream()
                .filter(word -> state.configurations().stream()
                        .flatMap(path -> path.findings().stream())
                        .filter(finding -> !finding.isInferred())
                        .anyMatch(finding -> restsOn(finding, word)))
                .map(word -> new Said(
                        "/checks/" + word.check().id(),
                        pages.texts()
                                .text(
                                        "day.since." + word.review().decision().word(),
                                        days.of(word.check().measuredAt()).day(),
                                        days.of(word.review().at()).day(),
                                        word.review().reason())))
                .toList();
    }

    private Days days(Instrument instrument) {
        return new Days(records.zone(instrument), pages.texts().locale());
    }

    private static boolean restsOn(Finding finding, Reviews.Later word) {
        CheckSummary said = word.check();
        boolean alike = said.configurationId().equals(finding.asked().id())
                && said.protocol().id().equals(finding.protocol().id());
        return alike
                && finding.bracket()
                        .before()
                        .map(before -> before.id().equals(said.id())
                                || (said.isVoid() && !said.measuredAt().isBefore(before.measuredAt())))
                        .orElse(said.isVoid());
    }
}
