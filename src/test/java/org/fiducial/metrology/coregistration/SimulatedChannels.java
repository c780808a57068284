package org.fiducial.metrology.coregistration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;

/** Simulated fields of multicolour beads as files, and the module as everybody uses it. */
final class SimulatedChannels {

    static final ProtocolDefinition PROTOCOL = ProtocolFile.load("coregistration-beads", "1.0");
    static final Grid STACK = Grid.square(196, 17, 0.065, 0.2);
    static final Grid PLANE = Grid.square(224, 1, 0.065, 0.2);
    static final GaussianSpread ROUND = GaussianSpread.ofFwhm(new Widths(0.24, 0.24, 0.7));
    static final Detector CAMERA = Detector.camera(0.5, 100, 1.5);
    static final String[] OPTICS = {
        "na=1.4", "immersion=oil", "modality=widefield", "emission.1=520nm", "emission.2=600nm"
    };

    private SimulatedChannels() {}

    /** Beads at random places that keep their distance; in a single plane all in focus. */
    static List<SceneObject> beads(Grid grid, int count, double peakElectrons, PointSpread spread, long seed) {
        double ends = grid.sizeZ() == 1 ? 0 : 1.3;
        return new SceneLayout(grid, new Clearance(1.3, 1, ends), new SplittableRandom(seed))
                .isolated(count, peakElectrons, spread)
                .objects();
    }

    /** The same beads elsewhere. */
    static List<SceneObject> moved(List<SceneObject> beads, UnaryOperator<Position> move) {
        return beads.stream()
                .map(bead ->
                        new SceneObject(bead.kind(), move.apply(bead.position()), bead.peakElectrons(), bead.spread()))
                .toList();
    }

    /** A similarity about the centre of a grid, then a shift [µm]; the angle [rad] from +x towards +y. */
    static UnaryOperator<Position> similarity(Grid grid, double magnification, double angle, double... shiftUm) {
        Position centre = grid.centre();
        double c = magnification * Math.cos(angle);
        double s = magnification * Math.sin(angle);
        return at -> {
            double x = at.xUm() - centre.xUm();
            double y = at.yUm() - centre.yUm();
            return new Position(
                    centre.xUm() + c * x - s * y + shiftUm[0],
                    centre.yUm() + s * x + c * y + shiftUm[1],
                    at.zUm() + shiftUm[2]);
        };
    }

    /** Writes a file, one list of beads a channel. */
    static Path write(Path file, Grid grid, long seed, List<List<SceneObject>> channels) {
        List<org.fiducial.metrology.simulation.SimulatedStack> stacks = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            Scene scene = new Scene(grid, channels.get(i), Background.constant(10), CAMERA);
            stacks.add(new Simulator().simulate(scene, new SplittableRandom(seed + i)));
        }
        StackShape shape = new StackShape(grid.sizeX(), grid.sizeY(), grid.sizeZ(), channels.size(), 1);
        ImageMetadata metadata =
                ImageMetadata.spacedBy(new VoxelSize(grid.pixelXUm(), grid.pixelYUm(), grid.stepZUm()));
        try (ImageStackWriter writer = ImageStackWriter.imageJ(file, shape, PixelType.UINT16, metadata)) {
            for (int z = 0; z < grid.sizeZ(); z++) {
                for (org.fiducial.metrology.simulation.SimulatedStack stack : stacks) {
                    writer.writePlane(stack.plane(z));
                }
            }
        }
        return file;
    }

    /** Analyses files with parameters as typed, {@code name=value}. */
    static AnalysisResult analyse(List<Path> files, String... settings) {
        Parameters parameters = Parameters.none();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            parameters = parameters.with(
                    PROTOCOL.parse(setting.substring(0, equals), setting.substring(equals + 1), Origin.GIVEN));
        }
        return new CoregistrationModule(
                        PROTOCOL, new SoftwareReference("Fiducial", "0", "test"), new ImageFiles(List.of()))
                .analyse(Inputs.of(files, Runnable::run), parameters, Progress.unwatched());
    }

    /** A finding of channel 2 against channel 1. */
    static Finding finding(AnalysisResult result, String metric, Statistic statistic) {
        return finding(result, metric, 1, 2, statistic);
    }

    static Finding finding(AnalysisResult result, String metric, int reference, int channel, Statistic statistic) {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("ref_channel", Integer.toString(reference));
        return result.measurement(new MeasurementKey(metric, channel, qualifiers, statistic))
                .orElseThrow(() -> new AssertionError("no " + metric + " " + statistic))
                .finding();
    }

    /** A value of channel 2 against channel 1. */
    static double value(AnalysisResult result, String metric, Statistic statistic) {
        return ((Finding.Evaluated) finding(result, metric, statistic)).value().value();
    }
}
