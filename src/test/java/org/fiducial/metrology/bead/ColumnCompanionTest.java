package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnCompanionTest {

    private static final int SIDE = 15;
    private static final int MIDDLE = 7;
    private static final int DEPTH = 61;
    private static final int PLANE = 30;
    private static final double LATERAL_PX = 3;
    private static final double AXIAL_PLANES = 6;
    private static final double BACKGROUND = 100;
    private static final FieldContext FIELD = new FieldContext(
            BeadSearch.of(new VoxelSize(0.1, 0.1, 0.2)),
            new FieldScale(LATERAL_PX, AXIAL_PLANES, FieldScale.Origin.ASSUMED),
            new NoiseModel(1, 0, 0, NoiseModel.Knowledge.STATED),
            new StackShape(SIDE, SIDE, DEPTH, 1, 1),
            Double.POSITIVE_INFINITY);

    @ParameterizedTest
    @ValueSource(doubles = {-2.9, -2.5, -2.0, 2.0, 2.5, 2.9})
    void aSecondBeadIsSeenWhereItStands(double distanceFwhm) {
        ColumnCompanion companion =
                ColumnCompanion.of(spot(distanceFwhm, 0.8), FIELD).orElseThrow();

        // The highest plane is the nearest one: half a plane is 0.083 axial widths.
        assertThat(companion.distanceFwhm()).isEqualTo(distanceFwhm, within(0.5 / AXIAL_PLANES + 1e-9));
        // Sampled half a plane beside its top a Gaussian has lost 4 ln 2 / 12² = 2 %.
        assertThat(companion.share()).isEqualTo(0.8, within(0.03));
    }

    @Test
    void aBeadAloneAndADimOneAboveItAreNoCompanions() {
        assertThat(ColumnCompanion.of(spot(2.5, 0), FIELD)).isEmpty();
        assertThat(ColumnCompanion.of(spot(2.5, 0.2), FIELD)).isEmpty();
    }

    @Test
    void whatMostBeadsHaveAtOnePlaceIsALobeOfTheImage() {
        Optional<ColumnCompanion> lobe = ColumnCompanion.of(spot(2.0, 0.5), FIELD);
        Optional<ColumnCompanion> below = ColumnCompanion.of(spot(-2.0, 0.9), FIELD);
        List<Optional<ColumnCompanion>> field = List.of(lobe, lobe, lobe, below, Optional.empty());

        assertThat(lobe.orElseThrow().isCommon(field)).isTrue();
        assertThat(below.orElseThrow().isCommon(field)).isFalse();
        assertThat(below.orElseThrow().isCommon(List.of(below, lobe))).isTrue();
    }

    /** A Gaussian bead of peak 1,000 and a second one at a distance along z, without noise. */
    private static BeadProbe spot(double distanceFwhm, double share) {
        float[] counts = new float[SIDE * SIDE * DEPTH];
        for (int z = 0; z < DEPTH; z++) {
            double axial = GaussianShape.at((z - PLANE) / AXIAL_PLANES)
                    + share * GaussianShape.at((z - PLANE) / AXIAL_PLANES - distanceFwhm);
            for (int i = 0; i < SIDE * SIDE; i++) {
                int row = i / SIDE;
                double radius = Math.hypot(i % SIDE - MIDDLE, row - MIDDLE);
                counts[z * SIDE * SIDE + i] =
                        (float) (BACKGROUND + 1000 * axial * GaussianShape.at(radius / LATERAL_PX));
            }
        }
        return new BeadProbe(
                BeadVolume.of(counts, new int[] {SIDE, SIDE, DEPTH}, new int[] {0, 0, 0}),
                new Position(MIDDLE, MIDDLE, PLANE),
                new BeadProbe.Levels(1000, BACKGROUND, 1, 100),
                new BeadProbe.HalfWidths(Optional.empty(), Optional.empty(), Optional.empty()),
                0.8);
    }
}
