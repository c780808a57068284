package org.fiducial.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

    private static final int ROW_MISSED = 10;

    private final Settings settings;
    private final PrintStream out;

    private PsfBenchmark(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Runs the benchmark. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            boolean met = new PsfBenchmark(Settings.of(List.of(arguments)), out).run();
            System.exit(met ? 0 : ROW_MISSED);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private boolean run() {
        List<String> table = new ArrayList<>();
        boolean met = true;
        out.println("seed " + settings.seed() + ", " + settings.beads() + " beads a row; single figures as they come");
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        out.printf(
                Locale.ROOT,
                "%d processors, load %.1f before the start: times are true only where this is below the processors%n",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage());
        for (Row row : chosen()) {
            long start = System.nanoTime();
            Row.Outcome outcome = row.measure();
            double seconds = (System.nanoTime() - start) * 1e-9;
            out.printf(
                    Locale.ROOT,
                    "%n%s: %s%n  must %s%n  is   %s  %s  (%.0f s)%n",
                    row.id(),
                    row.subject(),
                    row.requirement(),
                    outcome.figure(),
                    outcome.verdict().word(),
                    seconds);
            outcome.details().forEach(line -> out.println("    " + line));
            table.add("| " + row.subject() + " | " + row.requirement() + " | " + outcome.figure() + " | "
                    + outcome.verdict().word() + " |");
            met &= outcome.verdict() != Row.Verdict.MISSED;
        }
        out.println();
        out.println("| figure | must | is | |");
        out.println("|---|---|---|---|");
        table.forEach(out::println);
        return met;
    }

    private List<Row> chosen() {
        List<Row> all = new ArrayList<>(new GaussianRows(settings).rows());
        all.addAll(new FieldRows(settings).rows());
        all.addAll(new AberrationRows(settings).rows());
        all.addAll(new SpoiltRows(settings).rows());
        all.addAll(new SpeedRows(settings).rows());
        List<String> ids = all.stream().map(Row::id).toList();
        for (String asked : settings.rows()) {
            if (!ids.contains(asked)) {
                throw new IllegalArgumentException("unknown row " + asked + "; rows are " + String.join(", ", ids));
            }
        }
        return all.stream()
                .filter(row -> settings.rows().isEmpty() || settings.rows().contains(row.id()))
                .toList();
    }
}
