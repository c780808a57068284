package org.fiducial.web.limit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.fiducial.facility.check.BaselineMaker;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitSetting;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The pages of limits and baselines of a light path, and the forms that put new ones in force. */
final class LimitPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    LimitPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** A protocol on a light path. */
    record Place(Instrument instrument, Configuration path, ProtocolDefinition protocol) {

        String protocolId() {
            return protocol.reference().id();
        }

        /** Where programs read them. */
        String limits() {
            return "/api/v1/instruments/" + instrument.slug() + "/limits";
        }

        String address() {
            return "/instruments/" + instrument.slug() + "/limits/" + protocolId();
        }
    }

    /** A way to the limits of a protocol on a light path, with what is in force there. */
    public record Way(String address, String path, String protocol, String limits) {}

    Answer list(Route.Request request) {
        return records.instruments()
                .bySlug(request.path("slug"))
                .map(this::list)
                .orElseGet(Answer.Nothing::new);
    }

    private Answer list(Instrument instrument) {
        LocalDate today = records.today();
        InstrumentLimits known = InstrumentLimits.of(records, instrument);
        List<Way> ways = records.instruments().configurations(instrument.id()).stream()
                .flatMap(path -> records.catalogue().current().stream()
                        .map(protocol -> way(new Place(instrument, path, protocol), known, today)))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put("trail", List.of(Crumb.instruments(pages.texts()), Crumb.of(instrument)));
        values.put("ways", ways);
        return pages.page("limits.html", pages.texts().text("limits.title", instrument.name()), values);
    }

    private Way way(Place place, InstrumentLimits known, LocalDate today) {
        String limits = LimitVersion.inForce(known.versions(place.path(), place.protocolId()), today)
                .map(LimitVersion::name)
                .orElseGet(() ->
                        pages.texts().text("limits.default", place.protocol().reference()));
        return new Way(
                place.address() + "?path=" + place.path().slug(),
                place.path().name(),
                place.protocol().description().title(),
                limits);
    }

    Answer one(Route.Request request) {
        return with(request, request.query("path"), (place, view) -> view.page(request, ""));
    }

    private LimitVersion set(Place place, LimitForm form, List<OwnLimit> limits, String scope) {
        return new LimitSetting(records.limits(), records.clock(), sources.ids())
                .set(
                        new LimitSetting.Wish(
                                place.path().id(),
                                new LimitVersion.Subject(place.protocolId(), scope(scope, place)),
                                form.inForceFrom(records.today()),
                                limits),
                        form.signature());
    }

    /** Puts the limits of the form in force, or shows it again with a sentence. */
    Answer set(Route.Request request) {
        return with(request, request.form("path"), (place, view) -> {
            if (sources.demonstration()) {
                return view.page(request, pages.texts().text("register.demonstration"));
            }
            try {
                LimitForm form = new LimitForm(request);
                List<OwnLimit> limits =
                        request.form("back").isEmpty() ? form.limits(view.keys(), place.protocol()) : List.of();
                if (limits.isEmpty() && request.form("back").isEmpty()) {
                    return view.page(request, pages.texts().text("limits.choose"));
                }
                Seen.unchanged(
                        request,
                        () -> records.limits()
                                .versions(place.path().id(), place.protocolId())
                                .size(),
                        records,
                        pages.texts(),
                        () -> set(place, form, limits, request.form("scope")));
                return new Answer.Elsewhere(
                        place.address() + "?path=" + place.path().slug(), place.limits());
            } catch (UnusableInputException e) {
                return view.page(request, String.valueOf(e.getMessage()));
            }
        });
    }

    /** Makes a baseline of the chosen checks; limits in per cent of the one before may refer to it from now on. */
    Answer makeBaseline(Route.Request request) {
        return with(request, request.form("path"), (place, view) -> {
            if (sources.demonstration()) {
                return view.page(request, pages.texts().text("register.demonstration"));
            }
            try {
                List<UUID> chosen = view.series().stream()
                        .map(CheckSummary::id)
                        .filter(id -> !request.form("check." + id).isEmpty())
                        .toList();
                String reason = request.form("reason").strip();
                String by = request.form("by").strip();
                new BaselineMaker(records.checks(), records.reviews(), records.limits())
                        .make(
                                sources.ids().get(),
                                new Baseline.Sample(
                                        Baseline.Estimator.of(request.form("estimator"))
                                                .orElse(Baseline.Estimator.MEDIAN),
                                        chosen),
                                new Entry(by, records.clock().instant(), reason));
                if (!request.form("refer").isEmpty()) {
                    referToNewest(place, new LimitSetting.Signature(by, reason));
                }
                return new Answer.Elsewhere(
                        place.address() + "?path=" + place.path().slug() + "#baselines", place.limits());
            } catch (UnusableInputException e) {
                return view.page(request, String.valueOf(e.getMessage()));
            }
        });
    }

    private void referToNewest(Place place, LimitSetting.Signature signature) {
        LimitSetting setting = new LimitSetting(records.limits(), records.clock(), sources.ids());
        LimitVersion.Subject subject = new LimitVersion.Subject(
                place.protocolId(),
                new LimitScope(LimitScope.Reach.CONFIGURATION, place.path().id()));
        setting.newest(place.path().id(), subject)
                .filter(version -> version.terms().limits().stream()
                        .anyMatch(limit -> limit.tolerance().kind() == Tolerance.Kind.PERCENT_OF_BASELINE))
                .ifPresent(version -> setting.set(
                        new LimitSetting.Wish(
                                place.path().id(),
                                subject,
                                records.today(),
                                version.terms().limits()),
                        signature));
    }

    private static LimitScope scope(String word, Place place) {
        return switch (word) {
            case "instrument" ->
                new LimitScope(LimitScope.Reach.INSTRUMENT, place.instrument().id());
            case "everywhere" ->
                new LimitScope(LimitScope.Reach.EVERYWHERE, place.instrument().facilityId());
            default ->
                new LimitScope(LimitScope.Reach.CONFIGURATION, place.path().id());
        };
    }

    private Answer with(Route.Request request, String path, BiFunction<Place, LimitView, Answer> answer) {
        Optional<ProtocolDefinition> protocol =
                records.catalogue().find(request.path("protocol")).map(Catalogue.Entry::definition);
        Optional<Instrument> instrument = records.instruments().bySlug(request.path("slug"));
        Optional<Configuration> chosen =
                instrument.flatMap(found -> records.instruments().configurations(found.id()).stream()
                        .filter(each -> path.isEmpty() || each.slug().equals(path))
                        .findFirst());
        if (protocol.isEmpty() || instrument.isEmpty() || chosen.isEmpty()) {
            return new Answer.Nothing();
        }
        Place place = new Place(instrument.orElseThrow(), chosen.orElseThrow(), protocol.orElseThrow());
        return answer.apply(place, new LimitView(records, pages, sources.demonstration(), place));
    }
}
