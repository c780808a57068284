package org.fiducial.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves that a record is as it was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Proves that the record is as it was written: hashes every kept input file again, walks the chain"
                + " of audit rows, and checks the database.",
        footer = {
            "",
            "Example: with the head an earlier 'fiducial verify' printed",
            "  fiducial verify --head 4f6bd0…",
            "",
            "Whoever may write the data folder could compute a new chain; a head that was noted elsewhere shows that.",
            "Exit status: 0 as written, 1 something was changed, 2 bad usage or bad input, 3 internal fault."
        })
final class VerifyCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Option(names = "--head", paramLabel = "HASH", description = "A head noted earlier; may be repeated.")
    private List<String> heads = List.of();

    @Option(names = "--json", description = "Print what was found for a machine to read.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    VerifyCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        heads.forEach(VerifyCommand::requireHash);
        try (Interruption interruption = Interruption.heard();
                FacilityRecord record = data.openExisting(rooms);
                TerminalProgress progress = new TerminalProgress(terminal, interruption)) {
            RecordProof proof = record.verify(progress);
            ClockDoubt.say(record, rooms.clock(), terminal);
            List<String> faults = new ArrayList<>(proof.faults());
            heads.stream()
                    .filter(head -> !record.holdsHead(head.toLowerCase(Locale.ROOT)))
                    .map(head -> "No audit row has the head " + head
                            + ": rows were changed or cut off since it was noted, or it is that of another record.")
                    .forEach(faults::add);
            print(proof, faults);
            return faults.isEmpty() ? ExitStatus.DONE.code() : ExitStatus.DONE_WITH_FAIL.code();
        }
    }

    private static void requireHash(String head) {
        if (!head.matches("[0-9a-fA-F]{64}")) {
            throw new UnusableCommandException(
                    "--head takes the 64 hexadecimal digits that 'fiducial verify' prints, but '" + head
                            + "' was given.");
        }
    }

    private void print(RecordProof proof, List<String> faults) {
        if (json) {
            terminal.out().println(document(proof, faults));
            terminal.out().flush();
            return;
        }
        faults.forEach(terminal.out()::println);
        terminal.out()
                .println(
                        (faults.isEmpty() ? "Everything is as it was written: " : "Examined: ") + proof.extent() + ".");
        proof.printHeads(terminal);
    }

    private static String document(RecordProof proof, List<String> faults) {
        ObjectNode document = Json.object().put("asWritten", faults.isEmpty()).put("files", proof.files());
        document.put("bytes", proof.bytes());
        ArrayNode all = document.putArray("heads");
        proof.heads().forEach(head -> all.addObject()
                .put("facility", head.facility())
                .put("rows", head.rows())
                .put("head", head.hash()));
        ArrayNode sentences = document.putArray("faults");
        faults.forEach(sentences::add);
        return Json.text(document);
    }
}
