package org.fiducial.web.statement;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.publication.Correction;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.records.FacilityRecords;

/** What became otherwise since a statement was issued, in sentences; names nobody and repeats no reason somebody typed. */
record CorrectionText(FacilityRecords records, Texts texts) {

    String of(Correction correction) {
        JsonNode was = correction.was();
        JsonNode is = correction.is();
        return switch (correction.kind()) {
            case STANDING ->
                texts.text(
                        "statement.correction.standing",
                        said(is.isMissingNode() ? was : is, "subject"),
                        claim(was),
                        is.isMissingNode() ? texts.text("statement.correction.nothing") : said(is, "sentence"));
            case CHECK_GONE -> texts.text("statement.correction.check-gone", check(was), fate(was));
            case CHECK_ADDED -> texts.text("statement.correction.check-added", check(is));
            case CHECK_REJUDGED ->
                texts.text("statement.correction.check-rejudged", check(is), verdict(was), verdict(is));
            case CHECK_RECALLED ->
                texts.text(
                        said(is, "recalled").isEmpty()
                                ? "statement.correction.recall-withdrawn"
                                : "statement.correction.check-recalled",
                        check(is));
            case LIMITS -> texts.text("statement.correction.limits", check(is), said(is, "limitsInForce"));
            case EVENT_ADDED -> texts.text("statement.correction.event-added", said(is, "kind"), day(is));
            case EVENT_GONE -> texts.text("statement.correction.event-gone", said(was, "kind"), day(was));
            case EVENT_CHANGED -> texts.text("statement.correction.event-changed", said(is, "kind"), day(is));
        };
    }

    private String claim(JsonNode claim) {
        return claim.isMissingNode()
                ? texts.text("statement.correction.nothing")
                : texts.find("coverage.claim." + said(claim, "claim")).orElseGet(() -> said(claim, "claim"));
    }

    private String verdict(JsonNode check) {
        return texts.find("verdict." + said(check, "overall")).orElseGet(() -> said(check, "overall"));
    }

    private String check(JsonNode check) {
        return texts.text("statement.correction.check", said(check.path("protocol"), "title"), day(check));
    }

    /** Why a check counts no longer. */
    private String fate(JsonNode check) {
        Optional<UUID> id = FacilityRecords.uuid(said(check, "id"));
        if (id.flatMap(records.moves()::from).isPresent()) {
            return texts.text("statement.correction.moved");
        }
        List<Review> words = id.map(records.reviews()::of).orElse(List.of());
        boolean isVoid = !words.isEmpty() && words.get(words.size() - 1).decision() == Review.Decision.VOID;
        return texts.text(isVoid ? "statement.correction.void" : "statement.correction.nearer");
    }

    private String day(JsonNode node) {
        String iso = said(node, "day");
        Optional<LocalDate> day = Days.parse(iso);
        return day.map(known -> new Days(ZoneOffset.UTC, texts.locale()).day(known))
                .orElse(iso);
    }

    private static String said(JsonNode node, String name) {
        return node.path(name).asText("");
    }
}
