package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.fiducial.metrology.numeric.Estimate;
import org.junit.jupiter.api.Test;

class ClippedBackgroundTest {

    @Test
    void findsTheBackgroundFromTheShareOfZeros() {
        // Photon counting without offset: P(0) = e⁻ᵇ, here b = 0.7.
        NoiseModel counting = new NoiseModel(1, 0, 0, NoiseModel.Knowledge.STATED);

        Estimate background = new ClippedBackground(counting).solve(Math.exp(-0.7), 10_000);

        assertThat(background.value()).isEqualTo(0.7, within(1e-9));
        // u = √(p(1 − p)/n)/p
        assertThat(background.u()).isEqualTo(Math.sqrt((1 - Math.exp(-0.7)) / Math.exp(-0.7)) / 100, within(1e-4));
    }

    @Test
    void countsOnlyWhereZerosTellSomethingAndTheDetectorIsKnown() {
        NoiseModel stated = new NoiseModel(0.4, -2, 0.5, NoiseModel.Knowledge.STATED);
        NoiseModel estimated = new NoiseModel(0.4, -2, 0.5, NoiseModel.Knowledge.ESTIMATED);

        assertThat(ClippedBackground.applies(stated, 0.7)).isTrue();
        assertThat(ClippedBackground.applies(stated, 0.02)).isFalse();
        assertThat(ClippedBackground.applies(stated, 1)).isFalse();
        assertThat(ClippedBackground.applies(estimated, 0.7)).isFalse();
        // Everything dark: more zeros than even b = 0 gives.
        assertThat(new ClippedBackground(stated).solve(0.99, 1000).value()).isEqualTo(0, within(1e-9));
    }
}
