package org.fiducial.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.report.StateText;

/** The pages of instruments: all of them, one of them, and one of them on a day. */
final class InstrumentPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final EventPages events;

    InstrumentPages(FacilityRecords records, Pages pages, EventPages events) {
        this.events = events;
        this.records = records;
        this.pages = pages;
    }

    /** What an instrument is called and where it stands; texts may be empty. */
    public record Who(String slug, String name, String make, String serial, String location) {

        static Who of(Instrument instrument) {
            return new Who(
                    instrument.slug(),
                    instrument.name(),
                    madeBy(instrument.make()),
                    instrument.make().serial(),
                    instrument.location());
        }
    }

    /** A light path with its parts. */
    public record PathRow(String slug, String name, List<PartRow> parts, List<Property> properties) {
        public PathRow {
            parts = List.copyOf(parts);
            properties = List.copyOf(properties);
        }
    }

    /** A part of a light path. */
    public record PartRow(String kind, String name, String make, List<Property> properties) {
        public PartRow {
            properties = List.copyOf(properties);
        }
    }

    /** What is known of a part, by parameter name. */
    public record Property(String name, String value) {}

    Answer one(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> request.may(Permission.READ) ? page(instrument) : brief(request, instrument))
                .orElseGet(Answer.Nothing::new);
    }

    /** What strangers see at the instrument: its name, its state, and how to report a problem. */
    private Answer brief(Route.Request request, Instrument instrument) {
        return pages.page(
                "instrument-state.html",
                instrument.name(),
                Map.of(
                        "slug", instrument.slug(),
                        "reported", !request.query("reported").isEmpty(),
                        "state",
                                StateView.of(
                                        records.states(records.today())
                                                .of(instrument, records.clock().instant()),
                                        stateText(instrument))));
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

    private DueView due(Instrument instrument, List<CheckSummary> checks, List<Due> due, Days days) {
        List<Due> planned = due.stream()
                .filter(each -> each.path().instrumentSlug().equals(instrument.slug()))
                .toList();
        return DueView.of(
                new DueView.Known(checks, planned, records.intervalDays()),
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
        List<CheckSummary> checks = records.checksOf(instrument);
        Days days = days(instrument);
        Instant now = records.clock().instant();
        List<Configuration> configurations = records.instruments().configurations(instrument.id());
        Map<UUID, String> names = names(instrument);
        List<Due> due = records.due(records.today());
        Map<String, Object> values = new HashMap<>(Map.of(
                "trail", List.of(Crumb.instruments(pages.texts())),
                "who", Who.of(instrument),
                "state", StateView.of(records.states(due).of(instrument, now), stateText(instrument)),
                "due", due(instrument, checks, due, days),
                "planned",
                        due.stream()
                                .filter(each -> each.path().instrumentSlug().equals(instrument.slug()))
                                .map(each -> DueRow.of(each, days, records::protocolTitle, pages.texts()))
                                .toList(),
                "events", events.newest(instrument),
                "trends", new InstrumentTrends(records, pages.texts()).of(instrument, configurations, days),
                "paths", configurations.stream().map(InstrumentPages::path).toList(),
                "checks",
                        checks.stream()
                                .map(check -> checkRow(check, names, days))
                                .toList(),
                "today", LocalDate.ofInstant(now, days.zone()).toString()));
        values.put(
                "gone",
                Optional.ofNullable(records.instruments()
                                .registry()
                                .decommissioned()
                                .get(instrument.id()))
                        .map(days::day)
                        .orElse(""));
        return pages.page("instrument.html", instrument.name(), values);
    }

    private Answer dayPage(Instrument instrument, LocalDate day) {
        Days days = days(instrument);
        Instant at = days.endOf(day);
        InstrumentState state = records.states(day).of(instrument, at);
        List<CheckSummary> checks = records.checksOf(instrument);
        Map<UUID, String> names = names(instrument);
        List<CheckRow> before = checks.stream()
                .filter(check -> !check.measuredAt().isAfter(at))
                .limit(3)
                .map(check -> checkRow(check, names, days))
                .toList();
        List<CheckRow> after = new ArrayList<>(checks.stream()
                .filter(check -> check.measuredAt().isAfter(at))
                .map(check -> checkRow(check, names, days))
                .toList());
        Collections.reverse(after);
        return pages.page(
                "day.html",
                instrument.name() + ", " + days.day(day),
                Map.of(
                        "trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)),
                        "who", Who.of(instrument),
                        "day", days.day(day),
                        "date", day.toString(),
                        "state", StateView.of(state, stateText(instrument)),
                        "evidence", evidence(state, stateText(instrument)),
                        "events", events.around(instrument, at),
                        "future",
                                at.isAfter(days.endOf(
                                        LocalDate.ofInstant(records.clock().instant(), days.zone()))),
                        "before", before,
                        "after", after.stream().limit(3).toList()));
    }

    private Days days(Instrument instrument) {
        return new Days(records.zone(instrument), pages.texts().locale());
    }

    private Map<UUID, String> names(Instrument instrument) {
        return records.instruments().configurations(instrument.id()).stream()
                .collect(Collectors.toMap(Configuration::id, Configuration::name));
    }

    private CheckRow checkRow(CheckSummary check, Map<UUID, String> names, Days days) {
        CheckRow row = CheckRow.of(check, names.getOrDefault(check.configurationId(), ""), days, pages.texts());
        return records.doubts().casting(check.id()).isPresent() ? row.inDoubt() : row;
    }

    static PathRow path(Configuration configuration) {
        return new PathRow(
                configuration.slug(),
                configuration.name(),
                configuration.components().stream().map(InstrumentPages::part).toList(),
                properties(configuration.properties()));
    }

    private static PartRow part(Component component) {
        return new PartRow(
                component.kind().word().replace('-', ' '),
                component.name(),
                madeBy(component.make()),
                properties(component.properties()));
    }

    private static List<Property> properties(Map<String, String> properties) {
        return properties.entrySet().stream()
                .map(entry -> new Property(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String madeBy(Make make) {
        return (make.manufacturer() + " " + make.model()).strip();
    }
}
