package org.fiducial.web.schedule;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiducial.facility.reminder.Sending;
import org.fiducial.mail.Reminding;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.settings.Reminders;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.DueRow;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The page of reminders: how they are set up, what was sent, and a trial. */
final class ReminderPages {

    private static final int SHOWN = 40;

    private static final List<String> HEADINGS =
            List.of("at", "kind", "period", "recipient", "attempt", "result", "said");

    private final FacilityRecords records;
    private final Pages pages;
    private final Optional<Reminding> reminding;
    private final ObjectMapper json = new ObjectMapper();

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

    /** The same for programs. */
    Answer api(Route.Request request) {
        ObjectNode node = json.createObjectNode().put("set", false);
        ArrayNode who = node.putArray("recipients");
        ArrayNode sent = node.putArray("sent");
        try {
            reminding.ifPresent(known -> {
                known.settings().ifPresent(reminders -> {
                    node.put("set", true).put("server", server(reminders));
                    reminders.recipients().forEach(each -> who.addObject()
                            .put("name", each.name())
                            .put("address", each.address())
                            .put("when", each.frequency().name().toLowerCase(Locale.ROOT))
                            .put("assigned_only", each.assignedOnly()));
                    reminders.escalation().ifPresent(each -> node.putObject("escalation")
                            .put("name", each.to().name())
                            .put("address", each.to().address())
                            .put("after_days", each.afterDays()));
                });
                known.next().ifPresent(at -> node.put("next", at.toString()));
                known.newest(SHOWN).forEach(each -> describe(sent.addObject(), each));
            });
        } catch (UnusableInputException e) {
            node.put("refusal", String.valueOf(e.getMessage()));
        }
        return Answer.Content.json(node.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** All that was ever sent, for spreadsheets. */
    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        reminding.map(known -> known.newest(Integer.MAX_VALUE)).orElse(List.of()).stream()
                .map(this::cells)
                .forEach(cells -> CsvLine.append(out, cells));
        return CsvLine.download("reminders-" + records.today() + ".csv", out);
    }

    private List<String> cells(Sending sending) {
        return List.of(
                days().of(sending.claimedAt()).iso(),
                sending.subject().kind().word(),
                sending.subject().period(),
                sending.subject().recipient(),
                String.valueOf(sending.attempt()),
                sending.outcome()
                        .map(Sending.Outcome::result)
                        .orElse(Sending.Result.UNKNOWN)
                        .word(),
                sending.outcome().map(Sending.Outcome::said).orElse(""));
    }

    private static void describe(ObjectNode node, Sending sending) {
        node.put("at", sending.claimedAt().toString())
                .put("period", sending.subject().period())
                .put("kind", sending.subject().kind().word())
                .put("recipient", sending.subject().recipient())
                .put("attempt", sending.attempt());
        sending.outcome()
                .ifPresent(
                        outcome -> node.put("result", outcome.result().word()).put("said", outcome.said()));
    }

    private static String server(Reminders reminders) {
        return reminders.server().host() + ":" + reminders.server().port() + ", "
                + reminders.server().security().word();
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
            values.put("server", server(reminders));
            values.put(
                    "who",
                    Stream.concat(
                                    reminders.recipients().stream().map(this::who),
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

    private Who who(Reminders.Recipient recipient) {
        String what = recipient.frequency() == Reminders.Frequency.URGENT
                ? "reminders.urgent"
                : recipient.assignedOnly() ? "reminders.assigned" : "reminders.all";
        return new Who(recipient.name(), recipient.address(), pages.texts().text(what));
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
