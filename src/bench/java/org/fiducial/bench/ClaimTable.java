package org.fiducial.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Runs rows of claims and prints what came out as a table. */
final class ClaimTable {

    /** Exit status of a benchmark with a row that was missed. */
    static final int ROW_MISSED = 10;

    private final Settings settings;
    private final PrintStream out;

    /**
     * Runs a benchmark from its arguments and ends the program: 0 if all rows are met, 2 for wrong arguments.
     *
     * @param rows the rows it has under given settings
     */
    static void run(String[] arguments, Function<Settings, List<Row>> rows) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Settings settings = Settings.of(List.of(arguments));
            System.exit(new ClaimTable(settings, out).print(rows.apply(settings)) ? 0 : ROW_MISSED);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    ClaimTable(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Runs and prints the chosen rows; false if one is missed. */
    boolean print(List<Row> all) {
        List<String> table = new ArrayList<>();
        boolean met = true;
        out.println("seed " + settings.seed() + ", " + settings.beads() + " beads a row; single figures as they come");
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        out.printf(
                Locale.ROOT,
                "%d processors, load %.1f before the start: times are true only where this is below the processors%n",
                system.getAvailableProcessors(),
                system.getSystemLoadAverage());
        for (Row row : chosen(all)) {
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

    private List<Row> chosen(List<Row> all) {
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
