package org.fiducial.metrology.power;

import java.nio.file.Path;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;

/** Understands the log of a power meter. */
interface PowerLogReader {

    /**
     * Reads one file, or one file of a folder of them.
     *
     * @param file the log
     * @param source which file of the acquisition, counted from 0
     * @param parameters what was given or is known: {@code power-unit}, {@code date-order}, {@code line}, {@code set-point},
     *     {@code location}
     * @throws org.fiducial.metrology.protocol.MissingParameterException if the unit or the order of dates is not in the
     *     file and was not given
     * @throws org.fiducial.metrology.protocol.UnusableInputException if the file cannot be read, with its line
     */
    PowerLog read(Path file, int source, Parameters parameters, Progress progress);
}
