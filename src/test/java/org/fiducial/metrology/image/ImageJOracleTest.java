package org.fiducial.metrology.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.measure.Calibration;
import java.nio.file.Path;
import java.util.List;
import org.fiducial.SharedFolder;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ImageJ and this project must understand each other's files alike. */
class ImageJOracleTest {

    private final ImageFiles files = new ImageFiles(List.of());
    private final Path folder;

    ImageJOracleTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void imageJUnderstandsWhatWeWrite() {
        Path file = folder.resolve("ours.tif");
        StackShape shape = new StackShape(6, 5, 3, 2, 2);
        try (ImageStackWriter writer = ImageStackWriter.imageJ(
                file, shape, PixelType.UINT16, ImageMetadata.spacedBy(new VoxelSize(0.065, 0.07, 0.2)))) {
            for (int i = 0; i < 12; i++) {
                writer.writePlane(ramp(i));
            }
        }
        ImagePlus image = new Opener().openImage(file.toString());
        assertThat(List.of(image.getNChannels(), image.getNSlices(), image.getNFrames()))
                .containsExactly(2, 3, 2);
        Calibration calibration = image.getCalibration();
        assertThat(calibration.getUnit()).isEqualTo("micron");
        assertThat(calibration.pixelWidth).isCloseTo(0.065, within(1e-8));
        assertThat(calibration.pixelHeight).isCloseTo(0.07, within(1e-8));
        assertThat(calibration.pixelDepth).isEqualTo(0.2);
        int index = image.getStackIndex(2, 3, 1);
        assertThat(image.getStack().getProcessor(index).getf(4, 3)).isEqualTo(ramp(5)[3 * 6 + 4]);
    }

    @Test
    void weUnderstandWhatImageJWrites() {
        ImagePlus image = ij.IJ.createHyperStack("theirs", 6, 5, 2, 3, 2, 16);
        for (int i = 1; i <= 12; i++) {
            image.getStack().getProcessor(i).setf(4, 3, 100f * i);
        }
        Calibration calibration = image.getCalibration();
        calibration.setUnit("micron");
        calibration.pixelWidth = 0.0813;
        calibration.pixelHeight = 0.0813;
        calibration.pixelDepth = 0.35;
        Path file = folder.resolve("theirs.tif");
        assertThat(new FileSaver(image).saveAsTiff(file.toString())).isTrue();
        try (ImageStack stack = files.open(file)) {
            assertThat(stack.shape()).isEqualTo(new StackShape(6, 5, 3, 2, 2));
            ImageMetadata.Spacing spacing = stack.metadata().spacing();
            assertThat(spacing.pixelSizeX().orElseThrow().valueIn(Unit.MICROMETRE))
                    .isCloseTo(0.0813, within(1e-7));
            assertThat(spacing.zStep().orElseThrow().valueIn(Unit.MICROMETRE)).isEqualTo(0.35);
            float[] plane = new float[30];
            Planes.read(stack, 1, 2, 1, plane);
            assertThat(plane[3 * 6 + 4]).isEqualTo(1200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"metroloj/PSF.tif", "bioimagenotebooks/Bead_Image1_crop.tif", "nanopyx/Composite.tif"})
    void weReadRealFilesAsImageJDoes(String name) {
        Path file = SharedFolder.data(name);
        ImagePlus image = new Opener().openImage(file.toString());
        try (ImageStack stack = files.open(file)) {
            StackShape shape = stack.shape();
            assertThat(List.of(shape.channels(), shape.depth(), shape.times()))
                    .containsExactly(image.getNChannels(), image.getNSlices(), image.getNFrames());
            double pixelUm =
                    stack.metadata().spacing().pixelSizeX().orElseThrow().valueIn(Unit.MICROMETRE);
            assertThat(pixelUm).isCloseTo(image.getCalibration().pixelWidth, within(1e-6 * pixelUm));
            float[] plane = new float[shape.planeSize()];
            Planes.read(stack, shape.channels() - 1, shape.depth() - 1, 0, plane);
            int index = image.getStackIndex(shape.channels(), shape.depth(), 1);
            for (int i = 0; i < plane.length; i++) {
                assertThat(plane[i])
                        .isEqualTo(image.getStack().getProcessor(index).getf(i));
            }
        }
    }

    private static float[] ramp(int plane) {
        float[] values = new float[30];
        for (int i = 0; i < values.length; i++) {
            values[i] = 50 * plane + i;
        }
        return values;
    }
}
