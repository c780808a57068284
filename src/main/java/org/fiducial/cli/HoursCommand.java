package org.fiducial.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.HourReading;
import org.fiducial.metrology.protocol.UnusableInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Readings of hour counters. */
@Command(
        name = "hours",
        mixinStandardHelpOptions = true,
        description = "Enters and lists what the counters of hours of use showed.",
        footer = {
            "",
            "Examples:",
            "  fiducial hours add lsm-1 1234.5",
            "  fiducial hours list lsm-1",
            "",
            "A plan by hours of use ('fiducial schedule add … --every-hours 200') is due when they are reached."
        })
final class HoursCommand extends CommandGroup {

    /** Enters a reading. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Enters what the counter of an instrument showed.",
            footer = {
                "",
                "A lower number than before counts as a new counter that began at 0.",
                "Example: fiducial hours add lsm-1 1234.5 --at 2026-03-12"
            })
    static final class Add extends EntryCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "INSTRUMENT", description = "The instrument's address name.")
        private String instrument = "";

        @CommandLine.Parameters(index = "1", paramLabel = "HOURS", description = "What the counter showed.")
        private double hours;

        @Option(names = "--at", paramLabel = "TIME", description = "When it was read; default now.")
        private Optional<String> at = Optional.empty();

        @Mixin
        private AuthorOption who = new AuthorOption();

        Add(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            Instrument stand = new EventEntry(record).instrument(instrument);
            Instant now = rooms().clock().instant();
            Instant read = at.map(
                            text -> GivenTime.past(text, record.instruments().zone(), now))
                    .orElse(now);
            if (read.isAfter(now)) {
                throw new UnusableInputException(
                        "'" + at.orElse("") + "' lies in the future; a reading is entered when it was taken.");
            }
            record.schedule()
                    .add(new HourReading(
                            rooms().ids().get(), stand.id(), hours, read, new HourReading.Entry(who.by(), now)));
            return "Entered " + text(hours) + " h of " + stand.name() + ".";
        }
    }

    /** Lists readings. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the readings of an instrument, newest first.",
            footer = {"", "Example: fiducial hours list lsm-1"})
    static final class Listing extends ListCommand {

        @CommandLine.Parameters(paramLabel = "INSTRUMENT", description = "The instrument's address name.")
        private String instrument = "";

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            Instrument stand = new EventEntry(record).instrument(instrument);
            ZoneId zone = record.instruments().zone();
            Printout list = printout("The counter was never read; 'fiducial hours add' enters a reading.");
            List<HourReading> readings = record.schedule().hourReadings(stand.facilityId()).stream()
                    .filter(each -> each.instrumentId().equals(stand.id()))
                    .sorted(Comparator.comparing(HourReading::readAt).reversed())
                    .toList();
            for (HourReading each : readings) {
                list.add(String.format(
                                        "%s  %10s h  %s",
                                        LocalDate.ofInstant(each.readAt(), zone),
                                        text(each.hours()),
                                        each.entry().by())
                                .stripTrailing())
                        .put("hours", each.hours())
                        .put("read_at", each.readAt().toString())
                        .put("by", each.entry().by());
            }
            return list;
        }
    }

    private static String text(double hours) {
        return hours == Math.rint(hours)
                ? String.format(Locale.ROOT, "%.0f", hours)
                : String.format(Locale.ROOT, "%.1f", hours);
    }
}
