package org.fiducial.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Reviewing;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what waits for a review, and says whether people review their own work. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = "Lists the checks somebody should look at, and says whether people review their own work.",
        footer = {
            "",
            "Examples:",
            "  fiducial review list",
            "  fiducial review own-work forbid --reason \"agreed in the facility meeting\"",
            "",
            "A word on a check is said with 'fiducial check'."
        })
final class ReviewCommand extends CommandGroup {

    private static Reviewing reviewing(FacilityRecord record, Rooms rooms) {
        return new Reviewing(
                new Reviewing.Ledgers(record.checks(), record.reviews(), record.instruments()),
                rooms.clock(),
                rooms.ids());
    }

    /** Lists what waits. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the checks somebody should look at, the worst first.",
            footer = {"", "Example: fiducial review list --json"})
    static final class Listing extends ListCommand {

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            Printout list = printout("Nothing waits: every check was looked at, or passed without a note.");
            ZoneId zone = record.instruments().zone();
            Map<UUID, String> paths = record.instruments().all().stream()
                    .flatMap(instrument -> paths(record, instrument).entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
            List<CheckSummary> open = record.instruments().facilities().stream()
                    .map(Facility::id)
                    .flatMap(facility -> record.reviews().open(facility).stream())
                    .toList();
            for (CheckSummary check : Reviewing.bySeverity(open)) {
                String path = paths.getOrDefault(check.configurationId(), "");
                list.add(String.format(
                                        "%s  %-14s %-32s %-26s %s  %s",
                                        check.measuredAt().atZone(zone).toLocalDate(),
                                        check.overall().word(),
                                        path,
                                        check.protocol().id(),
                                        check.id(),
                                        check.note())
                                .stripTrailing())
                        .put("check", check.id().toString())
                        .put("measured_at", check.measuredAt().toString())
                        .put("verdict", check.overall().word())
                        .put("configuration", path)
                        .put("protocol", check.protocol().toString())
                        .put("note", check.note());
            }
            return list;
        }

        private static Map<UUID, String> paths(FacilityRecord record, Instrument instrument) {
            return record.instruments().configurations(instrument.id()).stream()
                    .collect(Collectors.toMap(Configuration::id, each -> instrument.slug() + "/" + each.slug()));
        }
    }

    /** Says whether people review their own work. */
    @Command(
            name = "own-work",
            mixinStandardHelpOptions = true,
            description = "Says whether people may approve and reject what they measured themselves.",
            footer = {"", "Example: fiducial review own-work forbid --reason \"agreed in the facility meeting\""})
    static final class OwnWork extends EntryCommand {

        @CommandLine.Parameters(paramLabel = "WORD", description = "allow or forbid.")
        private String word = "";

        @Mixin
        private ReasonedOptions who = new ReasonedOptions();

        OwnWork(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            if (!List.of("allow", "forbid").contains(word)) {
                throw new UnusableCommandException("Reviewing one's own work is allowed or forbidden, but '" + word
                        + "' was given; say allow or forbid.");
            }
            boolean allowed = word.equals("allow");
            Facility home = record.instruments()
                    .home()
                    .orElseThrow(() -> new UnusableCommandException(
                            "The record has no facility yet; begin it with" + " 'fiducial instrument add FILE.yaml'."));
            reviewing(record, rooms())
                    .decideOwnWork(home.id(), allowed, new Reviewing.Signature(who.by(), who.reason()));
            return allowed
                    ? "From now on people may approve and reject what they measured themselves."
                    : "From now on what somebody measured is approved or rejected by somebody else.";
        }
    }
}
