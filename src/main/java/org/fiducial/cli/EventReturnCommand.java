package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.release.ReturnCheck;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.release.ReturnToService;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Release;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.UnusableInputException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is asked for after work, and the word that an instrument is back in use. */
final class EventReturnCommand {

    private EventReturnCommand() {}

    static ReturnToService rules(FacilityRecord record, Rooms rooms) {
        return new ReturnToService(
                new ReturnToService.Ledgers(record.instruments(), record.checks(), record.events(), record.schedule()),
                rooms.catalogue());
    }

    /** Lists the checks asked for after work. */
    @Command(
            name = "checks",
            mixinStandardHelpOptions = true,
            description = "Lists the checks asked for before an instrument is used again after work; without an event"
                    + " those lacking anywhere.",
            footer = {
                "",
                "Example: fiducial event checks 0199a000-0000-7000-8000-000000000001",
                "Exit status: 0 nothing is lacking, 1 something is, 2 bad usage, 3 internal fault."
            })
    static final class Checks extends ListCommand {

        @CommandLine.Parameters(
                arity = "0..1",
                paramLabel = "EVENT",
                description = "The event's identifier, as 'fiducial event list' shows it.")
        private String id = "";

        private boolean lacking;

        Checks(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            ReturnToService rules = rules(record, rooms());
            Instant now = rooms().clock().instant();
            List<ReturnChecks> all =
                    id.isEmpty() ? rules.outstanding(now) : List.of(rules.of(new EventEntry(record).event(id), now));
            lacking = all.stream().anyMatch(ReturnChecks::isOutstanding);
            Printout list = printout(
                    id.isEmpty()
                            ? "Nothing asked for after work is lacking."
                            : "No protocol asks for a check after this work on these parts.");
            ZoneId zone = record.instruments().zone();
            all.forEach(each -> print(list, each, zone, id.isEmpty()));
            return list;
        }

        @Override
        ExitStatus outcome() {
            return lacking ? ExitStatus.DONE_WITH_FAIL : ExitStatus.DONE;
        }

        private static void print(Printout list, ReturnChecks asked, ZoneId zone, boolean lackingOnly) {
            for (ReturnCheck check : lackingOnly ? asked.lacking() : asked.checks()) {
                String found = day(check.found().check().stream().toList(), zone);
                String left = day(check.left().check().stream().toList(), zone);
                ObjectNode node = list.add(String.format(
                                "%-13s %-28s %-24s as found %-12s as left %-12s after the %s of %s%s",
                                check.standing().word(),
                                asked.instrument().slug() + "/" + check.path().slug(),
                                check.protocol().reference().id(),
                                found,
                                left,
                                asked.event().event().kind().words(),
                                asked.event().event().at().atZone(zone).toLocalDate(),
                                check.usual() ? "" : " (never done on this light path)"))
                        .put("event", asked.event().event().id().toString())
                        .put(
                                "configuration",
                                asked.instrument().slug() + "/" + check.path().slug())
                        .put("protocol", check.protocol().reference().id())
                        .put("needed", check.usual())
                        .put("standing", check.standing().word());
                check.found()
                        .check()
                        .ifPresent(each -> node.put("as_found", each.id().toString()));
                check.left()
                        .check()
                        .ifPresent(each -> node.put("as_left", each.id().toString()));
            }
            if (!lackingOnly && !asked.unknown().isEmpty()) {
                list.below("No protocol of this build asks for a check after this work on: "
                        + asked.unknown().stream().map(MicroscopePart::word).collect(Collectors.joining(", ")) + ".");
            }
        }

        private static String day(List<CheckSummary> check, ZoneId zone) {
            return check.isEmpty()
                    ? "not done"
                    : check.get(0).measuredAt().atZone(zone).toLocalDate().toString();
        }
    }

    /** Returns an instrument to service. */
    @Command(
            name = "return",
            mixinStandardHelpOptions = true,
            description = "Enters that an instrument is back in use after work, and ends the work if it is open.",
            footer = {
                "",
                "Checks that are lacking are waived only with a reason, which is kept with them.",
                "Example: fiducial event return ID --waive \"no slide at hand; measured on Monday\""
            })
    static final class Return extends EntryCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "EVENT", description = "The event's identifier.")
        private String id = "";

        @Option(
                names = "--waive",
                paramLabel = "REASON",
                description = "Why the instrument goes back without the checks that are lacking.")
        private String reason = "";

        @Mixin
        private EntryOptions entry = new EntryOptions();

        Return(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            LoggedEvent known = new EventEntry(record).event(id);
            Release release =
                    rules(record, rooms()).release(known, reason, entry.signature(record, rooms()), rooms().ids());
            int waived = release.waiver().checks().size();
            return "Returned to service after the " + known.event().kind().words()
                    + (waived == 0 ? "." : " without " + waived + " of the checks asked for.");
        }
    }

    /** Refuses to end work while checks asked for are lacking. */
    static void requireNothingLacking(FacilityRecord record, Rooms rooms, LoggedEvent known) {
        if (known.event().kind().isWork()
                && rules(record, rooms).of(known, rooms.clock().instant()).isOutstanding()) {
            throw new UnusableInputException("Checks asked for after this work are lacking; 'fiducial event checks "
                    + known.event().id() + "' lists them, and 'fiducial event return' with --waive says why the"
                    + " instrument goes back without.");
        }
    }
}
