package org.fiducial.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packed jar as its users do: as a process of its own, in a folder of its own. */
final class PackedJar {

    private static final long PATIENCE_SECONDS = 120;

    private final Path workingFolder;
    private final List<String> before;

    PackedJar(Path workingFolder) {
        this(workingFolder, List.of());
    }

    private PackedJar(Path workingFolder, List<String> before) {
        this.workingFolder = workingFolder;
        this.before = before;
    }

    /** The same on a disk that takes no file larger than so many KiB: no permission is needed to make one. */
    PackedJar onADiskOf(long kib) {
        return new PackedJar(workingFolder, List.of("bash", "-c", "ulimit -f " + kib + "; exec \"$@\"", "limited"));
    }

    /** How a command ended. */
    record Outcome(int status, String out, String err) {}

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return outcome(start(arguments));
    }

    /** A command that goes on; its output goes to files in the working folder. */
    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(asHere());
        command.add("-Djava.io.tmpdir=" + Files.createDirectories(workingFolder.resolve("tmp")));
        command.add("-jar");
        command.add(System.getProperty("fiducial.jar"));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(workingFolder, ".out", ".txt");
        Path err = Files.createTempFile(workingFolder, ".err", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(workingFolder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Running(process, out, err);
    }

    /** A command that was started. */
    record Running(Process process, Path out, Path err) {

        String printed() throws IOException {
            return Files.readString(out);
        }
    }

    static Outcome outcome(Running running) throws IOException, InterruptedException {
        if (!running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            running.process().destroyForcibly();
            throw new IllegalStateException("the command did not end: " + Files.readString(running.err()));
        }
        return new Outcome(
                running.process().exitValue(), Files.readString(running.out()), Files.readString(running.err()));
    }

    /** What these tests run is counted as covered, as in the other tests, and compiled and collected like them. */
    private static List<String> asHere() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:")
                        || (argument.startsWith("-javaagent:") && argument.contains("jacoco")))
                .map(PackedJar::withAbsolutePaths)
                .toList();
    }

    private static String withAbsolutePaths(String agent) {
        Path here = Path.of("").toAbsolutePath();
        return agent.replaceFirst("destfile=(?!/)", "destfile=" + here + "/");
    }
}
