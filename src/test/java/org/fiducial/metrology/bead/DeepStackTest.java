package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStack;
import org.fiducial.metrology.image.PixelPlane;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.junit.jupiter.api.Test;

/** Stacks many times deeper than their beads, as a long z-drive makes them. */
class DeepStackTest {

    private static final VoxelSize VOXEL = new VoxelSize(0.1, 0.1, 0.2);
    private static final int BEADS_A_ROW = 9;

    @Test
    void examinesEveryBeadOfAThousandPlanes() {
        Beads stack = new Beads(1000);

        BeadField field = new BeadFieldAnalysis(BeadSearch.of(VOXEL)).analyse(stack, 0);

        assertThat(field.spotsNotExamined()).isZero();
        assertThat(field.measured()).hasSize(BEADS_A_ROW * BEADS_A_ROW).allSatisfy(bead -> {
            Position found = bead.bead().position();
            int column = (int) Math.floor(found.x() / Beads.PITCH);
            int row = (int) Math.floor(found.y() / Beads.PITCH);
            // Peak 500 over noise of 3: the centre is known to σ · 3/500 of a plane; 0.1 leaves room for rounding.
            assertThat(found.z()).isEqualTo(stack.planeOf(row * BEADS_A_ROW + column), within(0.1));
            // Slices are sampled along z, so the section through the centre has the width put in; 0.01 µm is 1.2 %.
            GaussianVolume fit = bead.fits().volume().fitted().orElseThrow();
            assertThat(fit.widths().sectionUm().z().value())
                    .isEqualTo(Beads.SIGMA_Z * GaussianVolumeResult.FWHM_PER_SIGMA * VOXEL.zUm(), within(0.01));
        });
    }

    @Test
    void cutsBoxesAlongZOnlyInDeepStacks() {
        FieldScale usual = new FieldScale(3, 4, FieldScale.Origin.ASSUMED);
        FieldScale long30 = new FieldScale(3, 30, FieldScale.Origin.ASSUMED);

        assertThat(box(new Beads(150), usual)).isEqualTo(new VoxelBox(3, 3, 0, 23, 23, 150));
        // Bead 0 lies in plane 20: the box ends 75 planes above it and at the first plane below.
        assertThat(box(new Beads(1000), usual)).isEqualTo(new VoxelBox(3, 3, 0, 23, 23, 96));
        assertThat(box(new Beads(1000), long30).sizeZ()).isBetween(200, 202);
        assertThat(new SpotBoxes(planes(new Beads(150)), usual).suit(long30)).isTrue();
        assertThat(new SpotBoxes(planes(new Beads(1000)), usual).suit(long30)).isFalse();
        assertThat(new SpotBoxes(planes(new Beads(1000)), long30).suit(usual)).isTrue();
    }

    private static VoxelBox box(Beads stack, FieldScale scale) {
        Spot first = new Spot(Beads.PITCH / 2, Beads.PITCH / 2, 100, 1);
        return new SpotBoxes(planes(stack), scale).round(List.of(first)).get(0);
    }

    private static StackPlanes planes(Beads stack) {
        return new StackPlanes(stack, 0, 0);
    }

    /** Gaussian beads on a lattice, each in another plane, over a noise that repeats shifted; made plane by plane. */
    private static final class Beads implements ImageStack {

        private static final int PITCH = 28;
        private static final int SIDE = BEADS_A_ROW * PITCH;
        private static final double SIGMA_XY = 1.3;
        private static final double SIGMA_Z = 1.7;
        private static final double PEAK = 500;
        private static final long SEED = 1000;

        private final int depth;
        private final float[] noise;

        Beads(int depth) {
            this.depth = depth;
            SplittableRandom random = new SplittableRandom(SEED);
            this.noise = new float[2 * SIDE * SIDE];
            for (int i = 0; i < SIDE * SIDE; i++) {
                noise[i] = (float) (100 + 3 * random.nextGaussian());
                noise[i + SIDE * SIDE] = noise[i];
            }
        }

        int planeOf(int bead) {
            return 20 + 12 * bead;
        }

        @Override
        public StackShape shape() {
            return new StackShape(SIDE, SIDE, depth, 1, 1);
        }

        @Override
        public PixelType pixelType() {
            return PixelType.UINT16;
        }

        @Override
        public ImageMetadata metadata() {
            return ImageMetadata.spacedBy(VOXEL);
        }

        @Override
        public void readPlane(int channel, int z, int time, PixelPlane target) {
            float[] plane = new float[SIDE * SIDE];
            int shift = Math.floorMod(z * 7919, SIDE * SIDE);
            System.arraycopy(noise, shift, plane, 0, SIDE * SIDE);
            for (int bead = 0; bead < BEADS_A_ROW * BEADS_A_ROW; bead++) {
                int dz = z - planeOf(bead);
                if (Math.abs(dz) <= 8) {
                    add(bead, PEAK * Math.exp(-0.5 * dz * dz / (SIGMA_Z * SIGMA_Z)), plane);
                }
            }
            for (int i = 0; i < SIDE * SIDE; i++) {
                plane[i] = Math.round(plane[i]);
            }
            target.fill(plane);
        }

        private static void add(int bead, double height, float[] target) {
            int x0 = bead % BEADS_A_ROW * PITCH + PITCH / 2;
            int y0 = bead / BEADS_A_ROW * PITCH + PITCH / 2;
            for (int y = -6; y <= 6; y++) {
                for (int x = -6; x <= 6; x++) {
                    double share = Math.exp(-0.5 * (x * x + y * y) / (SIGMA_XY * SIGMA_XY));
                    target[(y0 + y) * SIDE + x0 + x] += (float) (height * share);
                }
            }
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
