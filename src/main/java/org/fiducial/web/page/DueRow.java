package org.fiducial.web.page;

import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.fiducial.facility.schedule.Due;
import org.fiducial.report.Texts;

/**
 * A due day as lists show it.
 *
 * @param mark how it stands: word and shape as well as colour
 * @param newCheck where the check is begun
 */
public record DueRow(Mark mark, When when, Where where, What what, Last last, String newCheck) {

    /** How it stands. */
    public record Mark(String word, String sign, String label) {}

    /** When; days in words, and for machines. */
    public record When(String day, String iso, long number, String away, String window) {}

    /** Where. */
    public record Where(String instrument, String address, String path, String slug) {}

    /** What, whose and how long. */
    public record What(String protocol, String id, int minutes, String assigned, String plan) {}

    /** The last check that counts; empty texts where there is none. */
    public record Last(String day, String address) {}

    public static DueRow of(Due due, Days days, UnaryOperator<String> title, Texts texts) {
        String instrument = "/instruments/" + due.path().instrumentSlug();
        String protocol = due.plan().subject().protocolId();
        return new DueRow(
                mark(due, texts),
                when(due, due.day(), days, texts),
                new Where(
                        due.path().instrument(),
                        instrument,
                        due.path().name(),
                        due.path().slug()),
                new What(
                        title.apply(protocol),
                        protocol,
                        due.plan().work().minutes(),
                        due.plan().work().assignedTo(),
                        "/plans/" + due.plan().version().planId()),
                due.last()
                        .map(check -> new Last(
                                days.shortened().day(LocalDate.ofInstant(check.measuredAt(), days.zone())),
                                "/checks/" + check.checkId()))
                        .orElse(new Last("", "")),
                instrument + "/new-check?configuration=" + due.path().slug() + "&protocol=" + protocol);
    }

    private static Mark mark(Due due, Texts texts) {
        return switch (due.standing()) {
            case OVERDUE -> new Mark("fail", "■", texts.text("due.standing.overdue"));
            case DUE -> new Mark("warning", "▲", texts.text("due.standing.due"));
            case NOT_YET -> new Mark("not-evaluated", "○", texts.text("due.standing.notyet"));
        };
    }

    private static When when(Due due, LocalDate day, Days days, Texts texts) {
        long away = due.daysAway();
        String words = away == 0
                ? texts.text("due.today")
                : texts.text(away < 0 ? "due.ago" : "due.in", texts.count("days", Math.abs(away)));
        return new When(
                days.shortened().day(day),
                day.toString(),
                day.toEpochDay(),
                words,
                texts.text("due.window", days.bare(due.opens()), days.bare(due.closes())));
    }
}
