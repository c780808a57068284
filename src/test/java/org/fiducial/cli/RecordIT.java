package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fiducial.cli.PackedJar.Outcome;
import org.fiducial.cli.PackedJar.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record from the packed jar: an instrument is added, checks are stored, its state is asked. */
class RecordIT {

    private static final String DESCRIPTION =
            """
            facility: {name: Imaging Centre, zone: Europe/Berlin}
            instrument:
              slug: wide-1
              name: Widefield 1
              manufacturer: Maker
              model: Model
              serial: "4711"
              location: Room 1.07
            components:
              - key: oil63
                kind: objective
                name: 63x/1.4 oil
                properties: {na: 1.4, immersion: oil}
            configurations:
              - slug: oil63-green
                name: 63x oil, green
                components: [oil63]
                properties: {modality: widefield, emission: 525nm}
            """;

    @TempDir
    Path folder = Path.of("");

    private PackedJar jar;

    @BeforeEach
    void layOut() throws IOException, InterruptedException {
        jar = new PackedJar(folder);
        BeadFiles.calibrated(folder.resolve("beads.tif"));
        Files.writeString(folder.resolve("wide-1.yaml"), DESCRIPTION);
        Outcome added = jar.run("instrument", "add", "wide-1.yaml");
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).contains("wide-1/oil63-green");
    }

    @Test
    void storesAChecksWithWhatTheRegistryKnows() throws IOException, InterruptedException {
        Outcome stored = record("--json", "--at", "2026-03-12", "--by", "A. Lovelace");

        assertThat(stored.status()).as(stored.err()).isZero();
        JsonNode check = new ObjectMapper().readTree(stored.out());
        assertThat(check.path("configuration").asText()).isEqualTo("wide-1/oil63-green");
        assertThat(check.path("measuredAt").asText()).isEqualTo("2026-03-12T11:00:00Z");
        assertThat(check.path("verdicts")).isNotEmpty();
        Outcome state = jar.run("status", "wide-1", "--on", "2026-03-13");
        assertThat(state.out()).contains("wide-1").contains("(2026-03-12)");
        assertThat(jar.run("status", "--json", "--on", "2026-03-01").out()).contains("\"unknown\"");
    }

    @Test
    void refusesASecondInstrumentOfTheSameNameAndAnUnknownConfiguration() throws IOException, InterruptedException {
        Outcome again = jar.run("instrument", "add", "wide-1.yaml");
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("wide-1").hasLineCount(1);

        Outcome unknown = jar.run(
                "record", "psf-beads", "beads.tif", "--configuration", "wide-1/nothing", "--reason", "scheduled");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("wide-1/oil63-green").hasLineCount(1);

        Outcome future = record("--at", "2999-01-01");
        assertThat(future.status()).isEqualTo(2);
        assertThat(future.err()).contains("future").hasLineCount(1);

        assertThat(jar.run("instrument", "list", "--json").out()).containsOnlyOnce("\"slug\"");
    }

    @Test
    void storesNothingOfAFileThatIsRefused() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("text.tif"), "This is no image.\n");

        Outcome refused = jar.run(
                "record", "psf-beads", "text.tif", "--configuration", "wide-1/oil63-green", "--reason", "scheduled");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("text.tif").hasLineCount(1);
        assertThat(jar.run("status").out()).contains("No check");
    }

    @Test
    void letsTwoProcessesRecordAtOnce() throws IOException, InterruptedException {
        Running one = jar.start(recording("--at", "2026-03-12"));
        Running other = jar.start(recording("--at", "2026-03-13"));

        assertThat(PackedJar.outcome(one).status())
                .as(Files.readString(one.err()))
                .isZero();
        assertThat(PackedJar.outcome(other).status())
                .as(Files.readString(other.err()))
                .isZero();
        assertThat(jar.run("status", "--on", "2026-03-12").out()).contains("(2026-03-12)");
        assertThat(jar.run("status", "--on", "2026-03-13").out()).contains("(2026-03-13)");
    }

    /** Killed at several moments between start and end: either the check is there as a whole, or nothing of it. */
    @Test
    void survivesBeingKilledWhileRecording() throws IOException, InterruptedException {
        for (int millis : new int[] {400, 900, 1400}) {
            Running doomed = jar.start(recording("--at", "2026-03-12"));
            Thread.sleep(millis);
            doomed.process().destroyForcibly().waitFor();
        }

        Outcome after = record("--at", "2026-03-14");

        assertThat(after.status()).as(after.err()).isZero();
        assertThat(jar.run("status", "--on", "2026-03-14").out()).contains("(2026-03-14)");
    }

    @Test
    void neverTurnsARecordIntoADemonstration() throws IOException, InterruptedException {
        Outcome refused = jar.run("demo", "--data", "fiducial-data");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("fiducial-data").hasLineCount(1);
        assertThat(jar.run("instrument", "list").out()).contains("wide-1").doesNotContain("demonstration");
    }

    private Outcome record(String... options) throws IOException, InterruptedException {
        return jar.run(recording(options));
    }

    private static String[] recording(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "record", "psf-beads", "beads.tif", "--configuration", "wide-1/oil63-green", "--reason", "scheduled"));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }
}
