package org.fiducial.metrology.psf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.SimulatedStack;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;

/** Simulated bead stacks as files, and the module as everybody uses it. */
final class SimulatedFile {

    static final ProtocolDefinition PROTOCOL = ProtocolFile.load("psf-beads", "1.0");
    static final Grid GRID = Grid.square(160, 25, 0.08, 0.2);
    static final Detector CAMERA = Detector.camera(0.5, 100, 1.5);
    static final GaussianSpread ROUND = GaussianSpread.ofFwhm(new Widths(0.24, 0.24, 0.7));

    private SimulatedFile() {}

    /** Gaussian beads, x wider than y by nothing, at random places. */
    static List<SceneObject> beads(int count, PointSpread spread, long seed) {
        return new SceneLayout(GRID, new Clearance(1.5, 1, 1.6), new SplittableRandom(seed))
                .isolated(count, 2000, spread)
                .objects();
    }

    /** The same beads moved, as another channel of an imperfect objective sees them. */
    static List<SceneObject> moved(List<SceneObject> beads, double xUm, double yUm, double zUm) {
        return beads.stream()
                .map(bead -> new SceneObject(
                        SceneKind.ISOLATED, bead.position().plus(xUm, yUm, zUm), bead.peakElectrons(), bead.spread()))
                .toList();
    }

    static Position centre() {
        return GRID.centre();
    }

    /** Writes an ImageJ file on the usual grid, one list of beads a channel. */
    static Path write(Path file, ImageMetadata metadata, long seed, List<List<SceneObject>> channels) {
        return write(file, GRID, metadata, seed, channels);
    }

    /** Writes an ImageJ file, one list of beads a channel. */
    static Path write(Path file, Grid grid, ImageMetadata metadata, long seed, List<List<SceneObject>> channels) {
        List<SimulatedStack> stacks = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            Scene scene = new Scene(grid, channels.get(i), Background.constant(10), CAMERA);
            stacks.add(new Simulator().simulate(scene, new SplittableRandom(seed + i)));
        }
        StackShape shape = new StackShape(grid.sizeX(), grid.sizeY(), grid.sizeZ(), channels.size(), 1);
        try (ImageStackWriter writer = ImageStackWriter.imageJ(file, shape, PixelType.UINT16, metadata)) {
            for (int z = 0; z < grid.sizeZ(); z++) {
                for (SimulatedStack stack : stacks) {
                    writer.writePlane(stack.plane(z));
                }
            }
        }
        return file;
    }

    static ImageMetadata calibrated() {
        return ImageMetadata.spacedBy(new VoxelSize(GRID.pixelXUm(), GRID.pixelYUm(), GRID.stepZUm()));
    }

    /** Metadata with these spacings and nothing else. */
    static ImageMetadata spaced(Optional<Double> pixelUm, Optional<Double> stepUm) {
        Optional<Quantity> pixel = pixelUm.map(um -> new Quantity(um, Unit.MICROMETRE));
        ImageMetadata full = calibrated();
        return new ImageMetadata(
                new ImageMetadata.Spacing(pixel, pixel, stepUm.map(um -> new Quantity(um, Unit.MICROMETRE))),
                full.optics(),
                full.channels(),
                full.acquisition());
    }

    /** Parameters as typed: {@code name=value}. */
    static Parameters given(String... settings) {
        Parameters parameters = Parameters.none();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            parameters = parameters.with(
                    PROTOCOL.parse(setting.substring(0, equals), setting.substring(equals + 1), Origin.GIVEN));
        }
        return parameters;
    }

    static PsfModule module() {
        return new PsfModule(PROTOCOL, new SoftwareReference("Fiducial", "0", "test"), new ImageFiles(List.of()));
    }

    static AnalysisResult analyse(List<Path> files, String... settings) {
        return module().analyse(Inputs.of(files, Runnable::run), given(settings), Progress.unwatched());
    }
}
