package org.fiducial.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes a whole record into one file, while it is in use. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Writes the whole record, with its database, kept files and the facility's own templates, into one ZIP"
                        + " file while it is in use. Every kept file is hashed on the way, and the backup is read back before it"
                        + " gets its name.",
        footer = {
            "",
            "Examples:",
            "  fiducial backup /mnt/backup",
            "  fiducial backup before-the-move.zip --data fiducial-data",
            "",
            "A folder gets a file named after the time. Every night, by a line of 'crontab -e':",
            "  15 2 * * *  java -jar /opt/fiducial/fiducial.jar backup /mnt/backup --data /srv/fiducial",
            "Keep backups on another machine, note the head that is printed, and try 'fiducial restore' now and then.",
            "Whoever can read a backup can read all that is recorded, and hashes of passwords.",
            "With --db back up the database with PostgreSQL's pg_dump, then copy the folders 'files' and 'drafts'.",
            "Exit status: 0 done, 1 done but something in the record was changed, 2 bad usage, 3 internal fault."
        })
final class BackupCommand implements Callable<Integer> {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("'fiducial-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);

    private final Rooms rooms;
    private final Terminal terminal;

    @Parameters(paramLabel = "TARGET", description = "A new file, or a folder that is there.")
    private Path target = Path.of("");

    @Mixin
    private DataOptions data = new DataOptions();

    BackupCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path file = Files.isDirectory(target)
                ? target.resolve(STAMP.format(rooms.clock().instant()))
                : target;
        requirePlace(file);
        try (Interruption interruption = Interruption.heard();
                FacilityRecord record = data.openExisting(rooms);
                TerminalProgress progress = new TerminalProgress(terminal, interruption)) {
            RecordProof taken = record.backUp(file, progress);
            taken.faults().forEach(terminal.out()::println);
            terminal.out()
                    .println("Backed up to '" + file + "' (" + RecordProof.size(Files.size(file)) + "): "
                            + taken.extent() + ".");
            taken.printHeads(terminal);
            return (taken.faults().isEmpty() ? ExitStatus.DONE : ExitStatus.DONE_WITH_FAIL).code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requirePlace(Path file) {
        Path place = file.toAbsolutePath().normalize();
        Path parent = place.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new UnusableCommandException(
                    "The folder '" + parent + "' is not there; make it, or name another for the backup.");
        }
        Path folder = data.location().folder().toAbsolutePath().normalize();
        if (place.startsWith(folder) && !place.startsWith(folder.resolve("backups"))) {
            throw new UnusableCommandException("'" + file + "' lies in the data folder, which a backup holds; name a"
                    + " place outside, best on another disk.");
        }
    }
}
