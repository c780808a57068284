package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitRecallTest {

    private final Path folder;
    private final Recording recording;

    KitRecallTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        recording = Recording.in(folder);
    }

    @Test
    void aSlideGivesItsBeadsToTheCheckAndARecallReachesIt() throws IOException, SQLException {
        slide("slug: ps-1", "maker: Maker", "diameter-uncertainty: 5nm", "expires: 2026-02-01");
        Outcome recorded = recording.record("--artefact", "ps-1", "--at", "2026-02-27T12:00", "--by", "Ada");
        assertThat(recorded.status()).as(recorded.err()).isLessThan(2);
        assertThat(recorded.out()).contains("'ps-1' was good until 2026-02-01, before this measurement");
        assertThat(parameters())
                .contains(
                        "artefact ps-1 registry",
                        "bead-diameter 100.0 nm registry",
                        "bead-diameter-uncertainty 5.0 % registry",
                        "bead-kind solid registry");

        Outcome preview = run("recall", "ps-1", "--from", "2026-02-01", "--reason", "dropped", "--preview");
        assertThat(preview.out())
                .contains("2026-02-27  wide-1", "psf-beads@1.0", "doubtful", "Tell Ada, who", "Nothing was entered");
        assertThat(run("recalls").out()).isEqualTo("Nothing was recalled.\n");

        assertThat(run("recall", "ps-1", "--from", "2026-02-28", "--reason", "dropped")
                        .out())
                .contains("No check used it in that time.", "Entered recall ");
        Outcome entered = run("recall", "ps-1", "--from", "2026-02-01", "--to", "2026-02-27", "--reason", "dropped");
        assertThat(entered.out()).contains("doubtful", "Entered recall ");
        assertThat(recording.statusOn("2026-02-28"))
                .contains("unknown", "in doubt; the check of 27 February 2026 was measured with ps-1", "dropped");
        assertThat(run("recalls").out()).contains("ps-1", "from 2026-02-01 to 2026-02-27", "holds", "dropped");

        String id = new ObjectMapper()
                .readTree(run("recalls", "--json").out())
                .get(0)
                .get("id")
                .asText();
        assertThat(run("withdraw", id, "--reason", "another slide").status()).isZero();
        assertThat(recording.statusOn("2026-02-28")).doesNotContain("in doubt");
        assertThat(run("withdraw", id, "--reason", "again").err()).contains("withdrawn already");
        assertThat(InProcess.run("verify", "--data", recording.data()).status()).isZero();
    }

    @Test
    void aNewLotSucceedsTheOldOneAndBothAreListed() throws IOException {
        slide("slug: ps-1", "lot: \"2231\"", "expires: 2020-01-01");
        assertThat(slide("slug: ps-2", "lot: \"2300\"", "succeeds: ps-1").out())
                .isEqualTo("Added artefact ps-2, which succeeds ps-1.\n");

        assertThat(run("list").out()).contains("ps-1", "lot 2231: expired, 2020-01-01", "lot 2300: no expiry");
        assertThat(run("list", "--json").out()).contains("\"diameter_nm\" : 100.0", "\"succeeds\" : \"ps-1\"");
    }

    @Test
    void refusesWhatCannotBeWithASentence() throws IOException {
        assertThat(slide("slug: ps-1", "diameter-uncertainty: 200nm").err())
                .contains("standard uncertainty of a diameter");
        assertThat(slide("slug: ps-1", "expires: soon").err()).contains("'expires' takes a day");
        assertThat(slide("slug: ps-1", "succeeds: ps-0").err()).contains("no artefact 'ps-0'");
        slide("slug: ps-1");

        assertThat(run("recall", "ps-2", "--from", "2026-01-01", "--reason", "x")
                        .err())
                .contains("no meter or artefact 'ps-2'; perhaps 'ps-1' was meant");
        assertThat(run("recall", "ps-1", "--from", "2026-01-01", "--reason", "x", "--reads-low", "4")
                        .err())
                .contains("'ps-1' is no meter");
        assertThat(run("recall", "ps-1", "--from", "2026-01-01", "--reason", " ")
                        .err())
                .contains("a recall says what is wrong");
        assertThat(run("recall", "ps-1", "--from", "2100-01-01", "--reason", "x")
                        .err())
                .contains("lies in the future");
        assertThat(recording.record("--artefact", "ps-9").err()).contains("There is no artefact 'ps-9'");
    }

    /** What the check keeps of how it was analysed, as it lies in the database. */
    private List<String> parameters() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + recording.data() + "/fiducial.db");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select name || ' ' || coalesce(word, quantity || ' ' || unit)"
                        + " || ' ' || origin from check_parameter")) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }

    private Outcome slide(String... lines) throws IOException {
        Path file = folder.resolve("slide.yaml");
        String own = String.join("\n", lines);
        Files.writeString(file, "kind: bead-slide-solid\ndiameter: 100nm\n" + own + "\n");
        return run("add", file.toString());
    }

    private Outcome run(String... words) {
        return InProcess.run(Stream.of(Stream.of("kit"), Stream.of(words), Stream.of("--data", recording.data()))
                .flatMap(each -> each)
                .toArray(String[]::new));
    }
}
