package org.fiducial.metrology.coregistration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.coregistration.AverageViews.Aligned;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.Raster;
import org.junit.jupiter.api.Test;

class AverageViewsTest {

    private static final VoxelSize VOXEL = new VoxelSize(0.1, 0.1, 0.3);

    /** Two beads at different places of different volumes, one ten times as bright, are one bead in the middle. */
    @Test
    void laysBeadsOverEachOther() {
        AverageViews views = new AverageViews(
                List.of(
                        new Aligned(volume(20, 4, 5, 100), new Position(24, 5, 2)),
                        new Aligned(volume(60, 6, 4, 1000), new Position(66, 4, 2))),
                new Position(0, 0, 0),
                new Position(3, 3, 2),
                VOXEL);

        Raster xy = views.xy();
        assertThat(brightest(xy)).containsExactly(xy.width() / 2, xy.height() / 2);
        assertThat(xy.value(xy.width() / 2, xy.height() / 2)).isEqualTo(1);
        assertThat(xy.width() * xy.pixelWidthUm()).isBetween(0.6, 0.7);
        assertThat(brightest(views.xz()))
                .containsExactly(xy.width() / 2, views.xz().height() / 2);
    }

    /** The place is a voxel to the left of and above the middle, so the bead is too. */
    @Test
    void showsWhatLiesAsideWhereItIs() {
        AverageViews views = new AverageViews(
                List.of(new Aligned(volume(0, 4, 4, 100), new Position(4, 4, 2))),
                new Position(1, 1, 0),
                new Position(3, 3, 2),
                VOXEL);

        Raster xy = views.xy();
        int[] at = brightest(xy);
        assertThat((at[0] - xy.width() / 2) * xy.pixelWidthUm()).isCloseTo(-0.1, within());
        assertThat((at[1] - xy.height() / 2) * xy.pixelHeightUm()).isCloseTo(-0.1, within());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(1e-6);
    }

    /** A volume of 9 × 9 × 5 voxels with one bright voxel in its middle plane. */
    private static BeadVolume volume(int originX, int x, int y, float peak) {
        float[] counts = new float[9 * 9 * 5];
        counts[(2 * 9 + y) * 9 + x] = peak;
        return BeadVolume.of(counts, new int[] {9, 9, 5}, new int[] {originX, 0, 0});
    }

    private static int[] brightest(Raster raster) {
        int[] at = {0, 0};
        for (int y = 0; y < raster.height(); y++) {
            for (int x = 0; x < raster.width(); x++) {
                at = raster.value(x, y) > raster.value(at[0], at[1]) ? new int[] {x, y} : at;
            }
        }
        return at;
    }
}
