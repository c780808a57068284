package org.fiducial.web.event;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;

/**
 * An event in a list.
 *
 * @param address of its page
 * @param when it happened
 * @param kind what it was, in words
 * @param what in the words of who reported it
 * @param facts what is known besides; empty texts where nothing is
 * @param followUps what became of it, oldest entry first
 */
public record EventRow(
        String address, Days.Moment when, String kind, String what, Facts facts, List<FollowUpRow> followUps) {

    /**
     * What is known of an event besides.
     *
     * @param parts names of the parts concerned
     * @param standing open, over or withdrawn, as the word of a style and in words
     * @param loss what it cost, in words
     * @param by who entered it
     */
    public record Facts(String parts, Standing standing, String loss, String by) {}

    /** How an event stands: word and shape as well as colour. */
    public record Standing(String word, String sign, String label) {

        private static final List<String> ASCENDING = List.of("not-evaluated", "pass", "warning", "fail");

        /** How grave it is, from 0, to sort by. */
        int severity() {
            return ASCENDING.indexOf(word);
        }
    }

    /** What became of an event. */
    public record FollowUpRow(String step, Days.Moment when, String text, String loss, String by) {}

    public EventRow {
        followUps = List.copyOf(followUps);
    }

    /** Makes rows of the events of an instrument. */
    record Maker(Map<UUID, String> parts, Instant now, Days days, Texts texts) {

        EventRow row(LoggedEvent logged) {
            Event event = logged.event();
            List<String> named = event.report().components().stream()
                    .map(id -> parts.getOrDefault(id, ""))
                    .toList();
            return new EventRow(
                    "/events/" + event.id(),
                    days.of(event.at()),
                    texts.text("event.kind." + event.kind().word()),
                    event.report().what(),
                    new Facts(
                            named.isEmpty() ? texts.text("event.whole") : String.join(", ", named),
                            standing(logged),
                            loss(event.report().loss()),
                            event.entry().by()),
                    logged.followUps().stream().map(this::followUp).toList());
        }

        private Standing standing(LoggedEvent logged) {
            if (logged.isWithdrawn()) {
                return new Standing("not-evaluated", "○", texts.text("event.withdrawn"));
            }
            if (!logged.isOpen(now)) {
                return new Standing("pass", "●", texts.text("event.over"));
            }
            boolean stops = logged.event().report().effect() == Event.Effect.DO_NOT_USE;
            return new Standing(
                    stops ? "fail" : "warning",
                    stops ? "■" : "▲",
                    texts.text(
                            "event.open",
                            texts.text("event.effect."
                                    + logged.event().report().effect().word())));
        }

        private FollowUpRow followUp(FollowUp each) {
            return new FollowUpRow(
                    texts.text("event.step." + each.step().word()),
                    days.of(each.at()),
                    each.account().text(),
                    loss(each.account().loss()),
                    each.entry().by());
        }

        private String loss(Loss loss) {
            String time = loss.time().isZero() ? "" : texts.text("event.lost", hours(loss.time()));
            String money = loss.expense()
                    .map(paid -> paid.amount().toPlainString() + " "
                            + paid.currency().getCurrencyCode())
                    .orElse("");
            return time.isEmpty() || money.isEmpty() ? time + money : time + ", " + money;
        }

        private String hours(Duration time) {
            return time.toHours() > 0
                    ? texts.text("event.hours", time.toHours(), time.toMinutesPart())
                    : texts.text("event.minutes", time.toMinutes());
        }
    }
}
