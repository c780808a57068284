package org.fiducial.web;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.FlatField;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;

/** Image files to send: a uniform slide, the dark, and beads in two channels. */
final class SimulatedImages {

    private static final int SIDE = 96;
    private static final long SEED = 20_261_122;

    private SimulatedImages() {}

    static Path field(Path file, FlatField field) {
        try (ImageStackWriter writer = writer(file, 1)) {
            writer.writePlane(field.image(SIDE, SIDE, new SplittableRandom(SEED)));
        }
        return file;
    }

    /** The same beads in two channels, 100 nm apart along x, in one plane with pixels of 80 nm. */
    static Path beads(Path file) {
        Grid grid = Grid.square(SIDE, 1, 0.08, 0.2);
        RandomGenerator random = new SplittableRandom(SEED);
        GaussianSpread spread = GaussianSpread.ofFwhm(new Widths(0.28, 0.28, 0.8));
        List<SceneObject> beads = new SceneLayout(grid, new Clearance(1.4, 0.9, 0), random)
                .isolated(6, 2_000, spread)
                .objects();
        List<SceneObject> moved = beads.stream()
                .map(bead -> new SceneObject(
                        bead.kind(), bead.position().plus(0.1, 0, 0), bead.peakElectrons(), bead.spread()))
                .toList();
        try (ImageStackWriter writer = writer(file, 2)) {
            for (List<SceneObject> channel : List.of(beads, moved)) {
                Scene scene = new Scene(grid, channel, Background.constant(8), Detector.camera(1, 100, 1.5));
                writer.writePlane(new Simulator().simulate(scene, random).plane(0));
            }
        }
        return file;
    }

    private static ImageStackWriter writer(Path file, int channels) {
        Optional<Quantity> pixel = Optional.of(new Quantity(0.08, Unit.MICROMETRE));
        ImageMetadata metadata = new ImageMetadata(
                new ImageMetadata.Spacing(pixel, pixel, Optional.empty()),
                new ImageMetadata.Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new ImageMetadata.Acquisition("OME-TIFF", Optional.empty(), Optional.empty(), List.of()));
        return ImageStackWriter.ome(file, new StackShape(SIDE, SIDE, 1, channels, 1), PixelType.UINT16, metadata);
    }
}
