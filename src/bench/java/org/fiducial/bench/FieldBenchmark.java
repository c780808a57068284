package org.fiducial.bench;

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
        ClaimTable.run(arguments, settings -> new IlluminationRows(settings).rows());
    }
}
