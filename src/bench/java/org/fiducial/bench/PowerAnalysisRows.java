package org.fiducial.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The row about analysing logs: that a very long one is analysed in little memory, from file to report. */
final class PowerAnalysisRows {

    private static final int READINGS = 10_000_000;
    private static final int SPIKE_EVERY = 1_000_003;

    private final Settings settings;

    PowerAnalysisRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(Claim.of(
                "analyse-10m",
                "analysing a log of 10 million readings with -Xmx512m, from the file to the report with its pictures",
                "done, every spike found",
                () -> Folder.use(this::tenMillion)));
    }

    private Row.Outcome tenMillion(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("power.csv");
        int spikes = write(file);
        Path out = folder.resolve("out");
        Path said = folder.resolve("said.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.fiducial.Fiducial",
                        "analyse",
                        "light-source-stability",
                        file.toString(),
                        "--out",
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroy();
            return Row.Outcome.notMeasured("not done after 20 minutes");
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        Path items = out.resolve("items.csv");
        long found = Files.exists(items)
                ? Files.readAllLines(items, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.contains("SPIKE"))
                        .count()
                : -1;
        return Row.Outcome.judged(
                found == spikes && process.exitValue() <= 1,
                String.format(
                        Locale.ROOT,
                        "exit %d, %d of %d spikes found, %.0f s",
                        process.exitValue(),
                        found,
                        spikes,
                        seconds),
                lines);
    }

    /** Readings with noise of 0.1 % and single drop-outs of 10 %; gives the number of drop-outs. */
    private int write(Path file) throws IOException {
        RandomGenerator random = settings.random("power-analysis");
        int spikes = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("time_s,power_mW\n");
            for (int i = 0; i < READINGS; i++) {
                boolean spike = i % SPIKE_EVERY == SPIKE_EVERY / 2;
                spikes += spike ? 1 : 0;
                int power = (int) ((3_200_000 + 3200 * random.nextGaussian()) * (spike ? 0.9 : 1));
                out.write(i + "." + i % 10 + "," + power / 1_000_000 + "."
                        + String.valueOf(1_000_000 + power % 1_000_000).substring(1) + "\n");
            }
        }
        return spikes;
    }
}
