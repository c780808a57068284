package org.fiducial.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that enters something in the record of a facility, which must be there already, and says what. */
abstract class EntryCommand implements Callable<Integer> {

    private final Rooms rooms;
    private final Terminal terminal;

    @Mixin
    private DataOptions data = new DataOptions();

    EntryCommand(Rooms rooms, Terminal terminal) {
        this.rooms = rooms;
        this.terminal = terminal;
    }

    /**
     * Enters it.
     *
     * @return the sentence that says what was entered
     */
    abstract String enter(FacilityRecord record);

    final Rooms rooms() {
        return rooms;
    }

    final Terminal terminal() {
        return terminal;
    }

    @Override
    public final Integer call() {
        try (FacilityRecord record = data.openReal(rooms, false)) {
            terminal.out().println(enter(record));
            return ExitStatus.DONE.code();
        }
    }
}
