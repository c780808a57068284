package org.fiducial.metrology.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void keepsTheValueOfTheHigherOriginWhateverTheOrder() {
        Parameter given = nanometres("emission", 0, 525, Origin.GIVEN);
        Parameter file = nanometres("emission", 0, 600, Origin.FILE);

        assertThat(Parameters.none().with(given).with(file).all()).containsExactly(given);
        assertThat(Parameters.none().with(file).with(given).all()).containsExactly(given);
        assertThat(Parameters.none().with(List.of(file, given)).of("emission")).contains(given);
    }

    @Test
    void keepsTheFirstOfTwoValuesOfOneOrigin() {
        Parameter first = nanometres("emission", 0, 525, Origin.GIVEN);
        Parameter second = nanometres("emission", 0, 600, Origin.GIVEN);

        assertThat(Parameters.none().with(first).with(second).all()).containsExactly(first);
    }

    @Test
    void prefersTheChannelsOwnValueAtEqualRank() {
        Parameters parameters = Parameters.none()
                .with(nanometres("emission", 0, 525, Origin.GIVEN))
                .with(nanometres("emission", 2, 600, Origin.GIVEN));

        assertThat(parameters.number("emission", 1, Unit.NANOMETRE)).contains(525.0);
        assertThat(parameters.number("emission", 2, Unit.MICROMETRE)).contains(0.6);
    }

    @Test
    void prefersWhatAPersonGaveForAllChannelsToWhatTheFileSaysOfOne() {
        Parameters parameters = Parameters.none()
                .with(nanometres("emission", 0, 525, Origin.GIVEN))
                .with(nanometres("emission", 2, 600, Origin.FILE));

        assertThat(parameters.number("emission", 2, Unit.NANOMETRE)).contains(525.0);
    }

    @Test
    void readsWordsAndNumbersByTheirKind() {
        Parameters parameters = Parameters.none()
                .with(new Parameter(ParameterName.of("modality"), new Value.Text("confocal"), Origin.GIVEN))
                .with(nanometres("emission", 0, 525, Origin.GIVEN));

        assertThat(parameters.text("modality", 1)).contains("confocal");
        assertThat(parameters.number("modality", Unit.ONE)).isEmpty();
        assertThat(parameters.text("emission", 1)).contains("525.0 nm");
        assertThat(parameters.number("absent", 1, Unit.ONE)).isEmpty();
    }

    @Test
    void ordersNamesByWordThenChannel() {
        assertThat(Parameters.none()
                        .with(nanometres("emission", 2, 1, Origin.GIVEN))
                        .with(nanometres("emission", 0, 2, Origin.GIVEN))
                        .with(nanometres("bead-diameter", 0, 3, Origin.GIVEN))
                        .all())
                .extracting(parameter -> parameter.name().toString())
                .containsExactly("bead-diameter", "emission", "emission.2");
    }

    @Test
    void refusesANameWithoutLettersOrANegativeChannel() {
        assertThatThrownBy(() -> new ParameterName(" ", 0)).hasMessageContaining("a parameter has a name");
        assertThatThrownBy(() -> new ParameterName("na", -1)).hasMessageContaining("channel from 1");
    }

    @Test
    void originsOutrankEachOtherAsTheHouseSays() {
        assertThat(Origin.GIVEN.outranks(Origin.REGISTRY)).isTrue();
        assertThat(Origin.REGISTRY.outranks(Origin.FILE)).isTrue();
        assertThat(Origin.FILE.outranks(Origin.DEFAULT)).isTrue();
        assertThat(Origin.FILE.outranks(Origin.FILE)).isFalse();
        assertThat(Origin.REGISTRY.word()).isEqualTo("registry");
    }

    private static Parameter nanometres(String name, int channel, double value, Origin origin) {
        return new Parameter(
                new ParameterName(name, channel), new Value.Numeric(new Quantity(value, Unit.NANOMETRE)), origin);
    }
}
