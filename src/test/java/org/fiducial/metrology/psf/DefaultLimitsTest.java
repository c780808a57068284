package org.fiducial.metrology.psf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.SceneLayout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Healthy objectives pass the limits the protocol proposes, one wave of spherical aberration fails them. */
class DefaultLimitsTest {

    private static final Grid GRID = Grid.square(150, 41, 0.065, 0.13);
    private static final int BEADS = 6;

    @ParameterizedTest(name = "{0} with {1} waves: {2}")
    @CsvSource({"widefield, 0, PASS", "widefield, 1, FAIL", "confocal, 0, PASS", "confocal, 1, FAIL"})
    void judgesSimulatedObjectives(String modality, double waves, VerdictLevel level, @TempDir Path folder) {
        Objective objective = Objective.perfect(1.4, 1.515).with(Aberration.spherical(waves));
        PointSpread spread = modality.equals("widefield")
                ? PhysicalSpread.widefield(objective, 0.525)
                : PhysicalSpread.confocal(objective, 0.488, 0.525, 1);
        Path file = SimulatedFile.write(
                folder.resolve("beads.tif"),
                GRID,
                ImageMetadata.spacedBy(new VoxelSize(0.065, 0.065, 0.13)),
                11,
                List.of(new SceneLayout(GRID, new Clearance(2.6, 1.3, 2.2), new SplittableRandom(3))
                        .isolated(BEADS, 3000, spread)
                        .objects()));

        AnalysisResult result = SimulatedFile.analyse(
                List.of(file),
                "na=1.4",
                "immersion=oil",
                "emission=525nm",
                "excitation=488nm",
                "modality=" + modality,
                "gain=0.5",
                "offset=100",
                "read-noise=1.5");
        Judgement judgement = LimitSet.defaultsOf(SimulatedFile.PROTOCOL).judge(result);

        assertThat(result.measurement(MeasurementKey.of("psf.n_used", 1, Statistic.VALUE))
                        .orElseThrow()
                        .evaluated()
                        .orElseThrow()
                        .value()
                        .value())
                .isEqualTo(BEADS);
        assertThat(judgement.overall()).as("%s", judgement.verdicts()).isEqualTo(level);
    }
}
