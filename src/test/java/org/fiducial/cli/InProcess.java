package org.fiducial.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.fiducial.Fiducial;
import org.fiducial.cli.PackedJar.Outcome;

/** Runs a command of the whole application in this process: as the packed jar does, without its start. */
final class InProcess {

    private InProcess() {}

    static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Fiducial.run(new Terminal(new PrintWriter(out), new PrintWriter(err), false), arguments);
        return new Outcome(status, out.toString(), err.toString());
    }
}
