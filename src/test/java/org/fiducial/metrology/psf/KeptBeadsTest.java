package org.fiducial.metrology.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding.Evaluated;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Widths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack kept in {@code test-data/psf-gaussian} is what its README says, and gives the answers written beside it. */
class KeptBeadsTest {

    private static final Path KEPT = Path.of("test-data", "psf-gaussian");
    private static final Path STACK = KEPT.resolve("beads.tif");
    private static final long SEED = 7;

    @Test
    void isWhatItsRecipeMakes(@TempDir Path folder) {
        Grid grid = Grid.square(96, 25, 0.08, 0.2);
        GaussianSpread spread = GaussianSpread.ofFwhm(new Widths(0.21, 0.21, 0.56));
        List<SceneObject> beads = new SceneLayout(grid, new Clearance(2, 1.2, 1.8), new SplittableRandom(SEED))
                .isolated(4, 2_000, spread)
                .objects();

        Path made = SimulatedFile.write(
                folder.resolve("beads.tif"), grid, SimulatedFile.calibrated(), SEED, List.of(beads));

        assertThat(made).hasSameBinaryContentAs(STACK);
    }

    @Test
    void givesTheWidthsWrittenBesideIt() throws IOException {
        AnalysisResult result = SimulatedFile.analyse(
                List.of(STACK), "na=1.4", "immersion=oil", "emission=525nm", "modality=widefield");

        JsonNode expected = new ObjectMapper().readTree(Files.readAllBytes(KEPT.resolve("expected.json")));
        assertThat(expected.path("values")).isNotEmpty();
        expected.path("values").fields().forEachRemaining(each -> {
            double width = each.getValue().path("value").asDouble();
            double tolerance = each.getValue().path("tolerance").asDouble();
            assertThat(median(result, each.getKey())).as("%s", each.getKey()).isCloseTo(width, within(tolerance));
        });
    }

    private static double median(AnalysisResult result, String metric) {
        return result.measurements().stream()
                .filter(each -> each.key().metric().equals(metric) && each.key().statistic() == Statistic.MEDIAN)
                .map(each -> ((Evaluated) each.finding()).value().value())
                .findFirst()
                .orElseThrow();
    }
}
