package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Located;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.instrument.Move;
import org.fiducial.facility.instrument.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, changes and moves components. */
@Command(
        name = "component",
        mixinStandardHelpOptions = true,
        description = "Lists, adds, changes and moves objectives, sources, filters, detectors and stages.",
        footer = {
            "",
            "Examples:",
            "  fiducial component list --instrument lsm-1",
            "  fiducial component move \"63x/1.4 oil\" lsm-2 --at 2026-03-12 --reason \"lent for a course\" --by Ada",
            "  fiducial component show \"63x/1.4 oil\""
        })
final class ComponentCommand extends CommandGroup {

    /** Lists components and where they are. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists components and where they are, now or on a day.",
            footer = {"", "Example:", "  fiducial component list --instrument lsm-1 --on 2026-03-12 --json"})
    static final class Listing extends ListCommand {

        @Option(names = "--instrument", paramLabel = "NAME", description = "Only those on this instrument.")
        private Optional<String> instrument = Optional.empty();

        @Option(names = "--on", paramLabel = "DAY", description = "At the end of this day; needs --instrument.")
        private Optional<String> on = Optional.empty();

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Printout list = printout("There is no component here.");
            if (on.isPresent() && instrument.isEmpty()) {
                throw new UnusableCommandException("--on asks what was on an instrument; name it with --instrument.");
            }
            Instant at = on.map(GivenTime::day)
                    .map(day -> day.plusDays(1)
                            .atStartOfDay(record.instruments().zone())
                            .toInstant()
                            .minusMillis(1))
                    .orElseGet(() -> rooms().clock().instant());
            List<Located> found = instrument
                    .map(slug ->
                            entry.registry().componentsOf(entry.instrument(slug).id(), at))
                    .orElseGet(() -> entry.registry().components());
            for (Located each : found) {
                Component part = each.component();
                String place = where(entry, each.place());
                ObjectNode node = list.add(String.format(
                        Locale.ROOT,
                        "%s  %-12s %-30s %s",
                        part.id(),
                        part.kind().word(),
                        part.name(),
                        place));
                node.put("id", part.id().toString())
                        .put("kind", part.kind().word())
                        .put("name", part.name())
                        .put("place", place);
                each.since().ifPresent(since -> node.put("since", since.toString()));
            }
            return list;
        }
    }

    private static String where(RegistryEntry entry, Move.Place place) {
        return place.instrumentId().map(entry::name).orElse(place.standing().word());
    }

    /** Shows the life of a component. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows where a component has been and what was changed of it.",
            footer = {"", "Example:", "  fiducial component show \"63x/1.4 oil\""})
    static final class Show extends ListCommand {

        @Parameters(paramLabel = "COMPONENT", description = "Its name or identifier.")
        private String component = "";

        Show(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Located located = entry.component(component);
            Component part = located.component();
            Printout list = printout("");
            ObjectNode node = list.add(part.kind().word() + " " + part.name() + ", " + where(entry, located.place()))
                    .put("id", part.id().toString())
                    .put("kind", part.kind().word())
                    .put("name", part.name())
                    .put("manufacturer", part.make().manufacturer())
                    .put("model", part.make().model())
                    .put("serial", part.make().serial())
                    .put("place", where(entry, located.place()));
            part.properties().forEach((name, value) -> {
                node.put(name, value);
                list.below("  " + name + " " + value);
            });
            ArrayNode moves = node.putArray("moves");
            entry.registry().origin(part.id()).ifPresent(id -> list.below("  added with " + entry.name(id)));
            for (Move move : entry.registry().moves(part.id())) {
                String to = where(entry, move.place());
                moves.addObject()
                        .put("at", move.at().toString())
                        .put("to", to)
                        .put("by", move.entered().by())
                        .put("reason", move.entered().reason());
                list.below("  " + move.at().atZone(move.entered().zone()).toLocalDate() + "  " + to + "  "
                        + move.entered().by() + ": " + move.entered().reason());
            }
            entry.registry().versions(part.id()).forEach(version -> RegistryEntry.describe(version, list));
            return list;
        }
    }

    /** Adds a component. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a component to an instrument.",
            footer = {
                "",
                "Kinds: objective, light-source, line, filter, detector, stage, scanner.",
                "Example:",
                "  fiducial component add lsm-1 objective \"20x/0.8\" --set na=0.8 --set magnification=20 --by Ada"
            })
    static final class Add extends EntryCommand {

        @Parameters(index = "0", paramLabel = "INSTRUMENT", description = "The instrument's address name.")
        private String instrument = "";

        @Parameters(index = "1", paramLabel = "KIND", description = "What it is.")
        private String kind = "";

        @Parameters(index = "2", paramLabel = "NAME", description = "What people call it.")
        private String name = "";

        @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "A field; may be given several times.")
        private Map<String, String> set = new LinkedHashMap<>();

        @Option(names = "--at", paramLabel = "TIME", description = "Since when it is there; without it, now.")
        private Optional<String> at = Optional.empty();

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Add(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Instrument stand = entry.instrument(instrument);
            Component.Kind what = Arrays.stream(Component.Kind.values())
                    .filter(each -> each.word().equals(kind))
                    .findFirst()
                    .orElseThrow(
                            () -> new UnusableCommandException("'" + kind + "' is no kind of component; it is one of "
                                    + Arrays.stream(Component.Kind.values())
                                            .map(Component.Kind::word)
                                            .collect(Collectors.joining(", "))
                                    + "."));
            Fields wish = entry.with(
                    Version.Kind.COMPONENT, new Fields(new TreeMap<>()).with(Fields.NAME, name.strip()), set);
            Component component = wish.applyTo(
                    new Component(rooms().ids().get(), what, name.strip(), Make.unknown(), new TreeMap<>()));
            entry.upkeep().add(component, stand.id(), moment(at, record, rooms()), who.signature());
            return "Added " + component.name() + " (" + component.id() + ") to " + stand.name() + ".";
        }
    }

    private static Instant moment(Optional<String> typed, FacilityRecord record, Rooms rooms) {
        Instant now = rooms.clock().instant();
        return typed.map(text -> GivenTime.past(text, record.instruments().zone(), now))
                .orElse(now);
    }

    /** Moves a component. */
    @Command(
            name = "move",
            mixinStandardHelpOptions = true,
            description =
                    "Moves a component onto another instrument, into the cupboard (stored) or out of service (retired).",
            footer = {
                "",
                "It is entered as an exchange on the instrument it leaves and on the one it comes to.",
                "Examples:",
                "  fiducial component move \"63x/1.4 oil\" lsm-2 --at 2026-03-12 --reason lent --by Ada",
                "  fiducial component move \"63x/1.4 oil\" retired --reason scratched"
            })
    static final class Moving extends EntryCommand {

        @Parameters(index = "0", paramLabel = "COMPONENT", description = "Its name or identifier.")
        private String component = "";

        @Parameters(index = "1", paramLabel = "TO", description = "An instrument, 'stored' or 'retired'.")
        private String to = "";

        @Option(names = "--at", paramLabel = "TIME", description = "When it was moved; without it, now.")
        private Optional<String> at = Optional.empty();

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Moving(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Located located = entry.component(component);
            Move.Place place =
                    switch (to) {
                        case "stored" -> Move.Place.off(Move.Standing.STORED);
                        case "retired" -> Move.Place.off(Move.Standing.RETIRED);
                        default -> Move.Place.on(entry.instrument(to).id());
                    };
            entry.upkeep().move(located.component().id(), place, moment(at, record, rooms()), who.signature());
            return located.component().name() + " is " + (place.instrumentId().isPresent() ? "on " : "") + to + " now.";
        }
    }

    /** Changes a component. */
    @Command(
            name = "edit",
            mixinStandardHelpOptions = true,
            description = "Changes what is known of a component; the version before stays in the record.",
            footer = {
                "",
                "Example:",
                "  fiducial component edit \"63x/1.4 oil\" --set serial=4711 --reason \"engraved\""
            })
    static final class Edit extends EntryCommand {

        @Parameters(paramLabel = "COMPONENT", description = "Its name or identifier.")
        private String component = "";

        @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "A field; may be given several times.")
        private Map<String, String> set = new LinkedHashMap<>();

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Edit(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Component part = entry.component(component).component();
            Fields known = entry.fields(Version.Kind.COMPONENT, part.id());
            Version version = entry.edit(
                    Version.Kind.COMPONENT,
                    part.id(),
                    entry.with(Version.Kind.COMPONENT, known, set),
                    Optional.empty(),
                    who.signature());
            return "Changed " + part.name() + "; version " + version.key().number() + " says: "
                    + RegistryEntry.words(version) + ".";
        }
    }
}
