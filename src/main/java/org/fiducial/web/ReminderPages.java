package org.fiducial.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.mail.Reminding;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.settings.Reminders;

/** The page of reminders: how they are set up, what was sent, and a trial. */
final class ReminderPages {

    private static final int SHOWN = 40;

    private final FacilityRecords records;
    private final Pages pages;
    private final Optional<Reminding> reminding;

    ReminderPages(FacilityRecords records, Pages pages, Optional<Reminding> reminding) {
        this.records = records;
        this.pages = pages;
        this.reminding = reminding;
    }

    /** A message in the list. */
    public record Row(
            Days.Moment when, String period, String what, String to, int attempt, DueRow.Mark mark, String said) {}

    /** Somebody who gets reminders. */
    public record Who(String name, String address, String what) {}

    Answer page(Route.Request request) {
        return page("", "");
    }

    Answer trial(Route.Request request) {
        if (reminding.isEmpty()) {
            return page("", pages.texts().text("reminders.demonstration"));
        }
        try {
            Sending sent = reminding.orElseThrow().trial(request.form("name").strip());
            return page(row(sent).mark().label() + ": " + row(sent).said(), "");
        } catch (UnusableInputException e) {
            return page("", String.valueOf(e.getMessage()));
        }
    }

    private Answer page(String done, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put("done", done);
        values.put("refusal", refusal);
        values.put("set", false);
        values.put("who", List.of());
        values.put("rows", List.of());
        values.put("next", "");
        values.put("server", "");
        values.put("unsaid", true);
        try {
            reminding.ifPresent(each -> fill(values, each));
        } catch (UnusableInputException e) {
            values.put("refusal", String.valueOf(e.getMessage()));
        }
        return pages.page("reminders.html", pages.texts().text("reminders.title"), values);
    }

    private void fill(Map<String, Object> values, Reminding known) {
        values.put("rows", known.newest(SHOWN).stream().map(this::row).toList());
        Optional<Reminders> settings = known.settings();
        values.put("set", settings.isPresent());
        values.put("unsaid", !known.hasAddress());
        settings.ifPresent(reminders -> {
            values.put(
                    "server",
                    reminders.server().host() + ":" + reminders.server().port() + ", "
                            + reminders.server().security().word());
            values.put(
                    "who",
                    Stream.concat(
                                    reminders.recipients().stream()
                                            .map(each -> new Who(
                                                    each.name(),
                                                    each.address(),
                                                    pages.texts()
                                                            .text(
                                                                    each.assignedOnly()
                                                                            ? "reminders.assigned"
                                                                            : "reminders.all"))),
                                    reminders.escalation().stream()
                                            .map(each -> new Who(
                                                    each.to().name(),
                                                    each.to().address(),
                                                    pages.texts().text("reminders.escalation", each.afterDays()))))
                            .toList());
        });
        known.next().ifPresent(at -> {
            Days.Moment moment = days().of(at);
            values.put("next", pages.texts().text("reminders.next", moment.day(), moment.time()));
        });
    }

    private Row row(Sending sending) {
        return new Row(
                days().of(sending.claimedAt()),
                sending.subject().kind() == Sending.Kind.TRIAL
                        ? ""
                        : sending.subject().period(),
                pages.texts().text("reminders.kind." + sending.subject().kind().word()),
                sending.subject().recipient(),
                sending.attempt(),
                mark(sending),
                sending.outcome()
                        .map(Sending.Outcome::said)
                        .orElse(pages.texts().text("reminders.unnoted")));
    }

    private DueRow.Mark mark(Sending sending) {
        Sending.Result result = sending.outcome().map(Sending.Outcome::result).orElse(Sending.Result.UNKNOWN);
        String label = pages.texts().text("reminders.result." + result.word());
        return switch (result) {
            case SENT -> new DueRow.Mark("pass", "●", label);
            case FAILED -> new DueRow.Mark("fail", "■", label);
            case UNKNOWN -> new DueRow.Mark("not-evaluated", "○", label);
        };
    }

    private Days days() {
        return new Days(records.instruments().zone(), pages.texts().locale());
    }
}
