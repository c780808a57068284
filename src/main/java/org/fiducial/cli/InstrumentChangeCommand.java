package org.fiducial.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Installation;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes an instrument or a light path. */
@Command(
        name = "edit",
        mixinStandardHelpOptions = true,
        description = "Changes what is known of an instrument or a light path; the version before stays in the record.",
        footer = {
            "",
            "Fields of an instrument: name, manufacturer, model, serial, location, commissioned, identifier, notes.",
            "Of a light path: name, notes and the protocols' parameters. An empty value takes a field out.",
            "",
            "Examples:",
            "  fiducial instrument edit lsm-1 --set identifier=doi:10.21938/abc --reason \"PIDINST\" --by Ada",
            "  fiducial instrument edit lsm-1 --set location=\"Room 2.14\" --since 2026-03-12 --reason \"moved house\"",
            "  fiducial instrument edit lsm-1/63x-488 --part \"63x new\" --part \"488 nm\" --since 2026-03-12 --reason scratched"
        })
final class InstrumentChangeCommand extends EntryCommand {

    @Parameters(paramLabel = "INSTRUMENT[/PATH]", description = "The address name of an instrument or a light path.")
    private String address = "";

    @Option(names = "--set", paramLabel = "FIELD=VALUE", description = "A field; may be given several times.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--part", paramLabel = "NAME", description = "The parts of a light path, all of them.")
    private List<String> parts = List.of();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "When the instrument itself was changed; without it a mistake in the record is corrected.")
    private Optional<String> since = Optional.empty();

    @Mixin
    private SignatureOptions who = new SignatureOptions();

    InstrumentChangeCommand(Rooms rooms, Terminal terminal) {
        super(rooms, terminal);
    }

    @Override
    String enter(FacilityRecord record) {
        RegistryEntry entry = new RegistryEntry(record, rooms());
        Optional<Instant> at = since.map(text -> GivenTime.past(
                text, record.instruments().zone(), rooms().clock().instant()));
        Version version = address.contains("/") ? path(entry, at) : instrument(entry, at);
        return "Changed " + address + "; version " + version.key().number() + " says: " + RegistryEntry.words(version)
                + ".";
    }

    private Version instrument(RegistryEntry entry, Optional<Instant> at) {
        Instrument instrument = entry.instrument(address);
        Fields known = entry.fields(Version.Kind.INSTRUMENT, instrument.id());
        return entry.edit(
                Version.Kind.INSTRUMENT,
                instrument.id(),
                entry.with(Version.Kind.INSTRUMENT, known, set),
                at,
                who.signature());
    }

    private Version path(RegistryEntry entry, Optional<Instant> at) {
        Configuration path = entry.path(address);
        Fields known = entry.fields(Version.Kind.CONFIGURATION, path.id());
        Fields wish = entry.with(Version.Kind.CONFIGURATION, known, set);
        return entry.edit(
                Version.Kind.CONFIGURATION,
                path.id(),
                parts.isEmpty() ? wish : wish.with(Fields.COMPONENTS, entry.parts(path, parts)),
                at,
                who.signature());
    }

    /** Takes an instrument out of service, or back. */
    @Command(
            name = "service",
            mixinStandardHelpOptions = true,
            description = "Takes an instrument or a light path out of service, or back; its record stays.",
            footer = {
                "",
                "Examples:",
                "  fiducial instrument service lsm-1 --out 2026-03-12 --reason sold --by Ada",
                "  fiducial instrument service lsm-1 --back --reason \"the buyer backed out\"",
                "  fiducial instrument service lsm-1/63x-488 --out 2026-03-12 --reason \"laser sold\""
            })
    static final class Service extends EntryCommand {

        @Parameters(
                paramLabel = "INSTRUMENT[/PATH]",
                description = "The address name of an instrument or a light path.")
        private String slug = "";

        @Option(names = "--out", paramLabel = "DAY", description = "Out of service from this day on.")
        private Optional<String> out = Optional.empty();

        @Option(names = "--back", description = "Back into service.")
        private boolean back;

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Service(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            if (back == out.isPresent()) {
                throw new UnusableCommandException("Give either --out with a day or --back.");
            }
            RegistryEntry entry = new RegistryEntry(record, rooms());
            if (slug.contains("/")) {
                return path(entry, record.instruments().zone());
            }
            Instrument instrument = entry.instrument(slug);
            int seen = entry.registry().versions(instrument.id()).size() + 1;
            if (back) {
                entry.upkeep().recommission(instrument.id(), seen, who.signature());
                return instrument.name() + " is in service again.";
            }
            LocalDate day = GivenTime.day(out.orElseThrow());
            entry.upkeep().decommission(instrument.id(), seen, day, who.signature());
            return instrument.name() + " is out of service from " + day + " on; its record stays.";
        }

        private String path(RegistryEntry entry, ZoneId zone) {
            Configuration path = entry.path(slug);
            int seen = entry.registry().versions(path.id()).size() + 1;
            if (back) {
                entry.upkeep().reinstate(path.id(), seen, rooms().clock().instant(), who.signature());
                return path.name() + " is in use again.";
            }
            Instant at = GivenTime.past(out.orElseThrow(), zone, rooms().clock().instant());
            entry.upkeep().retire(path.id(), seen, at, who.signature());
            return path.name() + " is retired since " + LocalDate.ofInstant(at, zone) + "; its record stays.";
        }
    }

    /** Shows the versions of an instrument. */
    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Shows what was changed of an instrument or a light path, by whom and why.",
            footer = {"", "Example:", "  fiducial instrument history lsm-1"})
    static final class History extends ListCommand {

        @Parameters(
                paramLabel = "INSTRUMENT[/PATH]",
                description = "The address name of an instrument or a light path.")
        private String address = "";

        History(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Printout list = printout("Nothing was changed since it was added.");
            UUID id = address.contains("/")
                    ? entry.path(address).id()
                    : entry.instrument(address).id();
            entry.registry().versions(id).forEach(version -> RegistryEntry.describe(version, list));
            return list;
        }
    }

    /** Enters what runs on an instrument. */
    @Command(
            name = "software",
            mixinStandardHelpOptions = true,
            description = "Enters which software or firmware runs on an instrument; without a version, lists it.",
            footer = {
                "",
                "The first version of a program is what was found; a later one is an update, and entered as an event.",
                "",
                "Example:",
                "  fiducial instrument software lsm-1 ZEN 3.9 --at 2026-03-12 --by Ada --reason \"the maker asked for it\""
            })
    static final class Software extends EntryCommand {

        @Parameters(index = "0", paramLabel = "INSTRUMENT", description = "The instrument's address name.")
        private String slug = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "The program.", defaultValue = "")
        private String name = "";

        @Parameters(index = "2", paramLabel = "VERSION", description = "Its version.", defaultValue = "")
        private String number = "";

        @Option(names = "--firmware", description = "It is the firmware of a part.")
        private boolean firmware;

        @Option(names = "--part", paramLabel = "NAME", description = "The part it runs on.")
        private Optional<String> part = Optional.empty();

        @Option(names = "--at", paramLabel = "TIME", description = "Since when it runs; without it, now.")
        private Optional<String> at = Optional.empty();

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Software(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Instrument instrument = entry.instrument(slug);
            if (name.isBlank()) {
                return listed(entry, instrument);
            }
            if (number.isBlank()) {
                throw new UnusableCommandException("The version of " + name + " is missing.");
            }
            Installation.Host host = new Installation.Host(
                    instrument.id(),
                    part.map(typed -> entry.component(typed).component().id()));
            Installation.Release release = new Installation.Release(
                    firmware ? Installation.Kind.FIRMWARE : Installation.Kind.SOFTWARE, name.strip(), number.strip());
            Instant now = rooms().clock().instant();
            Instant when = at.map(
                            text -> GivenTime.past(text, record.instruments().zone(), now))
                    .orElse(now);
            entry.upkeep().install(host, release, when, who.signature());
            return instrument.name() + " runs " + release.name() + " " + release.number() + ".";
        }

        private static String listed(RegistryEntry entry, Instrument instrument) {
            List<Installation> all = entry.registry().installations(instrument.id());
            return all.isEmpty()
                    ? "No software is known of " + instrument.name() + " yet."
                    : all.stream()
                            .map(each -> each.at().atZone(each.entered().zone()).toLocalDate() + "  "
                                    + each.release().name() + " "
                                    + each.release().number())
                            .collect(Collectors.joining("\n"));
        }
    }
}
