package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.fiducial.SharedFolder;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of other projects: extents and calibration as their makers state them. */
class SharedImagesTest {

    private final ImageFiles files = new ImageFiles(List.of());

    @ParameterizedTest
    @CsvSource({
        "metroloj/PSF.tif, 256, 256, 31, UINT16, 0.1024, 0.1024, 0.2",
        "metroloj/coalign_red.tif, 512, 512, 14, UINT8, 0.11247, 0.11247, 0.2",
        "metroloj/cv.tif, 279, 279, 4, UINT8, 0.0645, 0.0645, 0.2",
        "bioimagenotebooks/Bead_Image1_crop.tif, 150, 150, 41, UINT8, 0.02249, 0.02249, 0.125",
        "swc/PSF-lzw-placeholder-scale.tif, 256, 256, 50, UINT8, 1, 1, 1",
    })
    void readsExtentsAndCalibration(
            String name, int width, int height, int depth, PixelType type, double x, double y, double z) {
        try (ImageStack stack = files.open(SharedFolder.data(name))) {
            assertThat(stack.shape()).isEqualTo(new StackShape(width, height, depth, 1, 1));
            assertThat(stack.pixelType()).isEqualTo(type);
            ImageMetadata.Spacing spacing = stack.metadata().spacing();
            assertThat(um(spacing.pixelSizeX())).isCloseTo(x, within(5e-6));
            assertThat(um(spacing.pixelSizeY())).isCloseTo(y, within(5e-6));
            assertThat(um(spacing.zStep())).isEqualTo(z);
        }
    }

    @Test
    void readsTheZSeriesThatOmeCallsTime() {
        try (ImageStack stack = files.open(SharedFolder.data("pyme/psf_astig.tif"))) {
            assertThat(stack.shape()).isEqualTo(new StackShape(61, 61, 61, 1, 1));
            assertThat(StackNote.Z_WRITTEN_AS_T.isIn(stack.metadata())).isTrue();
            assertThat(um(stack.metadata().spacing().pixelSizeX())).isEqualTo(0.074);
            assertThat(um(stack.metadata().spacing().pixelSizeY())).isEqualTo(0.072);
            assertThat(stack.metadata().spacing().zStep()).isEmpty();
        }
    }

    @Test
    void countsTheSaturatedVoxelsOfTheCoalignmentBead() {
        // 1167 voxels at 255, counted in the same file by another program.
        try (ImageStack stack = files.open(SharedFolder.data("metroloj/coalign_red.tif"))) {
            float[] plane = new float[512 * 512];
            int saturated = 0;
            for (int z = 0; z < 14; z++) {
                Planes.read(stack, 0, z, 0, plane);
                for (float value : plane) {
                    saturated += value == 255 ? 1 : 0;
                }
            }
            assertThat(saturated).isEqualTo(1167);
        }
    }

    @Test
    void readsBothChannelsOfACompositeAndItsNonsenseScale() {
        try (ImageStack stack = files.open(SharedFolder.data("nanopyx/Composite.tif"))) {
            assertThat(stack.shape()).isEqualTo(new StackShape(128, 128, 1, 2, 1));
            assertThat(um(stack.metadata().spacing().pixelSizeX())).isCloseTo(2.3e-6, within(0.1e-6));
        }
    }

    @Test
    void takesNoCalibrationFromAFileThatHasNone() {
        try (ImageStack stack = files.open(SharedFolder.data("bioimagenotebooks/psf.tif"))) {
            assertThat(stack.shape()).isEqualTo(new StackShape(150, 150, 41, 1, 1));
            assertThat(stack.metadata().spacing().pixelSizeX()).isEmpty();
            assertThat(StackNote.AXIS_NOT_NAMED.isIn(stack.metadata())).isTrue();
        }
    }

    private static double um(Optional<Quantity> length) {
        return length.orElseThrow().valueIn(Unit.MICROMETRE);
    }
}
