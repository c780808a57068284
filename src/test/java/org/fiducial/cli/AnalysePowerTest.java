package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs of power meters on the command line. */
class AnalysePowerTest {

    @TempDir
    Path folder = Path.of("");

    private Outcome analyse(String protocol, String... more) {
        List<String> arguments = new ArrayList<>(List.of("analyse", protocol));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("--out", folder.resolve("results").toString()));
        return InProcess.run(arguments.toArray(String[]::new));
    }

    private String log(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines).toString();
    }

    @Test
    void aDropOutIsJudgedListedAndDrawn() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time_s,power_mW"));
        for (int i = 0; i < 288; i++) {
            lines.add(30 * i + "," + (i == 100 ? "0.9" : "1.0"));
        }
        Outcome outcome = analyse("light-source-stability", log("log.csv", lines));

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Long-term stability: 94.74", "1 readings flagged, 0 rejected", "differs from the sampling");
        assertThat(folder.resolve("results/items.csv"))
                .content()
                .contains("r000102,reading,0,log.csv,measured,SPIKE,3000");
        assertThat(folder.resolve("results/power-1.png")).exists();
        assertThat(folder.resolve("results/report.html"))
                .content()
                .contains("Readings with a reason", "Spike: a step of")
                .doesNotContainIgnoringCase("bead");
    }

    @Test
    void aTableOfSetPointsNeedsNothingElse() throws IOException {
        List<String> lines = new ArrayList<>(List.of("setpoint_percent,power_mW"));
        for (int set = 10; set <= 100; set += 10) {
            lines.add(set + "," + String.format(Locale.ROOT, "%.3f", 0.5 + 0.02 * set));
        }
        Outcome outcome = analyse("light-source-linearity", log("table.csv", lines));

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("Slope: 0.02000", "R² of power over set point: 1,");
    }

    @Test
    void anUnknownUnitIsAskedFor() throws IOException {
        Outcome outcome = analyse("light-source-power", log("log.csv", List.of("time_s,power", "0,1.5", "1,1.6")));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("--set power-unit=");
    }
}
