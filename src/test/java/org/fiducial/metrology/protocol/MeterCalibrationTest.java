package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.fiducial.metrology.protocol.ParameterDefinition.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterCalibrationTest {

    private static final String YAML =
            """
            meter: PM400
            serial: "P0012345"
            sensor: S170C
            certificate: {number: "C-77", laboratory: Calibration Lab, date: 2026-01-15, due: 2027-01-15}
            coverage-factor: 2
            points:
              - {wavelength: 561, correction: 0.99, expanded-uncertainty: 4, responsivity: 0.31}
              - {wavelength: 488, correction: 1.01, expanded-uncertainty: 3}
            """;

    private static final ParameterDefinition PARAMETER = new ParameterDefinition(
            "meter-calibration",
            "Calibration of the meter",
            new ParameterKind.Calibration(),
            new Presence(false, false, Optional.empty()),
            "A YAML file.");

    @Test
    void aPointBetweenTwoWavelengthsIsInterpolatedWithTheLargerUncertainty() {
        MeterCalibration calibration = read(YAML);

        assertThat(calibration.at(524.5).orElseThrow().correction()).isCloseTo(1.0, within(1e-12));
        assertThat(calibration.relativeStandardUncertainty(524.5).orElseThrow()).isCloseTo(0.02, within(1e-12));
        assertThat(calibration.relativeStandardUncertainty(488).orElseThrow()).isCloseTo(0.015, within(1e-12));
    }

    @Test
    void nothingIsSaidOutsideTheCalibratedWavelengths() {
        assertThat(read(YAML).at(405)).isEmpty();
        assertThat(read(YAML).relativeStandardUncertainty(640)).isEmpty();
    }

    @Test
    void aCertificateHoldsFromItsDateToItsDueDate() {
        MeterCalibration.Certificate certificate = read(YAML).certificate();

        assertThat(certificate.holdsOn(LocalDate.of(2026, 1, 15))).isTrue();
        assertThat(certificate.holdsOn(LocalDate.of(2027, 1, 15))).isTrue();
        assertThat(certificate.holdsOn(LocalDate.of(2027, 1, 16))).isFalse();
        assertThat(certificate.holdsOn(LocalDate.of(2026, 1, 14))).isFalse();
    }

    @Test
    void theLineARegistryKeepsReadsBackAsTheSameCalibration(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("meter.yaml"), YAML);

        Value ofFile = PARAMETER.parse(file.toString());

        assertThat(PARAMETER.parse(ofFile.toString())).isEqualTo(ofFile);
        assertThat(read(ofFile.toString())).isEqualTo(read(YAML));
    }

    @Test
    void anImpossiblePointIsRefusedWithItsLine() {
        assertThatThrownBy(() -> read(YAML.replace("wavelength: 488", "wavelength: -488")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("line 8")
                .hasMessageContaining("-488");
        assertThatThrownBy(() -> read(YAML.replace("2026-01-15", "15.1.2026")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("'date' takes a date such as 2026-03-12");
    }

    private static MeterCalibration read(String yaml) {
        return MeterCalibration.of(YamlDocument.of("meter.yaml", yaml).root());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "due: 2027-01-15 | due: 2020-03-01 | would expire before, on 2020-03-01",
                "wavelength: 561 | wavelength: 488 | two are at 488 nm",
                "correction: 1.01 | correction: 101 | a correction is true power over reading",
                "expanded-uncertainty: 4 | expanded-uncertainty: 400 | its uncertainty below 100 %"
            })
    void refusesWhatNoCertificateSays(String written, String instead, String sentence) {
        assertThat(YAML).contains(written);

        assertThatThrownBy(() -> read(YAML.replace(written, instead)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining(", line ");
    }
}
