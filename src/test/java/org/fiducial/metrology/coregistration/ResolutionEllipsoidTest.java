package org.fiducial.metrology.coregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.fiducial.metrology.acquisition.ChannelOptics;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameters;
import org.junit.jupiter.api.Test;

class ResolutionEllipsoidTest {

    private static final Parameters LIGHT = given(
            "na=1.4",
            "immersion=oil",
            "modality=widefield",
            "emission.1=450nm",
            "emission.2=520nm",
            "emission.3=650nm");

    /** 0.51 · 0.65/1.4 = 0.23679 µm; 0.88 · 0.65/0.936014 = 0.61110 µm. */
    @Test
    void takesTheLongerWavelengthOfThePairInEitherOrder() {
        ResolutionEllipsoid.Known a = known(2, 3, false);
        ResolutionEllipsoid.Known b = known(3, 2, false);

        assertThat(a.lateralUm()).isCloseTo(0.23679, within(1e-5));
        assertThat(a.axialUm()).isCloseTo(0.61110, within(1e-5));
        assertThat(b).isEqualTo(a);
        // Channels 1 and 2 have nothing to do with 650 nm: 0.51 · 0.52/1.4 = 0.18943 µm.
        assertThat(known(1, 2, false).lateralUm()).isCloseTo(0.18943, within(1e-5));
    }

    @Test
    void isOneOnItsSurfaceInEveryDirection() {
        ResolutionEllipsoid.Known ellipsoid = known(1, 3, false);
        double xy = ellipsoid.lateralUm();
        double z = ellipsoid.axialUm();

        assertThat(ellipsoid.ratio(new Position(xy, 0, 0))).isCloseTo(1, within(1e-12));
        assertThat(ellipsoid.ratio(new Position(0, 0, -z))).isCloseTo(1, within(1e-12));
        assertThat(ellipsoid.ratio(new Position(-0.6 * xy, 0, 0.8 * z))).isCloseTo(1, within(1e-12));
        assertThat(ellipsoid.ratio(new Position(0, 0, 0))).isZero();
        // The same radius by the formula in polar form, as peers write it.
        Position shift = new Position(0.1, 0.05, 0.2);
        double d = Math.sqrt(0.0525);
        double theta = Math.acos(0.2 / d);
        double radius = 1 / Math.sqrt(Math.pow(Math.sin(theta) / xy, 2) + Math.pow(Math.cos(theta) / z, 2));
        assertThat(ellipsoid.ratio(shift)).isCloseTo(d / radius, within(1e-12));
    }

    @Test
    void isACircleInASinglePlane() {
        ResolutionEllipsoid.Known circle = known(1, 3, true);

        assertThat(circle.formula()).isEqualTo("circle-widefield-lateral");
        assertThat(circle.ratio(new Position(0.23679, 0, 99))).isCloseTo(1, within(1e-4));
    }

    @Test
    void saysWhatItLacks() {
        Parameters half = given("na=1.4", "immersion=oil", "modality=widefield", "emission.1=450nm");

        assertThat(ResolutionEllipsoid.of(new ChannelOptics(half, 1), new ChannelOptics(half, 2), false))
                .isInstanceOfSatisfying(ResolutionEllipsoid.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("--set emission.2=600nm"));
        assertThat(ResolutionEllipsoid.of(
                        new ChannelOptics(given("na=1.4"), 1), new ChannelOptics(given("na=1.4"), 2), true))
                .isInstanceOfSatisfying(ResolutionEllipsoid.Unknown.class, unknown -> assertThat(unknown.reason())
                        .contains("modality"));
    }

    private static ResolutionEllipsoid.Known known(int a, int b, boolean plane) {
        return (ResolutionEllipsoid.Known)
                ResolutionEllipsoid.of(new ChannelOptics(LIGHT, a), new ChannelOptics(LIGHT, b), plane);
    }

    private static Parameters given(String... settings) {
        Parameters parameters = Parameters.none();
        for (String setting : List.of(settings)) {
            int equals = setting.indexOf('=');
            parameters = parameters.with(SimulatedChannels.PROTOCOL.parse(
                    setting.substring(0, equals), setting.substring(equals + 1), Origin.GIVEN));
        }
        return parameters;
    }
}
