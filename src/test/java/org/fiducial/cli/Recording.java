package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fiducial.cli.PackedJar.Outcome;

/**
 * A data folder with one microscope and a bead stack, for the tests that record.
 *
 * @param folder holds the stack and the data folder
 */
record Recording(Path folder) {

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

    static Recording in(Path folder) throws IOException {
        Recording recording = new Recording(folder);
        BeadFiles.calibrated(folder.resolve("beads.tif"));
        Files.writeString(recording.description(), DESCRIPTION);
        Outcome added = recording.addInstrument();
        assertThat(added.status()).as(added.err()).isZero();
        assertThat(added.out()).contains("wide-1/oil63-green");
        return recording;
    }

    Path description() {
        return folder.resolve("wide-1.yaml");
    }

    String data() {
        return folder.resolve("data").toString();
    }

    Outcome addInstrument() {
        return InProcess.run("instrument", "add", description().toString(), "--data", data());
    }

    /** The arguments of a command that records the stack. */
    String[] arguments(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "record",
                "psf-beads",
                folder.resolve("beads.tif").toString(),
                "--configuration",
                "wide-1/oil63-green",
                "--reason",
                "scheduled",
                "--data",
                data()));
        arguments.addAll(List.of(options));
        return arguments.toArray(String[]::new);
    }

    Outcome record(String... options) {
        return InProcess.run(arguments(options));
    }

    /** What the status command prints at the end of a day. */
    String statusOn(String day) {
        return InProcess.run("status", "wide-1", "--on", day, "--data", data()).out();
    }
}
