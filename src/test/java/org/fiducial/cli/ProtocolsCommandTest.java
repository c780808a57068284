package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What protocols there are and what each can be told. */
class ProtocolsCommandTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyProtocolIsListed() {
        assertThat(InProcess.run("protocols").out()).contains("psf-beads", "light-source-power", "Linearity of light");
    }

    @Test
    void everyParameterIsListedWithUnitChoicesAndDefault() {
        Outcome outcome = InProcess.run("protocols", "light-source-power");

        assertThat(outcome.out())
                .contains("set-point-kind", "percent|laser-percent|aotf-percent|mA; default percent")
                .containsPattern("meter-wavelength +Wavelength the meter was set to: a number from 150 to .* nm")
                .contains("also for one channel or file, as NAME.2");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 160);
    }

    @Test
    void helpWithAProtocolListsItsParameters() {
        assertThat(InProcess.run("analyse", "light-source-power", "--help").out())
                .contains("Usage:", "Parameters of light-source-power@1.0", "power-unit");
        assertThat(InProcess.run("analyse", "--help").out()).doesNotContain("Parameters of");
    }

    @Test
    void machinesReadTheParametersToo() throws IOException {
        JsonNode list = new ObjectMapper()
                .readTree(InProcess.run("protocols", "psf-beads", "--json").out());

        assertThat(list.findValuesAsText("name")).contains("na", "immersion", "pixel-size");
    }

    @Test
    void anUnknownProtocolIsNamedWithThoseThereAre() {
        Outcome outcome = InProcess.run("protocols", "psf-bead");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("psf-beads");
    }

    @Test
    void aMissingDataFolderIsRefusedAndNotMade() {
        Path missing = folder.resolve("typo");
        for (String[] command : new String[][] {
            {"status"},
            {"verify"},
            {"kit", "list"},
            {"instrument", "list"},
            {"record", "psf-beads", folder.toString(), "--configuration", "a/b", "--reason", "scheduled"}
        }) {
            String[] arguments = Arrays.copyOf(command, command.length + 2);
            arguments[command.length] = "--data";
            arguments[command.length + 1] = missing.toString();
            Outcome outcome = InProcess.run(arguments);

            assertThat(outcome.status()).as(command[0]).isEqualTo(2);
            assertThat(outcome.err()).contains("holds no record yet");
            assertThat(Files.exists(missing)).isFalse();
        }
    }

    @Test
    void aNewRecordIsAnnounced() throws IOException {
        Path description = Files.writeString(
                folder.resolve("i.yaml"),
                """
                facility: {name: C, zone: Europe/Berlin}
                instrument: {slug: i, name: I, manufacturer: M, model: M, serial: '1', location: R}
                components:
                  - {key: l, kind: line, name: l}
                configurations:
                  - {slug: c, name: c, components: [l]}
                """);
        String data = folder.resolve("data").toString();

        assertThat(InProcess.run("instrument", "add", description.toString(), "--data", data)
                        .out())
                .startsWith("There is no record in '" + data + "' yet; a new, empty one is begun there.")
                .contains("Added i");
    }
}
