package org.fiducial.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;

/** Small bead stacks for the tests of the command line. */
final class BeadFiles {

    /** What a plain file cannot say, for an objective that fits the simulated widths. */
    static final List<String> OPTICS = List.of(
            "--set", "na=1.4", "--set", "immersion=oil", "--set", "emission=525nm", "--set", "modality=widefield");

    private BeadFiles() {}

    /** A stack of 31 x 128 x 128 voxels with six beads, which says its voxel size. */
    static Path calibrated(Path file) {
        return write(file, 128, 6, ImageMetadata.spacedBy(new VoxelSize(0.08, 0.08, 0.2)));
    }

    /** The same stack without any voxel size. */
    static Path uncalibrated(Path file) {
        return write(
                file,
                128,
                6,
                new ImageMetadata(
                        new ImageMetadata.Spacing(Optional.empty(), Optional.empty(), Optional.empty()),
                        new ImageMetadata.Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                        List.of(),
                        new ImageMetadata.Acquisition("", Optional.empty(), Optional.empty(), List.of())));
    }

    /** A stack of 31 x 256 x 256 voxels with sixteen beads. */
    static Path larger(Path file) {
        return write(file, 256, 16, ImageMetadata.spacedBy(new VoxelSize(0.08, 0.08, 0.2)));
    }

    private static Path write(Path file, int side, int beads, ImageMetadata metadata) {
        Grid grid = Grid.square(side, 31, 0.08, 0.2);
        RandomGenerator random = new SplittableRandom(7);
        GaussianSpread spread = GaussianSpread.ofFwhm(new Widths(0.21, 0.21, 0.56));
        Scene scene = new Scene(
                grid,
                new SceneLayout(grid, new Clearance(2, 1.2, 2), random)
                        .isolated(beads, 2_000, spread)
                        .objects(),
                Background.constant(10),
                Detector.camera(0.5, 100, 1.6));
        StackShape shape = new StackShape(side, side, 31, 1, 1);
        try (ImageStackWriter writer = ImageStackWriter.imageJ(file, shape, PixelType.UINT16, metadata)) {
            new Simulator().simulate(scene, random, (z, counts) -> writer.writePlane(counts));
        }
        return file;
    }
}
