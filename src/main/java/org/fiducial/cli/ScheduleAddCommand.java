package org.fiducial.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.schedule.DueDates;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Planning;
import org.fiducial.facility.schedule.Proposal;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Window;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adds a plan. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        description = "Plans the checks of a protocol on a light path, or on several in turn.",
        footer = {
            "",
            "Examples:",
            "  fiducial schedule add psf-beads --configuration lsm-1/oil63-488 --every monthly --start 2026-12-01",
            "  fiducial schedule add light-source-power --configuration lsm-1/lasers --every weekly --before 1 --after 2 \\",
            "      --minutes 20 --assigned-to \"B. Hopper\"",
            "  fiducial schedule add psf-beads --every FREQ=MONTHLY;BYDAY=1MO --start 2026-12-01 \\",
            "      --configuration lsm-1/air20 --configuration lsm-1/oil63-488      (one objective each month, in turn)",
            "",
            "A check before its window leaves the due day; one in the window or late moves it to the next, and one so late",
            "that it lies in the next window does for that too. Checks done as scheduled, baseline or acceptance count.",
            "Days are those of the facility's time zone."
        })
final class ScheduleAddCommand extends EntryCommand {

    private static final int USUAL_DAYS_LATE = 7;

    @CommandLine.Parameters(paramLabel = "PROTOCOL", description = "The protocol, for instance psf-beads.")
    private String protocol = "";

    @Option(
            names = "--configuration",
            required = true,
            paramLabel = "INSTRUMENT/CONFIGURATION",
            description = "The light path; several, all of one instrument, are taken in turn.")
    private List<String> configurations = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "RULE",
            description =
                    "daily, workdays, weekly, fortnightly, monthly, two-monthly, quarterly, half-yearly, yearly, two-yearly, a rule"
                            + " of RFC 5545, or ad-hoc; without it as often as the protocol proposes.")
    private Optional<String> every = Optional.empty();

    @Option(
            names = "--every-hours",
            paramLabel = "HOURS",
            description = "After so many hours of use, as 'fiducial hours add' enters them; instead of --every.")
    private Optional<Double> everyHours = Optional.empty();

    @Option(names = "--start", paramLabel = "DATE", description = "The first day that may be due; default today.")
    private Optional<String> start = Optional.empty();

    @Option(names = "--before", paramLabel = "DAYS", description = "Days a check may be early.")
    private Optional<Integer> before = Optional.empty();

    @Option(names = "--after", paramLabel = "DAYS", description = "Days a check may be late until it is overdue.")
    private Optional<Integer> after = Optional.empty();

    @Option(names = "--minutes", paramLabel = "N", description = "How long a person is busy with one check.")
    private Optional<Integer> minutes = Optional.empty();

    @Option(names = "--assigned-to", paramLabel = "NAME", defaultValue = "", description = "Whose work it is.")
    private String assignedTo = "";

    @Mixin
    private SignatureOptions who = new SignatureOptions();

    ScheduleAddCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        ProtocolDefinition definition =
                rooms().catalogue(record).requireInUse(protocol).definition();
        Proposal proposal = Proposal.of(definition);

        DueDates dates = new DueDates(record.schedule(), record.instruments());
        Plan plan = new Planning(record.schedule(), record.instruments(), rooms().clock(), rooms().ids())
                .add(
                        new Planning.Wish(
                                subject(record.instruments(), definition),
                                rhythm(proposal, dates.today(rooms().clock())),
                                new Plan.Work(minutes.orElse(proposal.minutes()), assignedTo.strip())),
                        new Planning.Signature(who.by(), who.reason()));
        return "Planned " + plan.subject().protocolId() + " on " + String.join(", ", configurations)
                + ": " + ScheduleCommand.words(plan) + ". The plan is "
                + plan.version().code() + ".";
    }

    private Plan.Subject subject(Instruments instruments, ProtocolDefinition definition) {
        List<Configuration> paths = configurations.stream()
                .map(path -> instruments
                        .configuration(path)
                        .orElseThrow(() -> new UnusableCommandException("There is no optical configuration '" + path
                                + "'; 'fiducial instrument list' names them.")))
                .toList();
        List<UUID> owners =
                paths.stream().map(Configuration::instrumentId).distinct().toList();
        if (owners.size() > 1) {
            throw new UnusableCommandException("The light paths of a plan belong to one instrument, but "
                    + String.join(" and ", configurations) + " do not; make a plan for each instrument.");
        }
        return new Plan.Subject(
                owners.get(0),
                definition.reference().id(),
                paths.stream().map(Configuration::id).toList());
    }

    private Rhythm rhythm(Proposal proposal, LocalDate today) {
        if (everyHours.isPresent()) {
            return new Rhythm.Hours(everyHours.orElseThrow(), after.orElse(USUAL_DAYS_LATE));
        }
        String often = every.orElse(proposal.every());
        if (often.equals("ad-hoc")) {
            return new Rhythm.AdHoc();
        }
        LocalDate from = start.map(GivenTime::day).orElse(today);
        Recurrence rule = Recurrence.of(often, from);
        Window usual = Proposal.window(rule, from);
        return new Rhythm.Recurring(
                rule, from, new Window(before.orElse(usual.daysBefore()), after.orElse(usual.daysAfter())));
    }
}
