package org.fiducial.web.schedule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Planning;
import org.fiducial.facility.schedule.Proposal;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Selectable;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The forms that add, change and end a plan, with the history of its versions. */
final class PlanPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;
    private final PlanAdviser adviser;

    PlanPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
        this.adviser = new PlanAdviser(records, pages.texts());
    }

    /** A light path to choose; one nobody uses any more says since when. */
    public record PathChoice(String slug, String name, boolean chosen, String retired) {}

    /** A version of a plan in words. */
    public record VersionRow(int number, String when, String by, String what, String reason) {}

    /** A plan with the instrument it is for, and all its versions. */
    private record Known(List<Plan> versions, Instrument instrument) {
        Plan newest() {
            return versions.get(versions.size() - 1);
        }
    }

    /** The empty form, proposing what the protocol does. */
    Answer form(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> page(
                        instrument,
                        Optional.empty(),
                        proposed(request),
                        path -> path.slug().equals(request.query("configuration"))
                                || records.instruments().inUse(instrument.id()).size() == 1,
                        ""))
                .orElseGet(Answer.Nothing::new);
    }

    private Map<String, String> proposed(Route.Request request) {
        Catalogue.Entry entry = records.catalogue()
                .find(request.query("protocol"))
                .orElseGet(() -> records.catalogue()
                        .require(
                                records.catalogue().current().get(0).reference().id()));
        Proposal proposal = Proposal.of(entry.definition());
        LocalDate today = records.today();
        int days =
                Proposal.window(Recurrence.of(proposal.every(), today), today).daysAfter();
        Map<String, String> typed = new TreeMap<>(new PlanForm(request, pages.texts()).typed());
        typed.put("protocol", entry.definition().reference().id());
        typed.put("every", proposal.every());
        typed.put("start", today.toString());
        typed.put("before", String.valueOf(days));
        typed.put("after", String.valueOf(days));
        typed.put("minutes", String.valueOf(proposal.minutes()));
        return typed;
    }

    /** Adds the plan of the form, or shows it again with a sentence. */
    Answer add(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(instrument -> writing(request, instrument, Optional.empty(), form -> planning()
                        .add(wish(form, instrument, Optional.empty()), form.signature())))
                .orElseGet(Answer.Nothing::new);
    }

    /** A plan with its history, and the form that changes it. */
    Answer one(Route.Request request) {
        return known(request)
                .map(plan -> page(
                        plan.instrument(),
                        Optional.of(plan),
                        request.query("advised").isEmpty() ? PlanForm.of(plan.newest()) : adviser.taken(plan.newest()),
                        path -> plan.newest().subject().configurationIds().contains(path.id()),
                        ""))
                .orElseGet(Answer.Nothing::new);
    }

    /** Supersedes the version the person saw. */
    Answer change(Route.Request request) {
        return known(request)
                .map(plan -> writing(request, plan.instrument(), Optional.of(plan), form -> planning()
                        .change(
                                seen(plan, request),
                                wish(form, plan.instrument(), Optional.of(plan)),
                                form.signature())))
                .orElseGet(Answer.Nothing::new);
    }

    /** Ends the version the person saw. */
    Answer end(Route.Request request) {
        return known(request)
                .map(plan -> writing(request, plan.instrument(), Optional.of(plan), form -> planning()
                        .end(seen(plan, request), form.signature())))
                .orElseGet(Answer.Nothing::new);
    }

    private static Plan seen(Known plan, Route.Request request) {
        String version = request.form("version");
        return plan.versions().stream()
                .filter(each -> String.valueOf(each.version().number()).equals(version))
                .findFirst()
                .orElse(plan.newest());
    }

    private Answer writing(
            Route.Request request, Instrument instrument, Optional<Known> plan, Function<PlanForm, Plan> work) {
        PlanForm form = new PlanForm(request, pages.texts());
        if (sources.demonstration()) {
            return again(form, instrument, plan, pages.texts().text("register.demonstration"));
        }
        try {
            Plan made = work.apply(form);
            return new Answer.Elsewhere(
                    "/due?instrument=" + instrument.slug(),
                    "/api/v1/schedules/" + made.version().planId());
        } catch (UnusableInputException e) {
            return again(form, instrument, plan, String.valueOf(e.getMessage()));
        }
    }

    /** What was typed stays; where only an end was sent the form of the change holds the plan. */
    private Answer again(PlanForm form, Instrument instrument, Optional<Known> plan, String refusal) {
        boolean ending = form.request().form("every").isEmpty();
        Map<String, String> typed = plan.filter(known -> ending)
                .map(known -> PlanForm.of(known.newest()))
                .orElseGet(form::typed);
        Predicate<Configuration> chosen = plan.filter(known -> ending)
                .<Predicate<Configuration>>map(known ->
                        path -> known.newest().subject().configurationIds().contains(path.id()))
                .orElse(form::chosen);
        return page(instrument, plan, typed, chosen, refusal);
    }

    private Planning.Wish wish(PlanForm form, Instrument instrument, Optional<Known> plan) {
        if (plan.isEmpty()) {
            records.catalogue().requireInUse(form.protocol());
        }
        return form.wish(instrument, paths(instrument, plan), records);
    }

    /**
     * The light paths a plan can name: what it names already, retired ones too, in the order of their turns, then the
     * others that are used.
     */
    private List<Configuration> paths(Instrument instrument, Optional<Known> plan) {
        Set<UUID> retired = records.instruments().retired().keySet();
        List<UUID> planned =
                plan.map(known -> known.newest().subject().configurationIds()).orElse(List.of());
        return records.instruments().configurations(instrument.id()).stream()
                .filter(path -> !retired.contains(path.id()) || planned.contains(path.id()))
                .sorted(Comparator.comparingInt(
                        path -> planned.contains(path.id()) ? planned.indexOf(path.id()) : planned.size()))
                .toList();
    }

    private List<PathChoice> choices(Instrument instrument, Optional<Known> plan, Predicate<Configuration> chosen) {
        Map<UUID, LocalDate> retired = records.instruments().retired();
        Days days = new Days(records.zone(instrument), pages.texts().locale());
        return paths(instrument, plan).stream()
                .map(path -> new PathChoice(
                        path.slug(),
                        path.name(),
                        chosen.test(path),
                        Optional.ofNullable(retired.get(path.id()))
                                .map(day -> pages.texts().text("plan.path.retired", days.day(day)))
                                .orElse("")))
                .toList();
    }

    /** The protocols a plan can name: those that are used, and the one it names already. */
    private List<Selectable> protocols(String planned) {
        return records.catalogue().known().stream()
                .filter(each -> !each.isRetired() || each.reference().id().equals(planned))
                .map(each -> new Selectable(
                        each.reference().id(),
                        each.isRetired()
                                ? pages.texts()
                                        .text(
                                                "plan.protocol.retired",
                                                each.description().title())
                                : each.description().title()))
                .toList();
    }

    private Planning planning() {
        return new Planning(records.schedule(), records.instruments(), records.clock(), sources.ids());
    }

    private Optional<Known> known(Route.Request request) {
        Optional<List<Plan>> versions = FacilityRecords.uuid(request.path("id"))
                .map(id -> records.schedule().versions(id));
        return versions.filter(found -> !found.isEmpty()).flatMap(found -> records.all().stream()
                .filter(each -> each.id().equals(found.get(0).subject().instrumentId()))
                .findFirst()
                .map(instrument -> new Known(found, instrument)));
    }

    private Answer page(
            Instrument instrument,
            Optional<Known> plan,
            Map<String, String> typed,
            Predicate<Configuration> chosen,
            String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(new Crumb(pages.texts().text("due.title"), "/due"), Crumb.of(instrument)));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("typed", typed);
        values.put("paths", choices(instrument, plan, chosen));
        values.put(
                "protocols",
                protocols(
                        plan.map(known -> known.newest().subject().protocolId()).orElse("")));
        values.put(
                "words",
                Recurrence.words().stream()
                        .map(word -> new Selectable(word, pages.texts().text("plan.every." + word)))
                        .toList());
        values.put(
                "action",
                plan.map(known -> "/plans/" + known.newest().version().planId())
                        .orElse("/instruments/" + instrument.slug() + "/new-plan"));
        values.put(
                "version", plan.map(known -> known.newest().version().number()).orElse(0));
        values.put("ended", plan.filter(known -> !known.newest().inForce()).isPresent());
        values.put("advice", plan.map(known -> adviser.view(known.newest())).orElseGet(PlanAdviser.View::nothing));
        values.put("history", plan.map(this::history).orElse(List.of()));
        String title = plan.map(known -> pages.texts()
                        .text(
                                "plan.title",
                                records.protocolTitle(known.newest().subject().protocolId())))
                .orElseGet(() -> pages.texts().text("plan.add"));
        return pages.page("plan.html", title, values);
    }

    private List<VersionRow> history(Known plan) {
        Map<UUID, String> names = records
                .instruments()
                .configurations(plan.instrument().id())
                .stream()
                .collect(Collectors.toMap(Configuration::id, Configuration::name));
        Days days = new Days(records.zone(plan.instrument()), pages.texts().locale());
        PlanWords words = new PlanWords(pages.texts(), days);
        return plan.versions().stream()
                .map(each -> new VersionRow(
                        each.version().number(),
                        days.of(each.entry().at()).day() + ", "
                                + days.of(each.entry().at()).time(),
                        each.entry().by(),
                        each.inForce() ? words.of(each, names) : pages.texts().text("plan.ended"),
                        each.entry().reason()))
                .toList();
    }
}
