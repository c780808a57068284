package org.fiducial.web.event;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.people.Permission;
import org.fiducial.facility.publication.InstrumentToken;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.Texts;
import org.fiducial.web.door.Strangers;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Caller;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.PageLanguage;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The pages of what happened to instruments, and the forms that enter it. */
final class EventPages {

    private static final List<String> FIELDS =
            List.of("kind", "step", "at", "what", "text", "effect", "lost", "expense", "currency", "by");

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final Strangers strangers;
    private final ReturnPages returns;
    private final Reporting reporting;
    private final EventList list;

    EventPages(FacilityRecords records, Pages pages, Sources sources, EventList list, ReturnPages returns) {
        this.list = list;
        this.returns = returns;
        this.reporting = new Reporting(records);
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.strangers = new Strangers(sources.clock());
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
                    Texts texts = pages.texts(Reporting.language(request));
                    if (sources.demonstration()) {
                        return form(request, instrument, "", texts.text("register.demonstration"));
                    }
                    try {
                        if (!kind(request).isEmpty() && !request.form("kind").equals(kind(request))) {
                            throw new UnusableInputException(texts.text("event.faultonly"));
                        }
                        Event event = read(request, instrument)
                                .event(sources.ids().get(), instrument, list.parts(instrument));
                        if (request.caller() instanceof Caller.Stranger
                                && !strangers.admit(request.from().address())) {
                            throw new UnusableInputException(texts.text("strangers.many"));
                        }
                        records.events().add(event);
                        return new Answer.Elsewhere(
                                request.may(Permission.READ) ? "/events/" + event.id() : thanks(request, instrument));
                    } catch (UnusableInputException e) {
                        return form(request, instrument, "", String.valueOf(e.getMessage()));
                    }
                })
                .orElseGet(Answer.Nothing::new);
    }

    private static String thanks(Route.Request request, Instrument instrument) {
        return "/report/" + InstrumentToken.of(instrument) + "?reported=yes" + PageLanguage.also(request);
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
        return new EventForm(
                request, records.clock().instant(), records.zone(instrument), pages.texts(Reporting.language(request)));
    }

    private Answer form(Route.Request request, Instrument instrument, String kind, String refusal) {
        PageLanguage language = Reporting.language(request);
        Texts texts = pages.texts(language);
        Map<String, String> typed = typed(request);
        if (!kind.isEmpty()) {
            typed.put("kind", kind);
        }
        Map<String, Object> values = new HashMap<>();
        values.put("trail", reporting.trail(request, instrument, texts));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("label", Reporting.label(request));
        values.put("slug", instrument.slug());
        values.put("name", instrument.name());
        values.put("typed", withTime(typed, instrument));
        values.put(
                "kinds",
                choices(
                        texts,
                        "event.kind.",
                        Arrays.stream(Event.Kind.values())
                                .filter(each -> each == Event.Kind.FAULT || request.may(Permission.LOG))
                                .map(Event.Kind::word)
                                .toList(),
                        typed.getOrDefault("kind", "")));
        values.put(
                "effects",
                choices(
                        texts,
                        "event.effect.",
                        Arrays.stream(Event.Effect.values())
                                .map(Event.Effect::word)
                                .toList(),
                        typed.getOrDefault("effect", "")));
        values.put("parts", reporting.parts(request, instrument, list.parts(instrument)));
        values.put("tongues", Reporting.tongues(request));
        values.put("tongue", Reporting.kept(request));
        return pages.page(language, "new-event.html", texts.text("event.new.title", instrument.name()), values);
    }

    private Answer page(Route.Request request, LoggedEvent logged, String refusal) {
        Instrument instrument = instrumentOf(logged);
        Map<String, String> typed = typed(request);
        EventRow row = list.maker(instrument).row(logged);
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
                        pages.texts(),
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

    private static List<Choice> choices(Texts texts, String key, List<String> words, String chosen) {
        return words.stream()
                .map(word -> new Choice(word, texts.text(key + word), word.equals(chosen)))
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

    private Optional<LoggedEvent> known(Route.Request request) {
        return FacilityRecords.uuid(request.path("id")).flatMap(records.events()::byId);
    }

    private Instrument instrumentOf(LoggedEvent logged) {
        return records.all().stream()
                .filter(instrument -> instrument.id().equals(logged.event().instrumentId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an event is of an instrument of the record"));
    }
}
