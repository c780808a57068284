package org.fiducial.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneLayout;

/** The rows about time: whole files, and the program as a user starts it. */
final class SpeedRows {

    private static final int WARM_RUNS = 40;
    private static final int COLD_RUNS = 5;
    private static final int BUFFER = 1 << 20;

    private final Settings settings;

    SpeedRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "whole-stack",
                        "whole analysis of a 61×1024×1024 16-bit stack, 64 beads, against reading and hashing the file",
                        "≤ 3×",
                        () -> Folder.use(this::wholeStack)),
                Claim.of(
                        "shell",
                        "analyse --no-report of a 31×256×256 stack from the shell, JVM start included",
                        "≤ 1.5 s",
                        () -> withJar(() -> Folder.use(this::shell))),
                Claim.of(
                        "demo",
                        "demo: from the built jar to the first page",
                        "≤ 60 s",
                        () -> withJar(() -> Folder.use(this::demo))));
    }

    private Row.Outcome withJar(Supplier<Row.Outcome> work) {
        return Files.exists(settings.jar())
                ? work.get()
                : Row.Outcome.notMeasured("no " + settings.jar() + "; build it with mvn package");
    }

    private Row.Outcome wholeStack(Path folder) throws IOException {
        Grid grid = Grid.square(1024, 61, 0.065, 0.15);
        Path file = folder.resolve("beads.tif");
        write(file, grid, 64, Optics.WIDEFIELD_OIL.spread(Aberration.none()));
        Sample hashing = new Sample();
        Sample analysing = new Sample();
        Sample processor = new Sample();
        long measured = 0;
        int bytes = 0;
        ProtocolRun protocol = new ProtocolRun();
        for (int run = 0; run < WARM_RUNS; run++) {
            long start = System.nanoTime();
            hash(file);
            long hashed = System.nanoTime();
            double before = processorSeconds();
            AnalysisResult result = protocol.analyse(file, Optics.WIDEFIELD_OIL.metadata());
            bytes = ProtocolRun.written(result);
            long done = System.nanoTime();
            measured = result.items().stream()
                    .filter(item -> item.reasons().isEmpty())
                    .count();
            if (run >= WARM_RUNS / 2) {
                hashing.add((hashed - start) * 1e-9);
                analysing.add((done - hashed) * 1e-9);
                processor.add(processorSeconds() - before);
            }
        }
        double ratio = analysing.median() / hashing.median();
        double megabytes = Files.size(file) * 1e-6;
        return Row.Outcome.judged(
                ratio <= 3,
                String.format(Locale.ROOT, "%.2f×", ratio),
                List.of(String.format(
                        Locale.ROOT,
                        "psf-beads from file to result (%d bytes) %.2f s (%.2f s on all processors), reading and hashing"
                                + " %.2f s (%.0f MB/s); %d of 64 beads measured",
                        bytes,
                        analysing.median(),
                        processor.median(),
                        hashing.median(),
                        megabytes / hashing.median(),
                        measured)));
    }

    private static double processorSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getProcessCpuTime() * 1e-9
                : 0;
    }

    private void write(Path file, Grid grid, int beads, PointSpread spread) {
        var random = settings.random("speed");
        SceneLayout layout = new SceneLayout(grid, new Clearance(1.5, 1.0, 1.2), random).isolated(beads, 2000, spread);
        Scene scene = new Scene(grid, layout.objects(), Background.constant(20), Detector.camera(0.5, 100, 1.5));
        StackFile.write(scene, random, file);
    }

    private static byte[] hash(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return digest.digest();
    }

    private Row.Outcome shell(Path folder) throws IOException, InterruptedException {
        Grid grid = Grid.square(256, 31, 0.1, 0.2);
        Path file = folder.resolve("beads.tif");
        write(
                file,
                grid,
                9,
                GaussianSpread.ofFwhm(
                        Optics.WIDEFIELD_AIR.spread(Aberration.none()).sectionFwhm()));
        Sample seconds = new Sample();
        for (int run = 0; run < COLD_RUNS; run++) {
            Path out = folder.resolve("out" + run);
            long start = System.nanoTime();
            Process process = program(
                    folder,
                    List.of(
                            "analyse",
                            "psf-beads",
                            file.toString(),
                            "--no-report",
                            "--out",
                            out.toString(),
                            "--set",
                            "na=0.8",
                            "--set",
                            "immersion=air",
                            "--set",
                            "emission=510nm",
                            "--set",
                            "modality=widefield"));
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() > 1) {
                process.destroy();
                return Row.Outcome.notMeasured("the program said: " + said(folder));
            }
            seconds.add((System.nanoTime() - start) * 1e-9);
        }
        return Row.Outcome.judged(
                seconds.median() <= 1.5,
                String.format(Locale.ROOT, "%.2f s (median of %d)", seconds.median(), COLD_RUNS),
                List.of());
    }

    private Row.Outcome demo(Path folder) throws IOException, InterruptedException {
        int port = 18_000 + (int) (settings.seed() % 1000);
        long start = System.nanoTime();
        Process process = program(
                folder, List.of("demo", "--data", folder.resolve("data").toString(), "--port", Integer.toString(port)));
        try {
            HttpClient client = HttpClient.newHttpClient();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            while (process.isAlive() && System.nanoTime() - start < 300e9) {
                if (answers(client, request)) {
                    double seconds = (System.nanoTime() - start) * 1e-9;
                    return Row.Outcome.judged(seconds <= 60, String.format(Locale.ROOT, "%.1f s", seconds), List.of());
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            return Row.Outcome.notMeasured("the program said: " + said(folder));
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            // not listening yet
            return false;
        }
    }

    private Process program(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                settings.jar().toAbsolutePath().toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private static String said(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("said.txt"), StandardCharsets.UTF_8);
        return lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1);
    }
}
