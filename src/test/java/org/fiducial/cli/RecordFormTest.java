package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that is entered by hand, from the command line. */
class RecordFormTest {

    private final Recording recording;

    RecordFormTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
    }

    private Outcome incubator(String co2) {
        return InProcess.run(
                "record",
                "incubator",
                "--configuration",
                "wide-1/oil63-green",
                "--reason",
                "scheduled",
                "--data",
                recording.data(),
                "--set",
                "temperature=36.9; 37.0; 36.9",
                "--set",
                "co2=" + co2,
                "--set",
                "water=yes");
    }

    @Test
    void valuesEnteredWithSetAreJudgedAndStoredWithoutAnyFile() {
        Outcome outcome = incubator("6.5");

        assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("Temperature at the sample: 36.93", "Water of the humidifier filled: yes", "Stored as check");
        assertThat(InProcess.run("verify", "--data", recording.data()).status()).isZero();
        assertThat(InProcess.run("status", "wide-1", "--data", recording.data()).out())
                .contains("Incubator");
    }

    @Test
    void anImpossibleValueIsRefusedAndNothingIsStored() {
        Outcome outcome = incubator("51");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'co2' must lie between 0 % and 20 %, but '51' was given");
    }

    @Test
    void everyProtocolEnteredByHandIsListed() {
        assertThat(InProcess.run("protocols").out())
                .contains("oil-on-objectives", "koehler-illumination", "lamp-hours", "incubator", "chiller-level")
                .contains("anti-vibration-table", "cleaning");
        assertThat(InProcess.run("protocols", "incubator").out())
                .contains("temperature", "1 to 50 readings, each a number from 0 to 60 °C");
    }
}
