package org.fiducial.metrology.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.fiducial.metrology.acquisition.TheoreticalResolution.Width;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TheoreticalResolutionTest {

    private static final String LIGHT = "na=1.4,immersion=oil,emission=510nm,excitation=488nm,sheet-thickness=1um";

    /** Computed apart from the table in the class comment with q = 1.515 − √(1.515² − 1.4²) = 0.936014. */
    @ParameterizedTest
    @CsvSource({
        "widefield,,0.185786,widefield-lateral,0.479480,widefield-nonparaxial",
        "confocal,,0.177771,confocal-lateral,0.458797,confocal-nonparaxial",
        "confocal,pinhole=1.5,0.177771,confocal-lateral,0.458797,confocal-nonparaxial",
        "confocal,pinhole=0.25,0.131782,confocal-lateral,0.340943,confocal-nonparaxial",
        "confocal,pinhole=0.1,0.131782,confocal-lateral,0.340943,confocal-nonparaxial",
        "confocal,pinhole=0.625,0.154777,confocal-lateral,0.399870,confocal-nonparaxial",
        "spinning-disk,,0.177771,spinning-disk-lateral,0.458797,spinning-disk-nonparaxial",
        "multiphoton,,0.137607,multiphoton-lateral,0.326371,multiphoton-nonparaxial",
        "light-sheet,,0.185786,light-sheet-lateral,0.432350,light-sheet-axial",
        "widefield,theory=metroloj,0.222214,metroloj-lateral,0.788418,metroloj-axial",
        "widefield,theory=metroloj-qc,0.185786,metroloj-qc-widefield-lateral,0.697750,metroloj-qc-widefield-axial",
        "spinning-disk,theory=metroloj-qc,0.185786,metroloj-qc-spinning-disk-lateral,0.544864,metroloj-qc-spinning-disk-axial"
    })
    void computesTheWidthsOfEveryModality(
            String modality,
            @org.jspecify.annotations.Nullable String more,
            double lateral,
            String lateralId,
            double axial,
            String axialId) {
        ChannelOptics optics = optics(LIGHT + ",modality=" + modality + (more == null ? "" : "," + more));

        Width.Known xy = (Width.Known) TheoreticalResolution.lateral(optics);
        Width.Known z = (Width.Known) TheoreticalResolution.axial(optics);

        assertThat(xy.um()).isCloseTo(lateral, within(2e-6));
        assertThat(xy.formula()).isEqualTo(lateralId);
        assertThat(z.um()).isCloseTo(axial, within(2e-6));
        assertThat(z.formula()).isEqualTo(axialId);
    }

    @Test
    void usesTheOtherMultiphotonFormulaForLowApertures() {
        // Zipfel 2003: 0.320 λ/(√2 NA) is the 1/e half width; times 2√(ln 2) that is 0.377 λ/NA.
        Width.Known xy = (Width.Known)
                TheoreticalResolution.lateral(optics("na=0.5,immersion=air,excitation=900nm,modality=multiphoton"));

        assertThat(xy.um()).isCloseTo(0.320 / Math.sqrt(2) * 2 * Math.sqrt(Math.log(2)) * 0.9 / 0.5, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "na=1.4,immersion=oil,emission=510nm|--set modality=confocal",
                "na=1.4,modality=widefield,immersion=oil|Needs emission",
                "modality=confocal,na=1.4,immersion=oil,emission=510nm|--set excitation=488nm",
                "modality=confocal,pinhole=0.5,na=1.4,immersion=oil,excitation=488nm|--set emission=525nm",
                "modality=widefield,na=1.4,emission=510nm|--set immersion=oil",
                "modality=light-sheet,na=1.1,immersion=water,emission=510nm|--set sheet-thickness=2um",
                "modality=sted,na=1.4,immersion=oil,emission=510nm|no theoretical width for the modality sted",
                "modality=sted,theory=metroloj-qc,na=1.4,immersion=oil,emission=510nm|MetroloJ_QC has no theoretical",
                "modality=confocal,theory=metroloj,na=1.4,immersion=oil,emission=510nm|Known here of MetroloJ",
            })
    void saysWhatItLacks(String settings, String sentence) {
        Width axial = TheoreticalResolution.axial(optics(settings));

        assertThat(axial).isInstanceOfSatisfying(Width.Unknown.class, unknown -> assertThat(unknown.reason())
                .contains(sentence));
        assertThat(axial.known()).isEmpty();
    }

    @Test
    void refusesAnApertureAboveTheIndex() {
        assertThatThrownBy(() -> optics("na=1.4,immersion=air"))
                .hasMessageContaining("higher refractive index than 1.0");
    }

    @Test
    void theIndexGivenStandsBeforeTheMedium() {
        assertThat(optics("na=1.2,immersion=oil,immersion-index=1.33").refractiveIndex())
                .isEqualTo(1.33);
    }

    @Test
    void knowsTheNarrowestBelievableSpotOnlyOfLinearMicroscopes() {
        assertThat(TheoreticalResolution.narrowestUm(optics("na=1.4,modality=widefield,emission=510nm")))
                .hasValueCloseTo(0.1275, within(1e-9));
        assertThat(TheoreticalResolution.narrowestUm(optics("na=1.4,modality=confocal,emission=510nm")))
                .isEmpty();
        assertThat(TheoreticalResolution.narrowestUm(optics("na=1.4,modality=sted,emission=510nm")))
                .isEmpty();
        assertThat(TheoreticalResolution.narrowestUm(optics("na=1.4,emission=510nm")))
                .isEmpty();
    }

    private static ChannelOptics optics(String settings) {
        ProtocolDefinition protocol = ProtocolFile.load("psf-beads", "1.0");
        Parameters given = protocol.defaults();
        for (String setting : settings.split(",", -1)) {
            String[] parts = setting.split("=", 2);
            given = given.with(protocol.parse(parts[0], parts[1], Origin.GIVEN));
        }
        return new ChannelOptics(given, 1);
    }
}
