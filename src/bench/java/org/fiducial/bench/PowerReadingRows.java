package org.fiducial.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.power.LongLogReading;

/** The row about reading logs: how much it costs beside merely splitting them. */
final class PowerReadingRows {

    private static final int READINGS = 10_000_000;
    private static final int TURNS = 5;
    private static final double MOST = 5;

    private final Settings settings;

    PowerReadingRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(Claim.of(
                "read-10m",
                "reading a time_s,power_mW log of 10 million readings with -Xmx512m, against splitting it with the same"
                        + " library (processor time)",
                "≤ 5×",
                () -> Folder.use(this::tenMillion)));
    }

    private Row.Outcome tenMillion(Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("power.csv");
        write(file);
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongLogReading.class.getName(),
                        file.toString(),
                        Integer.toString(TURNS))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(20, TimeUnit.MINUTES)) {
            process.destroy();
            return Row.Outcome.notMeasured("not done after 20 minutes");
        }
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
        if (process.exitValue() != 0 || lines.size() < TURNS) {
            return Row.Outcome.judged(false, "it ended with: " + (lines.isEmpty() ? "nothing" : lines.get(0)), lines);
        }
        return judge(lines, Files.size(file) * 1e-6);
    }

    /** The first turn warms the virtual machine up. */
    private static Row.Outcome judge(List<String> lines, double megabytes) {
        Sample splitting = new Sample();
        Sample reading = new Sample();
        Sample ratios = new Sample();
        boolean whole = true;
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(" ", -1);
            splitting.add(Double.parseDouble(parts[0]));
            reading.add(Double.parseDouble(parts[1]));
            ratios.add(Double.parseDouble(parts[1]) / Double.parseDouble(parts[0]));
            whole &= Integer.parseInt(parts[2]) == READINGS;
        }
        List<String> details = new ArrayList<>();
        details.add(String.format(
                Locale.ROOT,
                "%.0f MB: splitting %.2f s, reading %.2f s (medians of %d turns), %s",
                megabytes,
                splitting.median(),
                reading.median(),
                ratios.count(),
                whole ? "every reading found" : "READINGS LOST"));
        return Row.Outcome.judged(
                whole && ratios.median() <= MOST, String.format(Locale.ROOT, "%.2f×", ratios.median()), details);
    }

    private void write(Path file) throws IOException {
        RandomGenerator random = settings.random("power");
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("time_s,power_mW\n");
            for (int i = 0; i < READINGS; i++) {
                int power = 3_200_000 + (int) (3200 * random.nextGaussian());
                out.write(i + "." + i % 10 + "," + power / 1_000_000 + "."
                        + String.valueOf(1_000_000 + power % 1_000_000).substring(1) + "\n");
            }
        }
    }
}
