package org.fiducial.bench;

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
        ClaimTable.run(arguments, settings -> new CoregistrationRows(settings).rows());
    }
}
