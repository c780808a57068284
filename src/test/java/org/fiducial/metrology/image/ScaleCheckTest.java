package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.image.ImageMetadata.Spacing;
import org.fiducial.metrology.image.ScaleCheck.Light;
import org.fiducial.metrology.image.ScaleCheck.Verdict;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleCheckTest {

    private static final Light OIL = new Light(OptionalDouble.of(1.4), OptionalDouble.of(0.51));

    @ParameterizedTest
    @CsvSource({
        "0.1024, 0.1024, 0.2, PLAUSIBLE",
        "0.074, 0.072, 0.05, PLAUSIBLE",
        "0.02249, 0.02249, 0.125, PLAUSIBLE",
        "1, 1, 1, PLACEHOLDER",
        "2.3e-6, 2.3e-6, 1, PLACEHOLDER",
        "352.8, 352.8, 1, PLACEHOLDER",
        "0, 0.1, 0.2, IMPOSSIBLE",
        "-0.1, 0.1, 0.2, IMPOSSIBLE",
        "0.1, 1.0, 0.2, IMPOSSIBLE",
        "6.5, 6.5, 0.2, IMPOSSIBLE",
    })
    void judgesPixelSizes(double x, double y, double z, Verdict verdict) {
        assertThat(ScaleCheck.pixelSize(spacing(x, y, z), OIL).verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.2, PLAUSIBLE",
        "0.1, 1, PLAUSIBLE",
        "1, 1, PLACEHOLDER",
        "0.1, 0, IMPOSSIBLE",
        "0.1, -0.2, IMPOSSIBLE",
        "0.1, 0.0000002, PLACEHOLDER",
        "0.1, 50, IMPOSSIBLE",
    })
    void judgesSteps(double xy, double z, Verdict verdict) {
        assertThat(ScaleCheck.zStep(spacing(xy, xy, z), OIL).verdict()).isEqualTo(verdict);
    }

    @Test
    void saysWhatIsMissing() {
        Spacing nothing = new Spacing(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(ScaleCheck.pixelSize(nothing, Light.unknown()).verdict()).isEqualTo(Verdict.MISSING);
        assertThat(ScaleCheck.zStep(nothing, Light.unknown()).finding()).isEqualTo("no z-step");
    }

    @Test
    void saysTheNumbersInPlainWords() {
        assertThat(ScaleCheck.pixelSize(spacing(1, 1, 1), Light.unknown()).finding())
                .isEqualTo("a pixel size of 1 x 1 µm, the placeholder of a file without calibration");
        assertThat(ScaleCheck.pixelSize(spacing(6.5, 6.5, 0.2), OIL).finding())
                .isEqualTo("a pixel size of 6.5 x 6.5 µm, 35.69 times the resolution of the objective (0.1821 µm)");
        assertThat(ScaleCheck.pixelSize(spacing(0.1024, 0.1024, 0.2), OIL).plausible())
                .isTrue();
    }

    @Test
    void believesAnObjectiveWhosePixelIsExactlyOneMicrometreIfTheStepIsAnother() {
        Light dry = new Light(OptionalDouble.of(0.25), OptionalDouble.empty());
        assertThat(ScaleCheck.pixelSize(spacing(1, 1, 5), dry).plausible()).isTrue();
    }

    private static Spacing spacing(double x, double y, double z) {
        return new Spacing(um(x), um(y), um(z));
    }

    private static Optional<Quantity> um(double length) {
        return Optional.of(new Quantity(length, Unit.MICROMETRE));
    }
}
