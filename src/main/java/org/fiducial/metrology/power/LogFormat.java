package org.fiducial.metrology.power;

import java.util.Optional;
import org.fiducial.metrology.table.Table;

/** One kind of log, recognised by what stands in it, never by its name alone. */
interface LogFormat {

    /**
     * The layout of a log of this kind, and what its head says.
     *
     * @return empty if the table is of another kind; notes are then left as they were
     * @throws org.fiducial.metrology.protocol.UnusableInputException if it is of this kind but cannot be used
     */
    Optional<LogLayout> recognise(Table table, LogNotes notes);
}
