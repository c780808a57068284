package org.fiducial.web.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.facility.schedule.Planning;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The page that says whether a check counts for plans, and lets people say otherwise; the check stays as it is. */
final class CountingPages {

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    CountingPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** Somebody's word on it. */
    public record Word(String when, String what, String by, String reason) {}

    Answer form(Route.Request request) {
        return records.check(request.path("id"))
                .map(check -> page(request, check, ""))
                .orElseGet(Answer.Nothing::new);
    }

    /** Keeps what was said, or shows the form again with a sentence. */
    Answer say(Route.Request request) {
        return records.check(request.path("id"))
                .map(check -> said(request, check))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer said(Route.Request request, Check check) {
        if (sources.demonstration()) {
            return page(request, check, pages.texts().text("register.demonstration"));
        }
        try {
            Seen.unchanged(
                    request,
                    () -> records.schedule().countings(check.id()).size(),
                    records,
                    pages.texts(),
                    () -> new Planning(records.schedule(), records.instruments(), records.clock(), sources.ids())
                            .count(
                                    check.id(),
                                    counted(request, check),
                                    new Planning.Signature(request.form("by"), request.form("reason"))));
            return new Answer.Elsewhere("/checks/" + check.id() + "/counting");
        } catch (UnusableInputException e) {
            return page(request, check, String.valueOf(e.getMessage()));
        }
    }

    /** What is said of it; a form says the opposite of now. */
    private boolean counted(Route.Request request, Check check) {
        String word = request.form("counts");
        return word.isEmpty() ? !counts(check) : word.equals("yes");
    }

    private boolean counts(Check check) {
        return Counting.holds(check.occasion().reason(), records.schedule().countings(check.id()));
    }

    private Answer page(Route.Request request, Check check, String refusal) {
        Days days = new Days(records.zone(), pages.texts().locale());
        String reason = pages.texts().text("why." + check.occasion().reason().word());
        boolean counts = counts(check);
        List<Word> words = records.schedule().countings(check.id()).stream()
                .map(each -> new Word(
                        days.of(each.at()).day() + ", " + days.of(each.at()).time(),
                        pages.texts().text(each.counts() ? "counting.yes" : "counting.no"),
                        each.by(),
                        each.reason()))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put(
                "trail",
                List.of(new Crumb(days.of(check.occasion().times().measuredAt()).day(), "/checks/" + check.id())));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("action", "/checks/" + check.id() + "/counting");
        values.put("counts", counts);
        values.put(
                "sentence",
                pages.texts()
                        .text(
                                words.isEmpty()
                                        ? counts ? "counting.regular" : "counting.notregular"
                                        : counts ? "counting.said.yes" : "counting.said.no",
                                reason));
        values.put("words", words);
        values.put(Seen.FIELD, words.size());
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        return pages.page("counting.html", pages.texts().text("counting.title"), values);
    }
}
