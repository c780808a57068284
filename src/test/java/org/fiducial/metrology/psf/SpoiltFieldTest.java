package org.fiducial.metrology.psf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.acquisition.SamplingLimit;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.SceneLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a field of spoilt beads and a coarse grid say. */
class SpoiltFieldTest {

    @Test
    void showsTheRejectedBeadsAndSaysWhatIsWrong(@TempDir Path folder) {
        SceneLayout layout = new SceneLayout(SimulatedFile.GRID, new Clearance(2, 1.2, 1.6), new SplittableRandom(8))
                .isolated(2, 2000, SimulatedFile.ROUND)
                .touching(1, 0.5, 2000, SimulatedFile.ROUND)
                .saturated(2, 80_000, SimulatedFile.ROUND)
                .cutByBorder(2, 0.2, 2000, SimulatedFile.ROUND);
        Path file = SimulatedFile.write(
                folder.resolve("spoilt.tif"), SimulatedFile.calibrated(), 2, List.of(layout.objects()));

        AnalysisResult result =
                SimulatedFile.analyse(List.of(file), "na=1.4", "immersion=oil", "emission=400nm", "modality=widefield");

        assertThat(result.remarks()).extracting(Remark::code).contains("SATURATED", "FEW_BEADS", "UNDERSAMPLED");
        assertThat(result.figures())
                .filteredOn(figure -> figure.caption().id().equals("rejected-c1"))
                .singleElement()
                .isInstanceOfSatisfying(Figure.Gallery.class, gallery -> {
                    assertThat(gallery.tiles()).hasSizeGreaterThanOrEqualTo(4);
                    List<String> rejected = result.items().stream()
                            .filter(item -> item.status() == Item.ItemStatus.REJECTED)
                            .map(item -> item.identity().id())
                            .toList();
                    assertThat(gallery.tiles())
                            .extracting(FigurePart.Tile::label)
                            .isSubsetOf(rejected);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "'na=1.4,immersion=oil,emission=510nm,modality=widefield', 0.0910714, nyquist-widefield",
        "'na=1.4,immersion=oil,excitation=488nm,modality=confocal', 0.0435714, nyquist-scanning"
    })
    void knowsTheSamplingLimitOfTheModality(String settings, double lateralUm, String formula) {
        SamplingLimit limit = limit(settings);

        // λem/(4 NA) and λex/(8 NA)
        assertThat(limit.limit().orElseThrow().lateralUm()).isCloseTo(lateralUm, within(1e-6));
        assertThat(limit.formula()).isEqualTo(formula);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "na=1.4|--set modality=confocal",
                "na=1.4,modality=widefield|Needs immersion and emission",
                "na=1.4,immersion=oil,modality=confocal|Needs excitation",
                "na=1.4,modality=sted|no Nyquist distance for the modality sted"
            })
    void saysWhyThereIsNoSamplingLimit(String settings, String sentence) {
        assertThat(limit(settings).limit()).isEmpty();
        assertThat(limit(settings).reason()).contains(sentence);
    }

    private static SamplingLimit limit(String settings) {
        return SamplingLimit.of(new ChannelOptics(SimulatedFile.given(settings.split(",", -1)), 1));
    }
}
