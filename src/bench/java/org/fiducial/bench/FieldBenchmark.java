package org.fiducial.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Measures what the project claims for images of uniform slides and prints it as a table.
 *
 * <pre>{@code
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.FieldBenchmark
 * mvn -q -Pbench test-compile exec:exec -Dbench.main=org.fiducial.bench.FieldBenchmark -Dbench.args="--rows flat"
 * }</pre>
 *
 * <p>Exit status 10 if a row that was run is missed: a virtual machine that fails exits with 1.
 */
public final class FieldBenchmark {

    private FieldBenchmark() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Settings settings = Settings.of(List.of(arguments));
            System.exit(new ClaimTable(settings, out).print(rows(settings)) ? 0 : ClaimTable.ROW_MISSED);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private static List<Row> rows(Settings settings) {
        return new IlluminationRows(settings).rows();
    }
}
