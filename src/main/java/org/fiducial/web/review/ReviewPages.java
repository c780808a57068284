package org.fiducial.web.review;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.check.ReviewPolicy;
import org.fiducial.facility.check.ReviewStanding;
import org.fiducial.facility.check.Reviewing;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.people.Permission;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CheckRow;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.ListOrder;
import org.fiducial.web.page.ListPart;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.page.Sources;
import org.fiducial.web.records.FacilityRecords;

/** The queue of checks to be looked at, and the page that takes a word on one check; checks stay as they are. */
public final class ReviewPages {

    /** So many stand in a part of the queue. */
    private static final int SHOWN = 60;

    private final FacilityRecords records;
    private final Pages pages;
    private final Sources sources;

    ReviewPages(FacilityRecords records, Pages pages, Sources sources) {
        this.records = records;
        this.pages = pages;
        this.sources = sources;
    }

    /** A check that waits, with where it was made. */
    public record Waiting(String id, String instrument, CheckRow check) {}

    /** Somebody's word on a check. */
    public record Word(String when, String word, String what, String by, String reason) {}

    /** How a check stands: the word for styles, and a sentence. */
    public record Standing(String word, String sentence) {}

    Answer queue(Route.Request request) {
        return queue(request, "");
    }

    /** The queue for spreadsheets. */
    Answer table(Route.Request request) {
        return new ReviewList(records, pages.texts()).table(request);
    }

    private Answer queue(Route.Request request, String refusal) {
        ReviewList list = new ReviewList(records, pages.texts());
        ListOrder order = list.columns().asked(request, ReviewList.FILTERS);
        Map<String, Object> values = new HashMap<>();
        values.put("order", order);
        values.put("table", "/review.csv" + order.query());
        values.put("choices", list.choices());
        values.put("filter", Arrays.stream(ReviewList.FILTERS).collect(Collectors.toMap(name -> name, request::query)));
        values.put("any", !records.toReview().isEmpty());
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("part", ListPart.of(request, list.of(request), SHOWN, order).map(check -> waiting(check, list)));
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        values.put("ownWork", ownWork());
        values.put("manages", request.caller().may(Permission.MANAGE, Facility.Kind.HOME));
        return pages.page("review.html", pages.texts().text("review.title"), values);
    }

    /** What the facility says of reviewing one's own work: the word of the rule, and a sentence. */
    private Standing ownWork() {
        Optional<ReviewPolicy> policy =
                records.instruments().home().map(Facility::id).flatMap(reviewing()::ownWork);
        String word = policy.map(ReviewPolicy::ownWorkAllowed).orElse(true) ? "allowed" : "forbidden";
        String sentence = pages.texts().text("review.own." + word)
                + policy.map(ReviewPolicy::entry)
                        .map(entry -> " "
                                + pages.texts()
                                        .text(
                                                "review.own.since",
                                                days().of(entry.at()).day(),
                                                entry.reason()))
                        .orElse("");
        return new Standing(word, sentence);
    }

    /** Takes the facility's word on reviewing one's own work. */
    Answer decideOwnWork(Route.Request request) {
        if (sources.demonstration()) {
            return queue(request, pages.texts().text("register.demonstration"));
        }
        String word = request.form("own");
        Optional<Facility> home = records.instruments().home();
        if (home.isEmpty() || !List.of("allowed", "forbidden").contains(word)) {
            return queue(request, pages.texts().text("review.own.choose"));
        }
        try {
            reviewing()
                    .decideOwnWork(
                            home.orElseThrow().id(),
                            word.equals("allowed"),
                            new Reviewing.Signature(request.form("by"), request.form("own-reason")));
            return new Answer.Elsewhere("/review");
        } catch (UnusableInputException e) {
            return queue(request, String.valueOf(e.getMessage()));
        }
    }

    private Waiting waiting(CheckSummary check, ReviewList list) {
        Optional<Instrument> instrument = list.instrument(check);
        Days days = instrument
                .map(each -> new Days(records.zone(each), pages.texts().locale()))
                .orElseGet(this::days);
        return new Waiting(
                check.id().toString(),
                instrument.map(Instrument::name).orElse(""),
                CheckRow.of(check, list.path(check), days, pages.texts()));
    }

    /** Takes one word on all checks that were chosen; all of them, or none that a facility's rule forbids. */
    Answer decideChosen(Route.Request request) {
        if (sources.demonstration()) {
            return queue(request, pages.texts().text("register.demonstration"));
        }
        List<UUID> chosen = records.toReview().stream()
                .map(CheckSummary::id)
                .filter(id -> !request.form("check." + id).isEmpty())
                .toList();
        if (chosen.isEmpty()) {
            return queue(request, pages.texts().text("review.choose"));
        }
        try {
            Review.Decision decision = decision(request);
            chosen.forEach(id -> reviewing().decide(id, decision, signature(request)));
            return new Answer.Elsewhere("/review");
        } catch (UnusableInputException e) {
            return queue(request, String.valueOf(e.getMessage()));
        }
    }

    Answer form(Route.Request request) {
        return records.check(request.path("id"))
                .map(check -> page(request, check, ""))
                .orElseGet(Answer.Nothing::new);
    }

    /** Takes a word on one check, or shows the form again with a sentence. */
    Answer decide(Route.Request request) {
        return records.check(request.path("id"))
                .map(check -> decided(request, check))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer decided(Route.Request request, Check check) {
        if (sources.demonstration()) {
            return page(request, check, pages.texts().text("register.demonstration"));
        }
        try {
            Seen.unchanged(
                    request, () -> records.reviews().of(check.id()).size(), records, pages.texts(), () -> reviewing()
                            .decide(check.id(), decision(request), signature(request)));
            return new Answer.Elsewhere("/checks/" + check.id());
        } catch (UnusableInputException e) {
            return page(request, check, String.valueOf(e.getMessage()));
        }
    }

    private static Review.Decision decision(Route.Request request) {
        return Review.Decision.of(request.form("decision"))
                .orElseThrow(() -> new UnusableInputException("Choose whether it is approved, rejected or void."));
    }

    private static Reviewing.Signature signature(Route.Request request) {
        return new Reviewing.Signature(request.form("by"), request.form("reason"));
    }

    private Reviewing reviewing() {
        return new Reviewing(
                new Reviewing.Ledgers(records.checks(), records.reviews(), records.instruments()),
                records.clock(),
                sources.ids());
    }

    private Answer page(Route.Request request, Check check, String refusal) {
        Days days = new Days(check.occasion().times().zone(), pages.texts().locale());
        List<Word> words = records.reviews().of(check.id()).stream()
                .map(each -> new Word(
                        days.of(each.at()).day() + ", " + days.of(each.at()).time(),
                        each.decision().word(),
                        pages.texts().text("review.decision." + each.decision().word()),
                        each.by(),
                        each.reason()))
                .toList();
        Map<String, Object> values = new HashMap<>();
        values.put(
                "trail",
                List.of(
                        new Crumb(pages.texts().text("review.title"), "/review"),
                        new Crumb(days.of(check.occasion().times().measuredAt()).day(), "/checks/" + check.id())));
        values.put("refusal", refusal);
        values.put("demonstration", sources.demonstration());
        values.put("action", "/checks/" + check.id() + "/review");
        values.put("standing", standing(records, pages, check));
        values.put("words", words);
        values.put(Seen.FIELD, words.size());
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        return pages.page("review-check.html", pages.texts().text("review.check.title"), values);
    }

    /** How a check stands, in a sentence. */
    public static Standing standing(FacilityRecords records, Pages pages, Check check) {
        Optional<Review> newest = records.reviews().of(check.id()).stream().reduce((earlier, later) -> later);
        ReviewStanding standing = ReviewStanding.of(
                newest.map(Review::decision),
                check.judgement().overall(),
                check.occasion().note());
        Days days = new Days(check.occasion().times().zone(), pages.texts().locale());
        String sentence = newest.map(review -> said(pages, review, days))
                .orElseGet(() -> pages.texts().text("review.standing." + standing.word()));
        return new Standing(standing.word(), sentence);
    }

    private static String said(Pages pages, Review review, Days days) {
        String key =
                "review.standing." + review.decision().word() + (review.by().isEmpty() ? "" : ".by");
        return pages.texts().text(key, days.of(review.at()).day(), review.by())
                + (review.reason().isEmpty() ? "" : " " + pages.texts().text("review.because", review.reason()));
    }

    private Days days() {
        return new Days(records.zone(), pages.texts().locale());
    }
}
