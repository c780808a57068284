package org.fiducial.web.publication;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.coverage.Claim;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.coverage.PartClaim;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.report.CoverageText;
import org.fiducial.report.StateText;
import org.fiducial.report.VerdictView;
import org.fiducial.web.instrument.StateView;
import org.fiducial.web.page.Days;

/**
 * An answer to who imaged, as people see it.
 *
 * @param form what was asked
 * @param whole what is said of the light path as a whole
 * @param parts what is said of each part of it
 * @param tables the numbers, by part
 * @param left how many covering checks stand in no table, because there are so many
 * @param leftOut these checks, by part
 * @param events what happened between these checks, by kind and day; none where that is not public
 */
public record JourneyView(
        Form form,
        Optional<StateView> whole,
        List<Part> parts,
        List<ValueTable> tables,
        long left,
        List<LeftOut> leftOut,
        List<String> events) {

    private static final int MOST_EVENTS = 30;

    /** So many checks of a part are named besides those in its table; all are in the files. */
    private static final int MOST_NAMED = 100;

    /** The checks of a part that stand in no table. */
    public record LeftOut(String subject, List<Named> checks) {}

    /** A check by its day and its verdict. */
    public record Named(Days.Moment day, VerdictView verdict) {}

    /** What was asked: days as machines write them, and the light paths to choose from. */
    public record Form(String from, String to, List<Choice> paths) {}

    /** A light path to choose. */
    public record Choice(String slug, String name, boolean chosen) {}

    /** What is said of a part by the protocol of an id, and what such a finding does to images. */
    public record Part(String id, StateView state, List<String> affected) {}

    static JourneyView of(Journey journey, Days days) {
        CoverageText text = journey.text();
        Optional<Coverage> coverage = journey.coverage();
        return new JourneyView(
                form(journey),
                coverage.map(found -> state(text.claim(found), text.overall(found), text)),
                coverage.stream()
                        .flatMap(found -> found.parts().stream().map(part -> part(part, found, text)))
                        .toList(),
                coverage.map(found -> ValueTable.of(journey, found, days)).orElse(List.of()),
                coverage.map(found -> left(journey, found)).orElse(0L),
                coverage.map(found -> leftOut(journey, found, days)).orElse(List.of()),
                coverage.map(found -> events(journey, found)).orElse(List.of()));
    }

    private static Form form(Journey journey) {
        Span span = journey.span();
        return new Form(
                span.first().toString(),
                span.isDay() ? "" : span.last().toString(),
                journey.paths().stream()
                        .map(path -> new Choice(
                                path.slug(),
                                path.name(),
                                journey.asked()
                                        .filter(asked -> asked.id().equals(path.id()))
                                        .isPresent()))
                        .toList());
    }

    private static Part part(PartClaim part, Coverage coverage, CoverageText text) {
        CoverageText.Line line = text.line(part, coverage);
        StateView view = state(part.claim(), line.statement(), text);
        return new Part(
                part.protocol().id(),
                new StateView(
                        view.word(),
                        view.label(),
                        view.sign(),
                        new StateText.Reason(line.subject(), line.statement(), line.statement()),
                        ""),
                text.affected(part));
    }

    private static StateView state(Claim claim, String sentence, CoverageText text) {
        String word = word(claim);
        return new StateView(
                word,
                text.texts().text("coverage.claim." + claim.word()),
                sign(claim),
                new StateText.Reason("", sentence, sentence),
                "");
    }

    /** Of the four words styles know. */
    static String word(Claim claim) {
        return switch (claim) {
            case WITHIN_LIMITS, LAST_KNOWN_GOOD -> "pass";
            case WITH_CARE -> "warning";
            case PARTLY, NOT_ESTABLISHED, NO_CHECK -> "not-evaluated";
            case OUTSIDE_LIMITS, OUT_OF_USE -> "fail";
        };
    }

    /** A shape for each strength of a claim: what is not confirmed is not filled. */
    private static String sign(Claim claim) {
        return switch (claim) {
            case WITHIN_LIMITS -> "●";
            case LAST_KNOWN_GOOD -> "◐";
            case WITH_CARE -> "▲";
            case PARTLY, NOT_ESTABLISHED, NO_CHECK -> "○";
            case OUTSIDE_LIMITS, OUT_OF_USE -> "■";
        };
    }

    private static long left(Journey journey, Coverage coverage) {
        if (journey.values().isEmpty()) {
            return 0;
        }
        long shown = journey.values().stream()
                .map(row -> row.check().id())
                .distinct()
                .count();
        return Math.max(0, coverage.checks().size() - shown);
    }

    private static List<LeftOut> leftOut(Journey journey, Coverage coverage, Days days) {
        if (journey.values().isEmpty()) {
            return List.of();
        }
        Set<UUID> tabled =
                journey.values().stream().map(row -> row.check().id()).collect(Collectors.toSet());
        return coverage.parts().stream()
                .map(part -> new LeftOut(
                        journey.text().subject(part),
                        part.checks().stream()
                                .map(PartClaim.Covering::check)
                                .filter(check -> !tabled.contains(check.id()))
                                .limit(MOST_NAMED)
                                .map(check -> new Named(
                                        days.of(check.measuredAt()),
                                        VerdictView.of(
                                                check.overall(), journey.text().texts())))
                                .toList()))
                .filter(each -> !each.checks().isEmpty())
                .toList();
    }

    private static List<String> events(Journey journey, Coverage coverage) {
        if (!journey.published().shows(Field.EVENTS)) {
            return List.of();
        }
        List<LoggedEvent> all = coverage.between();
        return all.subList(Math.max(0, all.size() - MOST_EVENTS), all.size()).stream()
                .map(each -> journey.text().named(each, coverage))
                .toList();
    }
}
