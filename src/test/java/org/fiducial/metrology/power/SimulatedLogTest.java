package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.simulation.ModeHop;
import org.fiducial.metrology.simulation.PowerLogSimulation;
import org.fiducial.metrology.simulation.PowerLogSimulation.Noise;
import org.fiducial.metrology.simulation.PowerLogSimulation.Reading;
import org.fiducial.metrology.simulation.PowerLogText;
import org.fiducial.metrology.simulation.PowerLogText.Stay;
import org.fiducial.metrology.simulation.SetPointResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logs the simulation writes, read as those of a user are: what comes out is what was put in. */
class SimulatedLogTest {

    private static final long SEED = 41;

    @TempDir
    Path folder = Path.of("");

    private AnalysisResult analyse(String id, String name, String text) throws IOException {
        ProtocolDefinition protocol = ProtocolFile.load(id, "1.0");
        Path file = Files.writeString(folder.resolve(name), text);
        return new PowerModule(protocol, new SoftwareReference("Fiducial", "test", "unknown"))
                .analyse(Inputs.of(List.of(file), Runnable::run), Parameters.none(), Progress.unwatched());
    }

    private static List<Reading> steady(double meanMw, int n, double intervalS) {
        return PowerLogSimulation.steady(meanMw)
                .with(new Noise(0.3, 0, 0))
                .readings(n, intervalS, new SplittableRandom(SEED));
    }

    /** The mean of 300 readings with 0.3 % noise lies within 5 · 0.3 %/√300 = 0.09 % of the truth. */
    @Test
    void linesThatTakeTurnsComeBackWithTheirPowers() throws IOException {
        AnalysisResult result = analyse(
                "light-source-power",
                "turns.txt",
                PowerLogText.workingGroup1(
                        LocalDateTime.of(2026, 3, 12, 23, 59, 30),
                        List.of(
                                new Stay(488, 20, 0, steady(1.28, 300, 2)),
                                new Stay(561, 20, 1, steady(0.97, 300, 2)))));

        List<Double> means = result.measurements().stream()
                .filter(each -> each.key().metric().equals("power.mean"))
                .map(each -> each.evaluated().orElseThrow().value().value())
                .toList();
        assertThat(means).hasSize(2);
        assertThat(means.get(0)).as("seed %d", SEED).isCloseTo(1.28, within(0.0009 * 1.28));
        assertThat(means.get(1)).as("seed %d", SEED).isCloseTo(0.97, within(0.0009 * 0.97));
        assertThat(result.items()).isEmpty();
    }

    /** A hop of 20 % down makes 100 (1 − 0.2/1.8) = 88.9 %, less what the noise adds: up to 6 · 0.3 % of the sum. */
    @Test
    void modeHopIsJudgedAndNotFlagged() throws IOException {
        AnalysisResult result = analyse(
                "light-source-stability",
                "hop.csv",
                PowerLogText.secondsAndMilliwatts(new ModeHop(3000, 4000, -20).in(steady(2, 240, 30))));

        assertThat(GivenLog.value(result, "power.stability_long"))
                .as("seed %d", SEED)
                .isBetween(87.0, 88.95);
        assertThat(result.items()).isEmpty();
    }

    /** P = F (x − b x²) leaves its line of least squares over [0, 1] by F b/6 at the ends, against F (1 − b) full scale. */
    @Test
    void bentResponseLeavesTheStraightLineByASixth() throws IOException {
        SetPointResponse bent = new SetPointResponse(5, 0.3);
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i <= 50; i++) {
            stays.add(new Stay(
                    405,
                    2 * i,
                    5.0 * i,
                    PowerLogSimulation.steady(Math.max(bent.powerMw(2 * i), 1e-9))
                            .readings(3, 1, new SplittableRandom(SEED))));
        }
        AnalysisResult result = analyse(
                "light-source-linearity",
                "bent.txt",
                PowerLogText.workingGroup1(LocalDateTime.of(2026, 3, 12, 9, 0), stays));

        // 51 points instead of a continuum: the ends lie up to 3/51 of b/6 further off.
        assertThat(GivenLog.value(result, "power.linearity.max_dev"))
                .isCloseTo(100 * 0.3 / 6 / 0.7, within(100 * 0.3 / 6 / 0.7 * 3 / 51));
    }
}
