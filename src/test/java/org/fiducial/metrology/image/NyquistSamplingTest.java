package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.fiducial.metrology.image.NyquistSampling.Aperture;
import org.junit.jupiter.api.Test;

class NyquistSamplingTest {

    private static final Aperture OIL = new Aperture(1.4, 1.515);

    @Test
    void followsTheWidefieldFormulas() {
        // By hand: 0.51/(4*1.4) = 0.09107; cos a = sqrt(1 - (1.4/1.515)^2) = 0.382155, 0.51/(2*1.515*0.617845) =
        // 0.27242.
        NyquistSampling limits = NyquistSampling.widefield(OIL, 0.51);
        assertThat(limits.lateralUm()).isCloseTo(0.091071, within(1e-6));
        assertThat(limits.axialUm()).isCloseTo(0.27243, within(2e-5));
        VoxelSize coarse = new VoxelSize(0.1024, 0.09, 0.2);
        assertThat(limits.lateralRatio(coarse)).isCloseTo(1.1244, within(1e-4));
        assertThat(limits.laterallyUndersampled(coarse)).isTrue();
        assertThat(limits.axiallyUndersampled(coarse)).isFalse();
    }

    @Test
    void allowsMoreWhereThePinholeIsOpen() {
        VoxelSize voxel = new VoxelSize(0.06, 0.06, 0.2);
        NyquistSampling closed = NyquistSampling.confocal(OIL, 0.488, OptionalDouble.of(0.5));
        NyquistSampling open = NyquistSampling.confocal(OIL, 0.488, OptionalDouble.of(1));
        assertThat(closed.lateralUm()).isCloseTo(0.043571, within(1e-6)); // 0.488 / 11.2
        assertThat(closed.laterallyUndersampled(voxel)).isTrue();
        assertThat(open.laterallyUndersampled(voxel)).isFalse();
        assertThat(open.axialRatio(voxel)).isCloseTo(1.5345, within(1e-3)); // 0.2 / (0.488/(4*1.515*0.617845))
        assertThat(open.axiallyUndersampled(voxel)).isFalse();
    }

    @Test
    void refusesAnApertureAboveTheIndex() {
        assertThatThrownBy(() -> new Aperture(1.4, 1.33)).isInstanceOf(IllegalArgumentException.class);
    }
}
