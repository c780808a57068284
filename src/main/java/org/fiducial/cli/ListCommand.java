package org.fiducial.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that lists something of the record of a facility, for people or for a machine. */
abstract class ListCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Option(names = "--json", description = "Print JSON for a machine to read.")
    private boolean json;

    @Mixin
    private DataOptions data = new DataOptions();

    ListCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    /** The list, filled. */
    abstract Printout list(FacilityRecord record);

    /** What the list means, once it is filled: done, unless a command says otherwise. */
    ExitStatus outcome() {
        return ExitStatus.DONE;
    }

    /**
     * An empty list.
     *
     * @param nothing what people read where nothing is added
     */
    final Printout printout(String nothing) {
        return new Printout(terminal, json, nothing);
    }

    final Rooms rooms() {
        return rooms;
    }

    @Override
    public final Integer call() {
        try (FacilityRecord record = data.openExisting(rooms)) {
            list(record).print();
            return outcome().code();
        }
    }
}
