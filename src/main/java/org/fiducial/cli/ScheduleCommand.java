package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.PlannedPath;
import org.fiducial.facility.schedule.Planning;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Schedule;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes plans, lists and ends them. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Plans checks: adds plans, lists and ends them, and says which checks count.",
        footer = {
            "",
            "Examples:",
            "  fiducial schedule add psf-beads --configuration lsm-1/oil63-488 --every monthly --start 2026-12-01",
            "  fiducial schedule list",
            "  fiducial schedule end 3f9a2c --reason \"objective sold\" --by \"A. Lovelace\"",
            "",
            "What the plans ask for is listed by 'fiducial due'."
        })
final class ScheduleCommand extends CommandGroup {

    /** Lists plans. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the plans in force.",
            footer = {"", "Example:", "  fiducial schedule list --all --json"})
    static final class Listing extends ListCommand {

        @Option(names = "--all", description = "List the plans that were ended too.")
        private boolean all;

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            Printout list = printout("There is no plan yet; make one with 'fiducial schedule add PROTOCOL'.");
            for (Facility facility : record.instruments().facilities()) {
                Map<UUID, PlannedPath> paths = record.schedule().paths(facility.id()).stream()
                        .collect(Collectors.toMap(PlannedPath::configurationId, Function.identity()));
                record.schedule().plans(facility.id(), rooms().clock().instant()).stream()
                        .filter(plan -> all || plan.inForce())
                        .forEach(plan -> add(list, plan, paths));
            }
            return list;
        }

        private static void add(Printout list, Plan plan, Map<UUID, PlannedPath> paths) {
            List<String> where = plan.subject().configurationIds().stream()
                    .map(paths::get)
                    .map(PlannedPath::address)
                    .toList();
            ObjectNode node = list.add(String.format(
                                    "%s  %-26s %-34s %s%s",
                                    plan.version().code(),
                                    plan.subject().protocolId(),
                                    String.join(", ", where),
                                    words(plan),
                                    plan.inForce() ? "" : " (ended)")
                            .stripTrailing())
                    .put("plan", plan.version().planId().toString())
                    .put("code", plan.version().code())
                    .put("version", plan.version().number())
                    .put("protocol", plan.subject().protocolId())
                    .put("standing", plan.inForce() ? "in force" : "ended")
                    .put("minutes", plan.work().minutes())
                    .put("assigned", plan.work().assignedTo())
                    .put("entered", plan.entry().at().toString())
                    .put("by", plan.entry().by())
                    .put("reason", plan.entry().reason());
            ArrayNode configurations = node.putArray("configurations");
            where.forEach(configurations::add);
            if (plan.rhythm() instanceof Rhythm.Recurring recurring) {
                node.put("rule", recurring.rule().rule())
                        .put("start", recurring.start().toString())
                        .put("before", recurring.window().daysBefore())
                        .put("after", recurring.window().daysAfter());
            }
        }
    }

    /** Ends a plan. */
    @Command(
            name = "end",
            mixinStandardHelpOptions = true,
            description = "Ends a plan; its history stays.",
            footer = {"", "Example:", "  fiducial schedule end 3f9a2c --reason \"objective sold\""})
    static final class End extends EntryCommand {

        @CommandLine.Parameters(
                paramLabel = "PLAN",
                description = "The characters 'fiducial schedule list' begins its line with.")
        private String code = "";

        @Mixin
        private ReasonedOptions who = new ReasonedOptions();

        End(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            Plan known = known(record, rooms(), code);
            new Planning(record.schedule(), record.instruments(), rooms().clock(), rooms().ids())
                    .end(known, new Planning.Signature(who.by(), who.reason()));
            return "Ended plan " + known.version().code() + "; its history stays.";
        }
    }

    /**
     * The plan people name by the last characters of its id.
     *
     * @throws UnusableCommandException if it is none, or not the only one
     */
    static Plan known(FacilityRecord record, Rooms rooms, String code) {
        Schedule schedule = record.schedule();
        List<Plan> found = new ArrayList<>();
        for (Facility facility : record.instruments().facilities()) {
            schedule.plans(facility.id(), rooms.clock().instant()).stream()
                    .filter(plan -> !code.isBlank()
                            && plan.version().planId().toString().endsWith(code.strip()))
                    .forEach(found::add);
        }
        if (found.size() != 1) {
            throw new UnusableCommandException((found.isEmpty() ? "There is no plan '" : "There are several plans '")
                    + code + "'; 'fiducial schedule list --all' names them.");
        }
        return found.get(0);
    }

    /** How often, in time from when until when, and whose work it is. */
    static String words(Plan plan) {
        String often = "ad hoc";
        if (plan.rhythm() instanceof Rhythm.Recurring recurring) {
            often = recurring.rule().word().orElse(recurring.rule().rule()) + " from " + recurring.start() + ", "
                    + recurring.window().daysBefore() + " days before to "
                    + recurring.window().daysAfter() + " after";
        }
        if (plan.rhythm() instanceof Rhythm.Hours hours) {
            often = "every " + hours.every() + " h of use, " + hours.daysAfter() + " days after";
        }
        String assigned = plan.work().assignedTo();
        return often + ", " + plan.work().minutes() + " min" + (assigned.isEmpty() ? "" : ", " + assigned);
    }
}
