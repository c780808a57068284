package org.fiducial.bench;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.Simulator;

/** Simulated stacks as files. */
final class StackFile {

    private StackFile() {}

    static void write(Scene scene, RandomGenerator random, Path file) {
        Grid grid = scene.grid();
        ImageMetadata metadata = ImageMetadata.spacedBy(MemoryStack.voxelSize(grid));
        try (ImageStackWriter writer =
                ImageStackWriter.imageJ(file, MemoryStack.shape(grid), PixelType.UINT16, metadata)) {
            new Simulator().simulate(scene, random, (z, counts) -> writer.writePlane(counts));
        }
    }
}
