package org.fiducial.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.fiducial.exchange.InstrumentDraft;
import org.fiducial.exchange.InstrumentFile;
import org.fiducial.exchange.InstrumentImport;
import org.fiducial.facility.instrument.Fields;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Slug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an instrument over from a file of another program. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Adds the instrument a microscope.json of the Micro-Meta App, an OME-XML file or an OME-TIFF"
                + " describes. What has no place here is listed and kept among its notes.",
        footer = {
            "",
            "Examples:",
            "  fiducial instrument import microscope.json --preview",
            "  fiducial instrument import image.ome.tif --name \"Confocal 1\" --slug lsm-1 --by Ada"
        })
final class InstrumentImportCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "The file to read.")
    private Path file = Path.of("");

    @Option(names = "--preview", description = "Only show what would be added, as the YAML of 'instrument add'.")
    private boolean preview;

    @Option(names = "--name", paramLabel = "NAME", description = "What people call the instrument.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--slug", paramLabel = "NAME", description = "Its name in addresses; made of the name without it.")
    private Optional<String> slug = Optional.empty();

    @Option(names = "--location", paramLabel = "PLACE", description = "Where it stands.")
    private Optional<String> location = Optional.empty();

    @Mixin
    private AuthorOption who = new AuthorOption();

    @Mixin
    private DataOptions data = new DataOptions();

    InstrumentImportCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        InstrumentDraft draft = InstrumentImport.read(file, rooms.catalogue())
                .with(new Fields(new TreeMap<>())
                        .with(Fields.NAME, name.orElse(""))
                        .with(Fields.LOCATION, location.orElse("")));
        String yaml = draft.yaml(slug.orElseGet(() -> Slug.of(draft.fields().text(Fields.NAME))));
        if (preview) {
            terminal.out().print(yaml);
            terminal.out()
                    .println("# " + draft.parts().size() + " components, "
                            + draft.paths().size() + " light paths; "
                            + draft.leftOver().size() + " statements have no place and stand in the notes.");
            return ExitStatus.DONE.code();
        }
        InstrumentFile description = InstrumentFile.of(file.toString(), yaml, rooms.catalogue());
        try (FacilityRecord record = data.openReal(rooms, false)) {
            Instrument added = description.addTo(
                    record.instruments(),
                    new InstrumentFile.Adding(rooms.ids(), rooms.clock().instant(), who.by()));
            terminal.out()
                    .println("Added " + added.slug() + " with " + draft.parts().size() + " components and "
                            + draft.paths().size() + " light paths.");
            draft.leftOver().forEach(each -> terminal.out().println("  not placed: " + each));
            return ExitStatus.DONE.code();
        }
    }

    /** Describes an instrument so that one like it can be added. */
    @Command(
            name = "template",
            mixinStandardHelpOptions = true,
            description = "Prints the description of an instrument without serial numbers, for another one like it.",
            footer = {
                "",
                "Example:",
                "  fiducial instrument template lsm-1 > lsm-2.yaml    # change slug and name, then 'instrument add'"
            })
    static final class Template extends EntryCommand {

        @Parameters(paramLabel = "INSTRUMENT", description = "The instrument's address name.")
        private String slug = "";

        Template(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            RegistryEntry entry = new RegistryEntry(record, rooms());
            Instrument instrument = entry.instrument(slug);
            return InstrumentDraft.like(
                            Fields.of(instrument),
                            entry.registry()
                                    .componentsOf(
                                            instrument.id(), rooms().clock().instant()),
                            record.instruments().configurations(instrument.id()))
                    .yaml(slug)
                    .strip();
        }
    }
}
