package org.fiducial.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures what the project claims for logs of power meters and prints it as a table.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.PowerBenchmark
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.PowerBenchmark -Dbench.args="--rows read-10m"
 * }</pre>
 *
 * <p>Exit status 10 if a row that was run is missed: a virtual machine that fails exits with 1.
 */
public final class PowerBenchmark {

    private PowerBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        ClaimTable.run(arguments, PowerBenchmark::rows);
    }

    private static List<Row> rows(Settings settings) {
        List<Row> rows = new ArrayList<>(new PowerReadingRows(settings).rows());
        rows.addAll(new PowerAnalysisRows(settings).rows());
        return rows;
    }
}
