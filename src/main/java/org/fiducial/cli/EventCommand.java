package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.LoggedEvent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enters and lists what happens to instruments. */
@Command(
        name = "event",
        mixinStandardHelpOptions = true,
        description = "Enters and lists faults, services, repairs and other work on instruments.",
        footer = {
            "",
            "Examples:",
            "  fiducial event add lsm-1 fault \"561 nm laser flickers\" --effect do-not-use --part \"Laser 561\"",
            "  fiducial event follow 0199a000-0000-7000-8000-000000000001 resolved \"laser realigned\" --lost 180",
            "  fiducial event list lsm-1"
        })
final class EventCommand extends CommandGroup {

    /** Enters an event. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Enters what happened to an instrument.",
            footer = {
                "",
                "Kinds: fault, service, repair, exchange, realignment, cleaning, move, software-update.",
                "Example: fiducial event add lsm-1 exchange \"new 63x objective\" --part \"63x/1.4 oil\" --at 2026-03-17"
            })
    static final class Add extends EntryCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "INSTRUMENT", description = "The instrument's address name.")
        private String instrument = "";

        @CommandLine.Parameters(index = "1", paramLabel = "KIND", description = "What it was.")
        private String kind = "";

        @CommandLine.Parameters(index = "2", paramLabel = "WHAT", description = "What happened, in your words.")
        private String what = "";

        @Option(names = "--part", paramLabel = "NAME", description = "A part it concerns; may be given several times.")
        private List<String> parts = List.of();

        @Option(
                names = "--effect",
                paramLabel = "EFFECT",
                description = "What it means for use while it lasts: none, usable-with-care or do-not-use.")
        private String effect = "none";

        @Mixin
        private EntryOptions entry = new EntryOptions();

        Add(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            EventEntry typed = new EventEntry(record);
            Instrument stand = typed.instrument(instrument);
            Event event = new Event(
                    rooms().ids().get(),
                    stand.id(),
                    EventEntry.kind(kind),
                    entry.at(record, rooms()),
                    new Event.Report(
                            EventEntry.text(what), typed.parts(stand, parts), EventEntry.effect(effect), entry.loss()),
                    entry.signature(record, rooms()));
            record.events().add(event);
            return "Entered " + event.kind().words() + " " + event.id() + " of " + stand.name() + ".";
        }
    }

    /** Enters what became of an event. */
    @Command(
            name = "follow",
            mixinStandardHelpOptions = true,
            description = "Enters what became of an event; what was entered before stays.",
            footer = {
                "",
                "Steps: note, expected (with --at: when the end is expected), resolved, reopened, withdrawn.",
                "Example: fiducial event follow ID expected \"the maker comes on Tuesday\" --at 2026-03-24"
            })
    static final class Follow extends EntryCommand {

        @CommandLine.Parameters(index = "0", paramLabel = "EVENT", description = "The event's identifier.")
        private String id = "";

        @CommandLine.Parameters(index = "1", paramLabel = "STEP", description = "What is said.")
        private String step = "";

        @CommandLine.Parameters(index = "2", arity = "0..1", paramLabel = "TEXT", description = "In your words.")
        private String text = "";

        @Mixin
        private EntryOptions entry = new EntryOptions();

        Follow(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            LoggedEvent known = new EventEntry(record).event(id);
            FollowUp.Step said = EventEntry.step(step, text);
            if (said == FollowUp.Step.RESOLVED) {
                EventReturnCommand.requireNothingLacking(record, rooms(), known);
            }
            FollowUp followUp = new FollowUp(
                    rooms().ids().get(),
                    known.event().id(),
                    said,
                    said == FollowUp.Step.EXPECTED ? entry.announced(record) : entry.at(record, rooms()),
                    new FollowUp.Account(text.strip(), entry.loss()),
                    entry.signature(record, rooms()));
            record.events().add(followUp);
            return "Entered that the " + known.event().kind().words() + " is " + said.word() + ".";
        }
    }

    /** Lists events. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists what happened to one instrument or to all, newest first.",
            footer = {"", "Example: fiducial event list lsm-1 --open"})
    static final class Listing extends ListCommand {

        @CommandLine.Parameters(
                arity = "0..1",
                paramLabel = "INSTRUMENT",
                description = "The instrument's address name; without it all are listed.")
        private Optional<String> instrument = Optional.empty();

        @Option(names = "--open", description = "Only what restricts the use today.")
        private boolean open;

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            EventEntry typed = new EventEntry(record);
            List<Instrument> asked = instrument
                    .map(typed::instrument)
                    .map(List::of)
                    .orElseGet(() -> record.instruments().all());
            Printout list = printout(open ? "Nothing is open." : "Nothing was entered yet.");
            ZoneId zone = record.instruments().zone();
            Instant now = rooms().clock().instant();
            for (Instrument stand : asked) {
                record.events().ofInstrument(stand.id()).stream()
                        .filter(each -> !open || each.isOpen(now))
                        .forEach(each -> print(list, stand, each, zone, now));
            }
            return list;
        }

        private static void print(Printout list, Instrument stand, LoggedEvent logged, ZoneId zone, Instant now) {
            Event event = logged.event();
            String standing = logged.isWithdrawn() ? "withdrawn" : logged.isOpen(now) ? "open" : "closed";
            ObjectNode node = list.add(String.format(
                            "%s  %-14s %-16s %-9s %s  %s",
                            event.at().atZone(zone).toLocalDate(),
                            stand.slug(),
                            event.kind().word(),
                            standing,
                            event.id(),
                            event.report().what()))
                    .put("id", event.id().toString())
                    .put("instrument", stand.slug())
                    .put("kind", event.kind().word())
                    .put("at", event.at().toString())
                    .put("what", event.report().what())
                    .put("effect", event.report().effect().word())
                    .put("standing", standing)
                    .put("lost_minutes", logged.timeLost().toMinutes());
            ArrayNode followUps = node.putArray("follow_ups");
            for (FollowUp each : logged.followUps()) {
                list.below(String.format(
                        "  %s  %s  %s",
                        each.at().atZone(zone).toLocalDate(),
                        each.step().word(),
                        each.account().text()));
                followUps
                        .addObject()
                        .put("step", each.step().word())
                        .put("at", each.at().toString())
                        .put("text", each.account().text());
            }
        }
    }
}
