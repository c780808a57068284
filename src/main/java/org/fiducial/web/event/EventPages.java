package org.fiducial.web.event;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.door.Strangers;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Caller;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Columns;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The pages of what happens to instruments, and the forms that enter it. */
public final class EventPages {

    private static final List<String> FIELDS =
            List.of("kind", "step", "at", "what", "text", "effect", "lost", "expense", "currency", "by");
    private static final List<String> HEADINGS =
            List.of("at", "kind", "what", "effect", "parts", "standing", "minutes lost", "entered by", "event");
    private static final int NEWEST = 4;
    private static final int SHOWN = 100;
    private static final long AROUND_DAYS = 183;

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final Strangers strangers;
    private final ReturnPages returns;
    private final Reporting reporting;

    public EventPages(FacilityRecords records, Pages pages, Sources sources, ReturnPages returns) {
        this.returns = returns;
        this.reporting = new Reporting(records);
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.strangers = new Strangers(sources.clock());
    }

    /** The newest events of an instrument, those that were withdrawn left out. */
    public List<EventRow> newest(Instrument instrument) {
        EventRow.Maker maker = maker(instrument);
        return records.events().ofInstrument(instrument.id()).stream()
                .filter(each -> !each.isWithdrawn())
                .limit(NEWEST)
                .map(maker::row)
                .toList();
    }

    /** The events of half a year before and after a time. */
    public List<EventRow> around(Instrument instrument, Instant at) {
        EventRow.Maker maker = maker(instrument);
        return records.events().ofInstrument(instrument.id()).stream()
                .filter(each -> !each.isWithdrawn())
                .filter(each -> Math.abs(ChronoUnit.DAYS.between(each.event().at(), at)) <= AROUND_DAYS)
                .map(maker::row)
                .toList();
    }

    Answer list(Route.Request request) {
        return instrument(request)
                .map(instrument -> {
                    EventRow.Maker maker = maker(instrument);
                    return pages.page(
                            "events.html",
                            pages.texts().text("events.title"),
                            Map.of(
                                    "order", columns(maker).asked(request),
                                    "table",
                                            columns(maker)
                                                    .asked(request)
                                                    .at("/instruments/" + instrument.slug() + "/events.csv", Map.of()),
                                    "trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)),
                                    "slug", instrument.slug(),
                                    "name", instrument.name(),
                                    "part",
                                            ListPart.of(
                                                            request,
                                                            sorted(request, instrument),
                                                            SHOWN,
                                                            columns(maker).asked(request))
                                                    .map(maker::row)));
                })
                .orElseGet(Answer.Nothing::new);
    }

    /** What the list of events may be ordered by. */
    private static Columns<LoggedEvent> columns(EventRow.Maker maker) {
        return new Columns<LoggedEvent>()
                .by("when", logged -> Optional.of(logged.event().at()))
                .text("kind", logged -> maker.row(logged).kind())
                .text("what", logged -> logged.event().report().what())
                .text("parts", logged -> maker.row(logged).facts().parts())
                .by(
                        "standing",
                        logged ->
                                Optional.of(maker.row(logged).facts().standing().severity()));
    }

    /** The events of an instrument as a request wants them, those that were withdrawn too. */
    public List<LoggedEvent> sorted(Route.Request request, Instrument instrument) {
        return columns(maker(instrument)).sorted(records.events().ofInstrument(instrument.id()), request);
    }

    /** The same for spreadsheets. */
    Answer table(Route.Request request) {
        return instrument(request)
                .map(instrument -> {
                    EventRow.Maker maker = maker(instrument);
                    StringBuilder out = CsvLine.table(HEADINGS);
                    for (LoggedEvent logged : sorted(request, instrument)) {
                        EventRow row = maker.row(logged);
                        CsvLine.append(
                                out,
                                List.of(
                                        row.when().iso(),
                                        logged.event().kind().word(),
                                        row.what(),
                                        logged.event().report().effect().word(),
                                        row.facts().parts(),
                                        row.facts().standing().label(),
                                        String.valueOf(logged.timeLost().toMinutes()),
                                        row.facts().by(),
                                        logged.event().id().toString()));
                    }
                    return CsvLine.download("events-" + instrument.slug() + ".csv", out);
                })
                .orElseGet(Answer.Nothing::new);
    }

    Answer newEvent(Route.Request request) {
        return reporting
                .instrument(request)
                .map(instrument -> form(request, instrument, kind(request), ""))
                .orElseGet(Answer.Nothing::new);
    }

    Answer add(Route.Request request) {
        return reporting
                .instrument(request)
                .map(instrument -> {
                    if (sources.demonstration()) {
                        return form(request, instrument, "", pages.texts().text("register.demonstration"));
                    }
                    try {
                        if (!kind(request).isEmpty() && !request.form("kind").equals(kind(request))) {
                            throw new UnusableInputException(pages.texts().text("event.faultonly"));
                        }
                        Event event =
                                read(request, instrument).event(sources.ids().get(), instrument, parts(instrument));
                        if (request.caller() instanceof Caller.Stranger
                                && !strangers.admit(request.from().address())) {
                            throw new UnusableInputException(pages.texts().text("strangers.many"));
                        }
                        records.events().add(event);
                        return new Answer.Elsewhere(
                                request.may(Permission.READ)
                                        ? "/events/" + event.id()
                                        : "/report/" + InstrumentToken.of(instrument) + "?reported=yes");
                    } catch (UnusableInputException e) {
                        return form(request, instrument, "", String.valueOf(e.getMessage()));
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    Answer one(Route.Request request) {
        return known(request).map(logged -> page(request, logged, "")).orElseGet(Answer.Nothing::new);
    }

    Answer follow(Route.Request request) {
        return known(request)
                .map(logged -> {
                    if (sources.demonstration()) {
                        return page(request, logged, pages.texts().text("register.demonstration"));
                    }
                    try {
                        FollowUp followUp = read(request, instrumentOf(logged))
                                .followUp(sources.ids().get(), logged);
                        if (followUp.step() == FollowUp.Step.RESOLVED) {
                            returns.requireNothingLacking(logged);
                        }
                        Seen.unchanged(request, () -> followUps(logged), records, pages.texts(), () -> {
                            records.events().add(followUp);
                            return followUp;
                        });
                        return new Answer.Elsewhere("/events/" + logged.event().id());
                    } catch (UnusableInputException e) {
                        return page(request, logged, String.valueOf(e.getMessage()));
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    private int followUps(LoggedEvent logged) {
        return records.events()
                .byId(logged.event().id())
                .map(each -> each.followUps().size())
                .orElse(0);
    }

    /** Returns the instrument to service. */
    Answer giveBack(Route.Request request) {
        return known(request)
                .map(logged -> {
                    if (sources.demonstration()) {
                        return page(request, logged, pages.texts().text("register.demonstration"));
                    }
                    try {
                        returns.release(request, logged, instrumentOf(logged));
                        return new Answer.Elsewhere("/events/" + logged.event().id());
                    } catch (UnusableInputException e) {
                        return page(request, logged, String.valueOf(e.getMessage()));
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    /** The kind of event a form is for: who may not enter others reports a fault. */
    private static String kind(Route.Request request) {
        return request.may(Permission.LOG) ? request.query("kind") : Event.Kind.FAULT.word();
    }

    private EventForm read(Route.Request request, Instrument instrument) {
        return new EventForm(request, records.clock().instant(), records.zone(instrument));
    }

    private Answer form(Route.Request request, Instrument instrument, String kind, String refusal) {
        Map<String, String> typed = typed(request);
        if (!kind.isEmpty()) {
            typed.put("kind", kind);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("trail", reporting.trail(request, instrument, pages.texts()));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("label", Reporting.label(request));
        values.put("slug", instrument.slug());
        values.put("name", instrument.name());
        values.put("typed", withTime(typed, instrument));
        values.put(
                "kinds",
                choices(
                        "event.kind.",
                        Arrays.stream(Event.Kind.values())
                                .filter(each -> each == Event.Kind.FAULT || request.may(Permission.LOG))
                                .map(Event.Kind::word)
                                .toList(),
                        typed.getOrDefault("kind", "")));
        values.put(
                "effects",
                choices(
                        "event.effect.",
                        Arrays.stream(Event.Effect.values())
                                .map(Event.Effect::word)
                                .toList(),
                        typed.getOrDefault("effect", "")));
        values.put("parts", reporting.parts(request, instrument, parts(instrument)));
        return pages.page("new-event.html", pages.texts().text("event.new.title", instrument.name()), values);
    }

    private Answer page(Route.Request request, LoggedEvent logged, String refusal) {
        Instrument instrument = instrumentOf(logged);
        Map<String, String> typed = typed(request);
        EventRow row = maker(instrument).row(logged);
        Map<String, Object> values = new HashMap<>();
        values.put(
                "trail",
                List.of(
                        Crumb.instruments(pages.texts()),
                        Crumb.of(instrument),
                        new Crumb(
                                pages.texts().text("events.title"), "/instruments/" + instrument.slug() + "/events")));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("event", row);
        values.put(Seen.FIELD, logged.followUps().size());
        values.put("logs", request.may(Permission.LOG));
        values.put("work", logged.event().kind().isWork() && !logged.isWithdrawn());
        values.put("reason", request.form("reason").strip());
        values.put("returns", returns.view(logged));
        values.put("typed", withTime(typed, instrument));
        values.put(
                "steps",
                choices(
                        "event.step.",
                        Arrays.stream(FollowUp.Step.values())
                                .map(FollowUp.Step::word)
                                .toList(),
                        typed.getOrDefault("step", "")));
        return pages.page(
                "event.html",
                pages.texts()
                        .text(
                                "event.title." + logged.event().kind().word(),
                                row.when().day()),
                values);
    }

    private List<Choice> choices(String key, List<String> words, String chosen) {
        return words.stream()
                .map(word -> new Choice(word, pages.texts().text(key + word), word.equals(chosen)))
                .toList();
    }

    private static Map<String, String> typed(Route.Request request) {
        Map<String, String> typed = new TreeMap<>();
        FIELDS.forEach(field -> typed.put(field, request.form(field).strip()));
        return typed;
    }

    /** The time now stands in an empty form, as people at the instrument read it off the wall. */
    private Map<String, String> withTime(Map<String, String> typed, Instrument instrument) {
        ZoneId zone = records.zone(instrument);
        typed.merge(
                "at",
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                        .format(LocalDateTime.ofInstant(records.clock().instant(), zone)),
                (given, now) -> given.isEmpty() ? now : given);
        return typed;
    }

    private Optional<Instrument> instrument(Route.Request request) {
        return records.instruments().bySlug(request.path("slug"));
    }

    private Optional<LoggedEvent> known(Route.Request request) {
        return FacilityRecords.uuid(request.path("id")).flatMap(records.events()::byId);
    }

    private Instrument instrumentOf(LoggedEvent logged) {
        return records.all().stream()
                .filter(instrument -> instrument.id().equals(logged.event().instrumentId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an event is of an instrument of the record"));
    }

    private List<Component> parts(Instrument instrument) {
        Stream<Component> onStand = records.parts(instrument).stream().map(Located::component);
        return Stream.concat(
                        records.instruments().configurations(instrument.id()).stream()
                                .flatMap(configuration -> configuration.components().stream()),
                        onStand)
                .distinct()
                .toList();
    }

    private EventRow.Maker maker(Instrument instrument) {
        Map<UUID, String> names = parts(instrument).stream()
                .collect(Collectors.toMap(Component::id, Component::name, (one, other) -> one));
        // Parts that have left since are still named by what happened to them here.
        records.events().ofInstrument(instrument.id()).stream()
                .flatMap(logged -> logged.event().report().components().stream())
                .filter(part -> !names.containsKey(part))
                .distinct()
                .flatMap(part -> records.instruments().registry().component(part).stream())
                .forEach(located ->
                        names.put(located.component().id(), located.component().name()));
        return new EventRow.Maker(
                names,
                records.clock().instant(),
                new Days(records.zone(instrument), pages.texts().locale()),
                pages.texts());
    }
}
