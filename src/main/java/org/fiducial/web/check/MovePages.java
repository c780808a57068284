package org.fiducial.web.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Move;
import org.fiducial.facility.check.Moves;
import org.fiducial.facility.check.Moving;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** Puts a check that was recorded under the wrong light path under the right one. */
final class MovePages {

    private final FacilityRecords records;
    private final Moves moves;
    private final Pages pages;
    private final Sources sources;

    MovePages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.moves = records.moves();
        this.pages = pages;
        this.sources = sources;
    }

    /** Where a check went or came from. */
    public record Line(String address, String sentence, String reason) {}

    Answer form(Route.Request request) {
        return records.check(request.path("id"))
                .map(check -> page(request, check, ""))
                .orElseGet(Answer.Nothing::new);
    }

    Answer move(Route.Request request) {
        return records.check(request.path("id"))
                .map(check -> moved(request, check))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer moved(Route.Request request, Check check) {
        if (sources.demonstration()) {
            return page(request, check, pages.texts().text("register.demonstration"));
        }
        try {
            return new Answer.Elsewhere("/checks/" + move(request, check).id());
        } catch (UnusableInputException e) {
            return page(request, check, String.valueOf(e.getMessage()));
        }
    }

    private Check move(Route.Request request, Check check) {
        return moving().move(
                        check.id(),
                        target(request),
                        new Moving.Signature(request.form("by"), request.form("reason")),
                        !request.form("anyway").isEmpty());
    }

    private Configuration target(Route.Request request) {
        return records.instruments()
                .configuration(request.form("to"))
                .orElseThrow(() -> new UnusableInputException("Choose the light path the check was made in."));
    }

    private Moving moving() {
        return new Moving(
                new Moving.Ledgers(records.checks(), moves, records.reviews(), records.limits(), records.instruments()),
                records.catalogue(),
                records.clock(),
                sources.ids());
    }

    private Answer page(Route.Request request, Check check, String refusal) {
        Days days = new Days(check.occasion().times().zone(), pages.texts().locale());
        Map<String, Object> values = new HashMap<>();
        values.put(
                "trail",
                List.of(
                        Crumb.instruments(pages.texts()),
                        new Crumb(days.of(check.occasion().times().measuredAt()).day(), "/checks/" + check.id())));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("action", "/checks/" + check.id() + "/move");
        values.put("here", here(check));
        values.put("paths", paths(check, request.form("to")));
        values.put("reason", request.form("reason"));
        values.put("by", request.form("by"));
        values.put(
                "differs",
                !refusal.isEmpty()
                        && records.instruments()
                                .configuration(request.form("to"))
                                .filter(to -> !moving().differences(check, to).isEmpty())
                                .isPresent());
        return pages.page("check-move.html", pages.texts().text("move.title"), values);
    }

    private String here(Check check) {
        Optional<Configuration> path = records.instruments().configuration(check.configurationId());
        return path.flatMap(records::instrumentOf)
                        .map(each -> each.name() + " · ")
                        .orElse("")
                + path.map(Configuration::name).orElse("");
    }

    private List<Choice> paths(Check check, String chosen) {
        return records.instruments().all().stream()
                .flatMap(instrument -> records.instruments().configurations(instrument.id()).stream()
                        .filter(path -> !path.id().equals(check.configurationId()))
                        .map(path -> new Choice(
                                instrument.slug() + "/" + path.slug(),
                                instrument.name() + " · " + path.name(),
                                chosen.equals(instrument.slug() + "/" + path.slug()))))
                .toList();
    }

    /** Where a check went or came from, for its page. */
    List<Line> lines(Check check) {
        Optional<Line> went = moves.from(check.id())
                .map(move ->
                        new Line("/checks/" + move.to(), pages.texts().text("move.went", by(move)), move.reason()));
        Optional<Line> came = moves.to(check.id())
                .map(move ->
                        new Line("/checks/" + move.from(), pages.texts().text("move.came", by(move)), move.reason()));
        return Stream.of(came, went).flatMap(Optional::stream).toList();
    }

    private String by(Move move) {
        return move.by().isEmpty() ? pages.texts().text("move.somebody") : move.by();
    }
}
