package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiducial.cli.PackedJar.Outcome;
import org.fiducial.cli.PackedJar.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record under processes that come at once and processes that are killed. */
class RecordIT {

    @TempDir
    Path folder = Path.of("");

    @Test
    void letsTwoProcessesRecordAtOnce() throws IOException, InterruptedException {
        Recording recording = Recording.in(folder);
        PackedJar jar = new PackedJar(folder);
        Running one = jar.start(recording.arguments("--at", "2026-03-12"));
        Running other = jar.start(recording.arguments("--at", "2026-03-13"));

        assertThat(PackedJar.outcome(one).status())
                .as(Files.readString(one.err()))
                .isZero();
        assertThat(PackedJar.outcome(other).status())
                .as(Files.readString(other.err()))
                .isZero();
        assertThat(recording.statusOn("2026-03-12")).contains("12 March 2026");
        assertThat(recording.statusOn("2026-03-13")).contains("13 March 2026");
    }

    /** Killed at several moments between start and end: either the check is there as a whole, or nothing of it. */
    @Test
    void survivesBeingKilledWhileRecording() throws IOException, InterruptedException {
        Recording recording = Recording.in(folder);
        PackedJar jar = new PackedJar(folder);
        for (int millis : new int[] {600, 1200, 1800}) {
            Running doomed = jar.start(recording.arguments("--at", "2026-03-12"));
            Thread.sleep(millis);
            doomed.process().destroyForcibly().waitFor();
        }

        Outcome after = recording.record("--at", "2026-03-14");

        assertThat(after.status()).as(after.err()).isZero();
        assertThat(recording.statusOn("2026-03-14")).contains("14 March 2026");
    }
}
