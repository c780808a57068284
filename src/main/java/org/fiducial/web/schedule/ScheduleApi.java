package org.fiducial.web.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.ApiPart;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** What is due and the plans behind it, for machines. */
final class ScheduleApi {

    /** So many due days stand in a part. */
    private static final int MOST = 500;

    private static final int MOST_PLANS = 200;

    private static final List<String> HEADINGS = List.of(
            "plan",
            "version",
            "standing",
            "protocol",
            "light paths",
            "rule",
            "start",
            "days before",
            "days after",
            "every hours",
            "minutes",
            "assigned to",
            "entered at",
            "entered by",
            "reason");

    private final FacilityRecords records;
    private final ObjectMapper json = new ObjectMapper();

    ScheduleApi(FacilityRecords records) {
        this.records = records;
    }

    /** On the day of the query {@code on}, today without it; filtered as the board is. */
    Answer due(Route.Request request) {
        LocalDate day = Days.parse(request.query("on")).orElseGet(records::today);
        ObjectNode node = json.createObjectNode().put("on", day.toString());
        ApiPart<Due> part = ApiPart.of(
                request,
                DuePages.columns(records::protocolTitle)
                        .sorted(DueFilter.of(request).of(records.due(day)), request),
                MOST,
                "/api/v1/due",
                List.of("on", "instrument", "protocol", "person", "sort"));
        part.describe(node);
        ArrayNode all = node.putArray("due");
        for (Due due : part.items()) {
            ObjectNode each = all.addObject()
                    .put(
                            "standing",
                            due.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .put("due", due.day().toString())
                    .put("opens", due.opens().toString())
                    .put("closes", due.closes().toString())
                    .put("instrument", due.path().instrumentSlug())
                    .put("configuration", due.path().slug())
                    .put("protocol", due.plan().subject().protocolId())
                    .put("minutes", due.plan().work().minutes())
                    .put("assigned_to", due.plan().work().assignedTo())
                    .put("plan", due.plan().version().planId().toString());
            due.last().ifPresent(check -> each.put("last_check", check.checkId().toString())
                    .put("last_measured_at", check.measuredAt().toString()));
        }
        if (day.equals(records.today())) {
            ArrayNode after = node.putArray("after_work");
            records.returns().outstanding().forEach(asked -> asked.lacking().forEach(check -> after.addObject()
                    .put("instrument", asked.instrument().slug())
                    .put("configuration", check.path().slug())
                    .put("protocol", check.protocol().reference().id())
                    .put("standing", check.standing().word())
                    .put("work", asked.event().event().kind().word())
                    .put("since", asked.event().event().at().toString())
                    .put("event", asked.event().event().id().toString())));
        }
        return answer(node);
    }

    /** The newest version of every plan, the ended ones too. */
    Answer plans(Route.Request request) {
        ApiPart<Plan> part = ApiPart.of(request, records.lists().plans(), MOST_PLANS, "/api/v1/schedules", List.of());
        ObjectNode node = json.createObjectNode();
        part.describe(node);
        ArrayNode all = node.putArray("schedules");
        part.items().forEach(plan -> describe(all.addObject(), plan));
        return answer(node);
    }

    /** The same for spreadsheets, all of them. */
    Answer table(Route.Request request) {
        StringBuilder out = CsvLine.table(HEADINGS);
        records.lists().plans().forEach(plan -> CsvLine.append(out, cells(plan)));
        return CsvLine.download("plans-" + records.today() + ".csv", out);
    }

    private List<String> cells(Plan plan) {
        List<String> cells = new ArrayList<>(List.of(
                plan.version().planId().toString(),
                String.valueOf(plan.version().number()),
                plan.inForce() ? "in-force" : "ended",
                plan.subject().protocolId(),
                records.lists().addresses(plan).collect(Collectors.joining(" "))));
        if (plan.rhythm() instanceof Rhythm.Recurring recurring) {
            cells.addAll(List.of(
                    recurring.rule().rule(),
                    recurring.start().toString(),
                    String.valueOf(recurring.window().daysBefore()),
                    String.valueOf(recurring.window().daysAfter()),
                    ""));
        }
        if (plan.rhythm() instanceof Rhythm.Hours hours) {
            cells.addAll(List.of("", "", "", String.valueOf(hours.daysAfter()), String.valueOf(hours.every())));
        }
        cells.addAll(List.of(
                String.valueOf(plan.work().minutes()),
                plan.work().assignedTo(),
                plan.entry().at().toString(),
                plan.entry().by(),
                plan.entry().reason()));
        return cells;
    }

    /** All versions of a plan, oldest first. */
    Answer plan(Route.Request request) {
        List<Plan> versions = FacilityRecords.uuid(request.path("id"))
                .map(id -> records.schedule().versions(id))
                .orElse(List.of());
        if (versions.isEmpty()) {
            return new Answer.Nothing();
        }
        ObjectNode node = json.createObjectNode();
        ArrayNode all = node.putArray("versions");
        versions.forEach(plan -> describe(all.addObject(), plan));
        return answer(node);
    }

    private void describe(ObjectNode node, Plan plan) {
        node.put("plan", plan.version().planId().toString())
                .put("version", plan.version().number())
                .put("standing", plan.inForce() ? "in-force" : "ended")
                .put("protocol", plan.subject().protocolId());
        ArrayNode where = node.putArray("configurations");
        records.lists().addresses(plan).forEach(where::add);
        if (plan.rhythm() instanceof Rhythm.Recurring recurring) {
            node.put("rule", recurring.rule().rule())
                    .put("start", recurring.start().toString())
                    .put("days_before", recurring.window().daysBefore())
                    .put("days_after", recurring.window().daysAfter());
        }
        if (plan.rhythm() instanceof Rhythm.Hours hours) {
            node.put("every_hours", hours.every()).put("days_after", hours.daysAfter());
        }
        node.put("minutes", plan.work().minutes())
                .put("assigned_to", plan.work().assignedTo())
                .put("entered_at", plan.entry().at().toString())
                .put("by", plan.entry().by())
                .put("reason", plan.entry().reason());
    }

    private Answer answer(ObjectNode node) {
        try {
            return Answer.Content.json(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
