package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordCommandTest {

    @TempDir
    Path folder = Path.of("");

    private Recording recording = new Recording(folder);

    @BeforeEach
    void layOut() throws IOException {
        recording = Recording.in(folder);
    }

    @Test
    void storesACheckWithWhatTheRegistryKnows() throws IOException {
        Outcome stored = recording.record("--json", "--at", "2026-03-12", "--by", "A. Lovelace");

        assertThat(stored.status()).as(stored.err()).isZero();
        JsonNode check = new ObjectMapper().readTree(stored.out());
        assertThat(check.path("configuration").asText()).isEqualTo("wide-1/oil63-green");
        assertThat(check.path("measuredAt").asText()).isEqualTo("2026-03-12T11:00:00Z");
        assertThat(check.path("verdicts")).isNotEmpty();
        assertThat(recording.statusOn("2026-03-13")).contains("wide-1").contains("on 12 March 2026");
        assertThat(InProcess.run("status", "--json", "--on", "2026-03-01", "--data", recording.data())
                        .out())
                .contains("\"unknown\"");
        assertThat(recording.record("--at", "2026-03-14T08:00").out()).contains("Stored as check");
    }

    @Test
    void refusesWithTheNamesThatAreKnown() throws IOException {
        assertRefused(recording.addInstrument(), "wide-1");
        assertRefused(recording.record("--configuration", "wide-1/nothing"), "--configuration");
        assertRefused(recording.record("--at", "2999-01-01"), "future");
        assertRefused(InProcess.run("status", "lsm-9", "--data", recording.data()), "wide-1");
        Files.writeString(folder.resolve("text.tif"), "This is no image.\n");
        assertRefused(
                InProcess.run(
                        "record",
                        "psf-beads",
                        folder.resolve("text.tif").toString(),
                        "--configuration",
                        "wide-1/oil63-green",
                        "--reason",
                        "scheduled",
                        "--data",
                        recording.data()),
                "text.tif");
        assertRefused(
                InProcess.run(
                        "record",
                        "psf-beads",
                        folder.resolve("beads.tif").toString(),
                        "--configuration",
                        "wide-1/nothing",
                        "--reason",
                        "scheduled",
                        "--data",
                        recording.data()),
                "wide-1/oil63-green");

        assertThat(recording.statusOn("2999-01-01")).contains("unknown");
        assertThat(InProcess.run("instrument", "list", "--json", "--data", recording.data())
                        .out())
                .containsOnlyOnce("\"slug\"");
    }

    @Test
    void readsADescriptionInFullBeforeAnythingIsStored() throws IOException {
        String good = Files.readString(recording.description()).replace("wide-1", "wide-2");
        for (String[] wrong : new String[][] {
            {"na: 1.4", "na: 14", "na"},
            {"kind: objective", "kind: lens", "objective"},
            {"components: [oil63]", "components: [oil64]", "oil63"},
            {"Europe/Berlin", "Middle/Earth", "zone"},
            {"slug: wide-2", "slug: Wide 2", "lower-case"},
            {"modality: widefield", "colour: red", "colour"},
        }) {
            Path file = folder.resolve("wrong.yaml");
            Files.writeString(file, good.replace(wrong[0], wrong[1]));
            assertRefused(InProcess.run("instrument", "add", file.toString(), "--data", recording.data()), wrong[2]);
        }
        assertThat(InProcess.run("instrument", "list", "--data", recording.data())
                        .out())
                .doesNotContain("wide-2");
    }

    @Test
    void neverTurnsARecordIntoADemonstration() {
        assertRefused(InProcess.run("demo", "--data", recording.data()), "other data");
        assertThat(InProcess.run("instrument", "list", "--data", recording.data())
                        .out())
                .contains("wide-1")
                .doesNotContain("demonstration");
    }

    private static void assertRefused(Outcome outcome, String mentioned) {
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(mentioned).hasLineCount(1).doesNotContain("Exception");
    }
}
