package org.fiducial.bench;

import java.util.List;
import java.util.stream.Stream;

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
        ClaimTable.run(arguments, settings -> Stream.of(
                        new CoregistrationRows(settings).rows(),
                        new PhysicalShiftRows(settings).rows(),
                        new BallRows(settings).rows())
                .flatMap(List::stream)
                .toList());
    }
}
