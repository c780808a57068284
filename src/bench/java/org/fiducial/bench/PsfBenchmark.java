package org.fiducial.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures what the project claims for bead stacks and prints it as a table.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec
 * mvn -q -Pbench test-compile exec:exec -Dbench.args="--beads 200 --rows fwhm3d-bias,spoilt"
 * }</pre>
 *
 * <p>The rows that start the program need the built jar. Exit status 10 if a row that was run is missed:
 * a virtual machine that fails exits with 1.
 */
public final class PsfBenchmark {

    private PsfBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        ClaimTable.run(arguments, PsfBenchmark::rows);
    }

    private static List<Row> rows(Settings settings) {
        List<Row> all = new ArrayList<>(new GaussianRows(settings).rows());
        all.addAll(new FieldRows(settings).rows());
        all.addAll(new AberrationRows(settings).rows());
        all.addAll(new SpoiltRows(settings).rows());
        all.addAll(new SpeedRows(settings).rows());
        return all;
    }
}
