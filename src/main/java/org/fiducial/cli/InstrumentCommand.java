package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.fiducial.exchange.InstrumentFile;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds, lists and changes instruments. */
@Command(
        name = "instrument",
        mixinStandardHelpOptions = true,
        description = "Adds, lists and changes instruments.",
        footer = {
            "",
            "Examples:",
            "  fiducial instrument add lsm-1.yaml",
            "  fiducial instrument edit lsm-1 --set location=\"Room 2.14\" --reason \"wrong on the sticker\" --by Ada",
            "  fiducial instrument import microscope.json --preview"
        })
final class InstrumentCommand extends CommandGroup {

    /** Adds the instrument a file describes. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds an instrument with its components and optical configurations from a YAML file.",
            footer = {
                "",
                "Example: fiducial instrument add lsm-1.yaml, where lsm-1.yaml reads",
                "",
                "  facility: {name: Imaging Centre, zone: Europe/Berlin}",
                "  instrument:",
                "    slug: lsm-1                   # its name in addresses and on the command line",
                "    name: Confocal 1",
                "    manufacturer: Maker",
                "    model: Model",
                "    serial: \"4711\"",
                "    location: Room 1.07           # and commissioned, identifier, notes",
                "  components:",
                "    - key: oil63                  # its name within this file",
                "      kind: objective             # or light-source, line, filter, detector, stage, scanner",
                "      name: 63x/1.4 oil",
                "      properties: {na: 1.4, immersion: oil}",
                "  configurations:",
                "    - slug: oil63-488",
                "      name: 63x oil, 488 nm",
                "      components: [oil63]",
                "      properties: {modality: confocal, excitation: 488nm, emission: 525nm, pinhole: 1}",
                "",
                "Properties carry the names of the protocols' parameters. A facility of another name than the first",
                "one in the data folder is one that was visited."
            })
    static final class Add implements Callable<Integer> {

        private final Rooms rooms;
        private final Terminal terminal;

        @CommandLine.Parameters(paramLabel = "FILE.yaml", description = "The description of the instrument.")
        private Path file = Path.of("");

        @Mixin
        private AuthorOption who = new AuthorOption();

        @Mixin
        private DataOptions data = new DataOptions();

        Add(Rooms rooms, Terminal terminal) {
            this.rooms = rooms;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            InstrumentFile description = InstrumentFile.read(file, rooms.catalogue());
            data.announceNew(rooms, terminal);
            try (FacilityRecord record = data.openReal(rooms, true)) {
                Instrument added = description.addTo(
                        record.instruments(),
                        new InstrumentFile.Adding(rooms.ids(), rooms.clock().instant(), who.by()));
                terminal.out()
                        .println("Added " + added.slug() + "; its configurations are "
                                + String.join(
                                        ", ",
                                        record.instruments().configurations(added.id()).stream()
                                                .map(each -> added.slug() + "/" + each.slug())
                                                .toList())
                                + ".");
                return ExitStatus.DONE.code();
            }
        }
    }

    /** Lists instruments and configurations. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists instruments and their optical configurations.",
            footer = {"", "Example:", "  fiducial instrument list --json"})
    static final class Listing extends ListCommand {

        Listing(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        Printout list(FacilityRecord record) {
            Printout list = printout("There is no instrument yet; add one with 'fiducial instrument add FILE.yaml'.");
            Map<UUID, LocalDate> retired = record.instruments().retired();
            for (Instrument instrument : record.instruments().all()) {
                ObjectNode node = list.add(line(instrument.slug(), instrument.name()))
                        .put("slug", instrument.slug())
                        .put("name", instrument.name());
                ArrayNode paths = node.putArray("configurations");
                for (Configuration each : record.instruments().configurations(instrument.id())) {
                    String path = instrument.slug() + "/" + each.slug();
                    ObjectNode known = paths.addObject().put("path", path).put("name", each.name());
                    Optional<LocalDate> since = Optional.ofNullable(retired.get(each.id()));
                    since.ifPresent(day -> known.put("retired", day.toString()));
                    list.below(line(
                            "  " + path,
                            each.name()
                                    + since.map(day -> " (retired since " + day + ")")
                                            .orElse("")));
                }
            }
            return list;
        }

        private static String line(String path, String name) {
            return String.format("%-36s %s", path, name);
        }
    }
}
