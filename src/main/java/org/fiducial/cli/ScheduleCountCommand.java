package org.fiducial.cli;

import org.fiducial.facility.schedule.Planning;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether a check counts for plans. */
@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "Says that a check counts for plans, or with --not that it does not; the check stays as it is.",
        footer = {
            "",
            "Example:",
            "  fiducial schedule count 0199a000-0000-7000-8000-000000000001 --not --reason \"the stage was loose\"",
            "",
            "Where nobody says otherwise, checks done as scheduled, baseline or acceptance count, and no others."
        })
final class ScheduleCountCommand extends EntryCommand {

    @CommandLine.Parameters(paramLabel = "CHECK", description = "The identifier of the check.")
    private String check = "";

    @Option(names = "--not", description = "It does not count.")
    private boolean not;

    @Mixin
    private ReasonedOptions who = new ReasonedOptions();

    ScheduleCountCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        new Planning(record.schedule(), record.instruments(), rooms().clock(), rooms().ids())
                .count(CheckCommand.id(check), !not, new Planning.Signature(who.by(), who.reason()));
        return "Check " + check + (not ? " does not count" : " counts") + " for plans now.";
    }
}
