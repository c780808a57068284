package org.fiducial.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Analyses files and stores the result as a check of a configuration. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Analyses files and stores the result as a check of an optical configuration.",
        footer = {
            "",
            "Example:",
            "  fiducial record psf-beads beads.tif --configuration lsm-1/oil63-488 --reason scheduled \\",
            "      --at 2026-03-12T14:30 --by \"A. Lovelace\" --set bead-diameter=100nm",
            "",
            "  fiducial record incubator --configuration lsm-1/oil63-488 --reason scheduled \\",
            "      --set \"temperature=36.9; 37.0; 36.9\" --set co2=5.1 --set water=yes",
            "",
            "Reasons: scheduled, complaint, as-found, as-left, after-service, acceptance, suitcase-visit, baseline.",
            "What the instrument's registry knows (NA, immersion, wavelengths) need not be given again.",
            "What a protocol can be told with --set is listed by 'fiducial protocols psf-beads'.",
            "Exit status: 0 done, 1 done but something failed a limit, 2 bad usage or bad input, 3 internal fault."
        })
final class RecordCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @CommandLine.Parameters(index = "0", paramLabel = "PROTOCOL", description = "The protocol, for instance psf-beads.")
    private String protocol = "";

    @CommandLine.Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "The files of one acquisition; none where values are entered with --set.")
    private List<Path> files = List.of();

    @Option(
            names = "--configuration",
            required = true,
            paramLabel = "INSTRUMENT/CONFIGURATION",
            description = "The light path the files were made in; 'fiducial instrument list' names them.")
    private String configuration = "";

    @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why the check was done.")
    private String reason = "";

    @Option(names = "--at", paramLabel = "TIME", description = "When the files were made; default now.")
    private Optional<String> at = Optional.empty();

    @Mixin
    private AuthorOption who = new AuthorOption();

    @Option(names = "--note", paramLabel = "TEXT", description = "Anything worth knowing later.")
    private String note = "";

    @Option(
            names = "--meter",
            paramLabel = "METER",
            description = "The power meter it was measured with; 'fiducial kit list' names them.")
    private Optional<String> meter = Optional.empty();

    @Option(
            names = "--artefact",
            paramLabel = "ARTEFACT",
            description = "The slide it was measured on; its bead size and kind need not be given.")
    private Optional<String> artefact = Optional.empty();

    @Option(names = "--json", description = "Print the check for a machine to read.")
    private boolean json;

    @Mixin
    private GivenParameters given = new GivenParameters();

    @Mixin
    private DataOptions data = new DataOptions();

    RecordCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CheckReason why = knownReason();
        try (Interruption interruption = Interruption.heard();
                FacilityRecord record = data.openReal(rooms, false);
                TerminalProgress progress = new TerminalProgress(terminal, interruption)) {
            Catalogue.Entry entry = rooms.catalogue(record).requireInUse(protocol);
            List<Parameter> parameters = given.of(entry.definition());
            ZoneId zone = record.instruments().zone();
            CheckRecorder.Request request = new CheckRecorder.Request(
                    configuration(record.instruments()),
                    new CheckRecorder.Evidence(
                            files,
                            parameters,
                            new CheckRecorder.Tools(
                                    meter.map(slug -> KitCommand.known(record.kit(), slug)),
                                    artefact.map(slug -> KitItem.artefact(record.kit(), slug)))),
                    why,
                    at.map(text -> past(text, zone)),
                    new CheckRecorder.Signature(who.by(), note, zone));
            CheckRecorder.Books books =
                    new CheckRecorder.Books(record.checks(), record.kit(), record.columnMappings(), record.limits());
            Check check = new CheckRecorder(books, rooms.hashing(), rooms.clock(), rooms.ids())
                    .record(entry, request, progress);
            print(entry, check);
            return ExitStatus.of(check.judgement().overall());
        }
    }

    private void print(Catalogue.Entry entry, Check check) {
        if (json) {
            terminal.out().println(Json.of(check, configuration));
        } else {
            new ResultSummary(entry.definition(), check.result(), check.judgement())
                    .lines()
                    .forEach(terminal.out()::println);
            terminal.out().println("Stored as check " + check.id() + " of " + configuration + ".");
        }
        terminal.out().flush();
    }

    private CheckReason knownReason() {
        return CheckReason.of(reason)
                .orElseThrow(() -> new UnusableCommandException("--reason takes a word of a list, but '" + reason
                        + "' was given; "
                        + Spelling.advice(
                                reason,
                                Arrays.stream(CheckReason.values())
                                        .map(CheckReason::word)
                                        .toList())
                        + "."));
    }

    private Configuration configuration(Instruments instruments) {
        return instruments
                .configuration(configuration)
                .orElseThrow(() -> new UnusableCommandException(
                        "There is no configuration '" + configuration + "'; " + known(instruments) + "."));
    }

    private String known(Instruments instruments) {
        List<String> paths = instruments.all().stream()
                .flatMap(instrument -> instruments.configurations(instrument.id()).stream()
                        .map(each -> instrument.slug() + "/" + each.slug()))
                .toList();
        return paths.isEmpty()
                ? "add an instrument with 'fiducial instrument add FILE.yaml'"
                : Spelling.advice(configuration, paths);
    }

    private Instant past(String text, ZoneId zone) {
        Instant now = rooms.clock().instant();
        Instant moment = GivenTime.past(text, zone, now);
        if (moment.isAfter(now)) {
            throw new UnusableCommandException(
                    "--at takes the time the files were made, but '" + text + "' lies in the future.");
        }
        return moment;
    }
}
