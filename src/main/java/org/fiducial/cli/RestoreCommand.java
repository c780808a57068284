package org.fiducial.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a data folder of a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Makes a data folder of a backup and verifies it: every file by its hash, the chain of audit rows, and"
                        + " that both are what the backup was taken of. The folder appears whole or not at all.",
        footer = {
            "",
            "Example:",
            "  fiducial restore /mnt/backup/fiducial-20260312T021500Z.zip --data fiducial-again",
            "",
            "Compare the head that is printed with the one noted when the backup was taken.",
            "Exit status: 0 restored, 1 restored with --damaged and not sound, 2 bad usage or backup, 3 internal fault."
        })
final class RestoreCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Parameters(paramLabel = "BACKUP", description = "A file that 'fiducial backup' or the page of backups wrote.")
    private Path backup = Path.of("");

    @Option(names = "--data", paramLabel = "DIR", required = true, description = "The data folder to be: new or empty.")
    private Path folder = Path.of("");

    @Option(
            names = "--damaged",
            description = "Restore it also where it was not sound when the backup was taken, and say what is wrong.")
    private boolean damaged;

    RestoreCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (Interruption interruption = Interruption.heard();
                TerminalProgress progress = new TerminalProgress(terminal, interruption)) {
            RecordProof restored = rooms.restore(backup, folder, damaged, progress);
            restored.faults().forEach(terminal.out()::println);
            terminal.out().println("Restored to '" + folder + "': " + restored.extent() + ".");
            restored.printHeads(terminal);
            return (restored.faults().isEmpty() ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAIL).code();
        }
    }
}
