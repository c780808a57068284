package org.fiducial.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.ItemTable;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.ResultDocument;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Analyses files and writes what was found into a folder; stores nothing. */
@Command(
        name = "analyse",
        mixinStandardHelpOptions = true,
        description = "Analyses files and writes result.json, items.csv, pictures and a report; stores nothing.",
        footer = {
            "",
            "Example: a bead stack whose file does not know the objective:",
            "  fiducial analyse psf-beads beads.tif --set na=1.4 --set immersion=oil --set emission=525nm \\",
            "      --set modality=widefield --set bead-diameter=100nm --out results",
            "",
            "Several files are repeats of one acquisition and are pooled.",
            "What a protocol can be told with --set is listed by 'fiducial protocols psf-beads'.",
            "Exit status: 0 done, 1 done but something failed a limit, 2 bad usage or bad input, 3 internal fault."
        })
final class AnalyseCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;
    private final CompletableFuture<Catalogue> catalogue;

    @CommandLine.Parameters(index = "0", paramLabel = "PROTOCOL", description = "The protocol, for instance psf-beads.")
    private String protocol = "";

    @CommandLine.Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The files of one acquisition.")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder that receives the files.")
    private Path out = Path.of("");

    @Option(names = "--json", description = "Print what result.json holds instead of a summary.")
    private boolean json;

    @Option(names = "--no-report", description = "Write result.json and items.csv only: no pictures, no report.")
    private boolean noReport;

    @Option(names = "--pdf", description = "Write report.pdf too.")
    private boolean pdf;

    @Mixin
    private GivenParameters given = new GivenParameters();

    AnalyseCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
        // Reading the definitions and loading the JSON library take as long as measuring a small stack, so both are
        // under
        // way while the command line is still being understood.
        this.catalogue = CompletableFuture.supplyAsync(rooms::catalogue, rooms.hashing());
        rooms.hashing().execute(Json::object);
    }

    @Override
    public Integer call() {
        if (noReport && pdf) {
            throw new UnusableCommandException("--no-report and --pdf contradict each other; leave one of them out.");
        }
        if (!noReport) {
            TemporaryFolder.require();
        }
        Catalogue.Entry entry = catalogue.join().require(protocol);
        Parameters parameters = entry.definition().defaults().with(given.of(entry.definition()));
        OutputFolder folder = OutputFolder.at(out);
        try (Interruption interruption = Interruption.heard();
                TerminalProgress progress = new TerminalProgress(terminal, interruption)) {
            AnalysisResult result = entry.module().analyse(Inputs.of(files, rooms.hashing()), parameters, progress);
            Judgement judgement = LimitSet.defaultsOf(entry.definition()).judge(result);
            byte[] document = write(entry, result, judgement, folder, progress);
            print(document, new ResultSummary(entry.definition(), result, judgement), folder);
            return ExitStatus.of(judgement.overall());
        }
    }

    private byte[] write(
            Catalogue.Entry entry,
            AnalysisResult result,
            Judgement judgement,
            OutputFolder folder,
            TerminalProgress progress) {
        DrawnReport drawn =
                noReport ? DrawnReport.none() : rooms.artist().draw(entry.definition(), result, judgement, pdf);
        byte[] document = ResultDocument.write(result, drawn.pictures());
        Map<String, byte[]> contents = new TreeMap<>(drawn.files());
        contents.put("result.json", document);
        contents.put("items.csv", ItemTable.write(result.items()));
        progress.throwIfCancelled();
        folder.replace(contents);
        return document;
    }

    private void print(byte[] document, ResultSummary summary, OutputFolder folder) {
        if (json) {
            terminal.out().print(new String(document, StandardCharsets.UTF_8));
        } else {
            summary.lines().forEach(terminal.out()::println);
            terminal.out().println("Written to " + folder.path() + ".");
        }
        terminal.out().flush();
    }
}
