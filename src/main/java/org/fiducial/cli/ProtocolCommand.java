package org.fiducial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.facility.form.OwnProtocolMaker;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.report.PaperForm;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Protocols a facility makes itself, without code. */
@Command(
        name = "protocol",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Adds protocols of your own, whose values are entered by hand, and takes them out of use and back.",
        footer = {"", "Example:", "  fiducial protocol add nitrogen.yaml --by \"Grace Hopper\""})
final class ProtocolCommand extends CommandGroup {

    private static OwnProtocolMaker maker(FacilityRecord record, Rooms rooms) {
        return new OwnProtocolMaker(
                record.ownProtocols(), record.instruments(), rooms.catalogue(), rooms.clock(), rooms.ids());
    }

    /** Adds a protocol, or its next version. */
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Adds a protocol, or the next version of one; what was added never changes.",
            footer = {
                "",
                "Example, a whole file:",
                "  id: nitrogen",
                "  title: Liquid nitrogen",
                "  summary: Reads the level of the dewar.",
                "  interval-days: 7",
                "  covers: [stand]",
                "  steps: [ { text: Read the dipstick., picture: dipstick.jpg } ]",
                "  fields:",
                "    - { name: level, title: Level, kind: number, unit: cm, possible: { low: 0, high: 90 },",
                "        warning: { low: 30 }, fail: { low: 15 }, reason: It boils off 3 cm a day. }",
                "",
                "Kinds of fields: number, yes-no, choice, text, photo, file; 'fiducial protocol show incubator' prints a",
                "protocol that travels with the program, as a pattern."
            })
    static final class Add extends EntryCommand {

        @CommandLine.Parameters(paramLabel = "FILE.yaml", description = "What the protocol asks.")
        private Path file = Path.of("");

        @Mixin
        private SignatureOptions who = new SignatureOptions();

        Add(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            OwnProtocol version = maker(record, rooms())
                    .add(new OwnProtocolMaker.Draft(file.toString(), text(), this::picture), who.by(), who.reason());
            return "Protocol " + version.reference() + " is added"
                    + (version.read().isRetired()
                            ? "; it is out of use until 'fiducial protocol restore "
                                    + version.reference().id() + "'."
                            : ".");
        }

        private String text() {
            if (!Files.isRegularFile(file)) {
                throw new UnusableCommandException(
                        "File '" + file + "' does not exist or is no file; a YAML file was expected.");
            }
            return new String(read(file), StandardCharsets.UTF_8);
        }

        private Optional<byte[]> picture(String name) {
            Path beside = file.toAbsolutePath().resolveSibling(Path.of(name).getFileName());
            return Files.isRegularFile(beside) ? Optional.of(read(beside)) : Optional.empty();
        }

        private static byte[] read(Path file) {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UnusableInputException(
                        "File '" + file + "' could not be read, because " + DiskFault.of(e) + "; check it.", e);
            }
        }
    }

    /** Says something of a protocol, and why. */
    private abstract static class OfProtocol extends EntryCommand {

        @CommandLine.Parameters(paramLabel = "PROTOCOL", description = "Its id.")
        private String protocol = "";

        @Mixin
        private ReasonedOptions who = new ReasonedOptions();

        OfProtocol(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        final String protocol() {
            return protocol;
        }

        final String by() {
            return who.by();
        }

        final String reason() {
            return who.reason();
        }
    }

    /** Takes a protocol out of use. */
    @Command(
            name = "retire",
            mixinStandardHelpOptions = true,
            description = "Takes a protocol of your own out of use, as another version of it; its history stays.",
            footer = {
                "",
                "No new check is made with it, and it stands in no list to choose from; 'fiducial protocol restore'",
                "takes it into use again.",
                "Example:",
                "  fiducial protocol retire nitrogen --reason \"the dewar was sold\" --by \"Grace Hopper\""
            })
    static final class Retire extends OfProtocol {

        Retire(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            OwnProtocol version = maker(record, rooms()).retire(protocol(), by(), reason());
            return "Protocol " + protocol() + " is out of use from version "
                    + version.reference().version() + " on; what was checked stays.";
        }
    }

    /** Takes a protocol into use again. */
    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Takes a protocol of your own into use again that was taken out of use.",
            footer = {"", "Example:", "  fiducial protocol restore nitrogen --reason \"a new dewar came\""})
    static final class Restore extends OfProtocol {

        Restore(Rooms rooms, Terminal terminal) {
            super(rooms, terminal);
        }

        @Override
        String enter(FacilityRecord record) {
            OwnProtocol version = maker(record, rooms()).restore(protocol(), by(), reason());
            return "Protocol " + protocol() + " is in use again from version "
                    + version.reference().version() + " on.";
        }
    }

    /** Prints the text of a protocol. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a protocol as it was written, to be changed and added again.",
            footer = {"", "Examples:", "  fiducial protocol show nitrogen", "  fiducial protocol show nitrogen@1.0"})
    static final class Show implements Callable<Integer> {

        private final Rooms rooms;
        private final Terminal terminal;

        @CommandLine.Parameters(paramLabel = "PROTOCOL", description = "Its id, or id@version; without one the newest.")
        private String protocol = "";

        @Mixin
        private DataOptions data = new DataOptions();

        Show(Rooms rooms, Terminal terminal) {
            this.rooms = rooms;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            terminal.out().print(text());
            return ExitStatus.DONE.code();
        }

        private String text() {
            List<OwnProtocol> own = List.of();
            if (rooms.holdsRecord(data.location())) {
                try (FacilityRecord record = rooms.open(data.location())) {
                    own = record.ownProtocols().all();
                }
            }
            return own.stream()
                    .filter(each -> each.reference().id().equals(protocol)
                            || each.reference().toString().equals(protocol))
                    .reduce((earlier, later) -> later)
                    .map(OwnProtocol::definition)
                    .orElseGet(() -> ProtocolFile.text(
                            rooms.catalogue().require(protocol).definition().reference()));
        }
    }

    /** Prints a protocol on paper. */
    @Command(
            name = "paper",
            mixinStandardHelpOptions = true,
            description = "Writes a protocol as a form to print: steps to tick, limits, and room to write.",
            footer = {"", "Example:", "  fiducial protocol paper incubator --out incubator.pdf"})
    static final class Paper implements Callable<Integer> {

        private final Rooms rooms;
        private final Terminal terminal;

        @CommandLine.Parameters(paramLabel = "PROTOCOL", description = "Its id, or id@version; without one the newest.")
        private String protocol = "";

        @Option(names = "--out", required = true, paramLabel = "FILE.pdf", description = "The file to write.")
        private Path out = Path.of("");

        @Mixin
        private DataOptions data = new DataOptions();

        Paper(Rooms rooms, Terminal terminal) {
            this.rooms = rooms;
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            PaperForm.Sheet sheet;
            if (rooms.holdsRecord(data.location())) {
                try (FacilityRecord record = rooms.open(data.location())) {
                    sheet = PaperForm.Sheet.of(
                            rooms.catalogue(record).require(protocol).definition());
                }
            } else {
                sheet = PaperForm.Sheet.of(rooms.catalogue().require(protocol).definition());
            }
            try {
                Files.write(out, rooms.paper().pdf(sheet));
            } catch (IOException e) {
                throw new UnusableInputException(
                        "File '" + out + "' could not be written, because " + DiskFault.of(e) + "; name another.", e);
            }
            terminal.out().println("Wrote " + out + ".");
            return ExitStatus.DONE.code();
        }
    }
}
