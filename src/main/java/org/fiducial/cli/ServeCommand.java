package org.fiducial.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the pages of a record. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Serves the pages of a record to browsers on this machine, until Ctrl-C.",
        footer = {"", "Example:", "  fiducial serve --data fiducial-data --port 8080"})
final class ServeCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Mixin
    private PortOption port = new PortOption();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            hidden = true,
            description = "Refused until there are accounts; the pages stay on this machine.")
    private String host = PortOption.LOCAL;

    @Mixin
    private DataOptions data = new DataOptions();

    ServeCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!host.equals(PortOption.LOCAL)) {
            throw new UnusableCommandException("--host " + host + " is refused, because there are no accounts yet and"
                    + " anybody could change the record; leave --host out to serve this machine only.");
        }
        int number = port.number();
        DataLocation location = data.location();
        data.announceNew(rooms, terminal);
        try (Interruption interruption = Interruption.heard();
                FacilityRecord record = rooms.open(location);
                RunningPages pages = rooms.serve(record, location, number)) {
            terminal.out()
                    .println("Fiducial serves "
                            + location.folder().toAbsolutePath().normalize() + " at " + pages.address()
                            + " until Ctrl-C.");
            terminal.out().flush();
            interruption.await();
            return ExitStatus.DONE.code();
        }
    }
}
