package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolDefinitionTest {

    private static final ProtocolDefinition PSF = ProtocolFile.load("psf-beads", "1.0");

    @Test
    void readsLengthsWithAndWithoutUnit() {
        assertThat(PSF.parse("z-step", "200nm", Origin.GIVEN).value())
                .isEqualTo(new Value.Numeric(new Quantity(200, Unit.NANOMETRE)));
        assertThat(PSF.parse("z-step", "0.2", Origin.GIVEN).value())
                .isEqualTo(new Value.Numeric(new Quantity(0.2, Unit.MICROMETRE)));
    }

    @Test
    void readsAChannelSuffix() {
        Parameter parameter = PSF.parse("emission.2", "600", Origin.REGISTRY);

        assertThat(parameter.name()).isEqualTo(new ParameterName("emission", 2));
        assertThat(parameter.origin()).isEqualTo(Origin.REGISTRY);
        assertThat(parameter.value()).hasToString("600.0 nm");
    }

    @ParameterizedTest(name = "{0}={1} says {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "aperture|1.4|has no parameter 'aperture'; known are pixel-size",
                "emision|525|perhaps 'emission' was meant.",
                "pixel_size|65nm|perhaps 'pixel-size' was meant.",
                "NA|1.4|perhaps 'na' was meant.",
                "pixel-size|65|between 0.001 µm and 10 µm, but '65' was given, which without a unit means 65 µm;",
                "pixel-size|65um|but '65um' was given; what is asked for: Distance of two pixels",
                "pixel-size|6,5nm|write it with a decimal point, '6.5nm'.",
                "modality|wide-field|perhaps 'widefield' was meant.",
                "na|oil|takes a number, but 'oil' was given",
                "na|2.5|must lie between 0.02 and 1.7",
                "na|0|must lie between",
                "z-step|65ms|takes a number in µm, but '65ms' was given",
                "z-step|-0.2|must lie between",
                "modality|Confocal|takes one of widefield, confocal",
                "emission.0|525|channels count from 1, for instance 'emission.2'",
                "emission.x|525|channels count from 1",
                "na.2|1.4|'na' holds for all channels",
            })
    void saysInOneSentenceWhatIsWrong(String name, String value, String sentence) {
        assertThatThrownBy(() -> PSF.parse(name, value, Origin.GIVEN))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    @Test
    void declaresItsDefaults() {
        Parameters defaults = PSF.defaults();

        assertThat(defaults.text("bead-kind", 1)).contains("solid");
        assertThat(defaults.number("pixel-size-uncertainty", Unit.PERCENT)).contains(0.5);
        assertThat(defaults.all()).allMatch(parameter -> parameter.origin() == Origin.DEFAULT);
        assertThat(defaults.of("na")).isEmpty();
    }

    @Test
    void everyMetricIsDefinedInASentence() {
        assertThat(PSF.metrics()).allSatisfy(metric -> {
            assertThat(metric.definition()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(metric.title()).isNotBlank();
        });
        assertThat(PSF.metric("psf.fwhm.x")).isPresent();
        assertThat(PSF.metric("psf.fwhm.w")).isEmpty();
    }

    @Test
    void boundsAreMetAtTheirEdge() {
        DefaultLimit limit = PSF.limits().get(0);

        assertThat(limit.warning().contain(1.3)).isTrue();
        assertThat(limit.warning().contain(1.3000001)).isFalse();
        assertThat(limit.accepts(java.util.Optional.of("confocal-lateral"))).isTrue();
        assertThat(limit.accepts(java.util.Optional.of("metroloj-lateral"))).isFalse();
        assertThat(limit.accepts(java.util.Optional.empty())).isFalse();
    }
}
