package org.fiducial.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Measures what the project claims for the co-registration of channels and prints it as a table.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.CoregistrationBenchmark -Dbench.args="--beads 500"
 * }</pre>
 *
 * <p>Exit status 10 if a row that was run is missed: a virtual machine that fails exits with 1.
 */
public final class CoregistrationBenchmark {

    private CoregistrationBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Settings settings = Settings.of(List.of(arguments));
            boolean met = new ClaimTable(settings, out).print(new CoregistrationRows(settings).rows());
            System.exit(met ? 0 : ClaimTable.ROW_MISSED);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }
}
