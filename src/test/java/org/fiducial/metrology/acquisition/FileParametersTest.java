package org.fiducial.metrology.acquisition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileParametersTest {

    @Test
    void readsWhatAnOmeFileSays() {
        FileParameters read = read(
                Optional.of(1.4),
                Optional.of("Oil"),
                List.of(
                        channel(525, "LaserScanningConfocalMicroscopy"),
                        channel(600, "LaserScanningConfocalMicroscopy")));
        Parameters parameters = Parameters.none().with(read.parameters());

        assertThat(parameters.number("na", Unit.ONE)).contains(1.4);
        assertThat(parameters.text("immersion", 1)).contains("oil");
        assertThat(parameters.text("modality", 2)).contains("confocal");
        assertThat(parameters.number("emission", 2, Unit.NANOMETRE)).contains(600.0);
        assertThat(parameters.number("pixel-size-x", Unit.MICROMETRE)).contains(0.074);
        assertThat(parameters.number("pixel-size-y", Unit.MICROMETRE)).contains(0.072);
        assertThat(parameters.all()).allMatch(parameter -> parameter.origin() == Origin.FILE);
        assertThat(read.remarks()).isEmpty();
    }

    @Test
    void ignoresWithARemarkWhatCannotBeTrue() {
        FileParameters read = read(Optional.of(0.0), Optional.of("Other"), List.of(channel(0.1, "Other")));

        assertThat(read.parameters())
                .noneMatch(parameter -> parameter.name().name().equals("na"));
        assertThat(read.remarks()).extracting(Remark::code).containsExactly("FILE_VALUE_IGNORED", "FILE_VALUE_IGNORED");
        assertThat(read.remarks().get(0).text()).contains("na = 0.0").contains("--set na=…");
    }

    @Test
    void takesNoModalityWhenChannelsDiffer() {
        FileParameters read = read(
                Optional.of(1.4),
                Optional.of("Water"),
                List.of(channel(525, "WideField"), channel(600, "LaserScanningConfocalMicroscopy")));

        assertThat(Parameters.none().with(read.parameters()).text("modality", 1))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Oil,oil",
        "WaterDipping,water",
        "Water,water",
        "Air,air",
        "Dry,air",
        "Glycerol,glycerol",
        "Glycerin,glycerol"
    })
    void knowsTheMediaByTheirUsualWords(String word, String medium) {
        FileParameters read = read(Optional.empty(), Optional.of(word), List.of());

        assertThat(Parameters.none().with(read.parameters()).text("immersion", 1))
                .contains(medium);
    }

    @ParameterizedTest
    @CsvSource({
        "WideField,WIDEFIELD",
        "Laser Scanning Confocal,",
        "SpinningDiskConfocal,SPINNING_DISK",
        "MultiPhotonMicroscopy,MULTIPHOTON",
        "SPIM,LIGHT_SHEET",
        "Other,"
    })
    void knowsTheModesWithOneMeaning(String mode, @org.jspecify.annotations.Nullable String modality) {
        assertThat(Modality.ofFileMode(mode).map(Modality::name)).isEqualTo(Optional.ofNullable(modality));
    }

    private static ImageMetadata.Channel channel(double emissionNm, String mode) {
        return new ImageMetadata.Channel(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Quantity(emissionNm, Unit.NANOMETRE)),
                Optional.of(1.0),
                Optional.of(mode));
    }

    private static FileParameters read(
            Optional<Double> na, Optional<String> immersion, List<ImageMetadata.Channel> channels) {
        ImageMetadata metadata = new ImageMetadata(
                new ImageMetadata.Spacing(
                        Optional.of(new Quantity(0.074, Unit.MICROMETRE)),
                        Optional.of(new Quantity(0.072, Unit.MICROMETRE)),
                        Optional.of(new Quantity(0.2, Unit.MICROMETRE))),
                new ImageMetadata.Optics(na, immersion, Optional.empty()),
                channels,
                new ImageMetadata.Acquisition("OME-TIFF", Optional.empty(), Optional.empty(), List.of()));
        return FileParameters.of(metadata, ProtocolFile.load("psf-beads", "1.0"), "a.tif");
    }
}
