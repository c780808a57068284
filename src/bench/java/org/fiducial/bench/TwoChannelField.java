package org.fiducial.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.coregistration.CoregistrationModule;
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
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.SimulatedStack;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;

/**
 * A field of beads in two channels as a file, analysed as a user does: peak 500 electrons on a background of 10, camera with 1.5
 * electrons of read noise. Unless told otherwise beads are Gaussian, FWHM 0.24, 0.24 and 0.7 µm, on pixels of 65 nm and planes of
 * 200 nm.
 */
final class TwoChannelField {

    static final double PIXEL_UM = 0.065;
    static final double STEP_UM = 0.2;
    static final double PEAK = 500;
    static final double BACKGROUND = 10;
    static final double READ_NOISE = 1.5;
    static final double[] FWHM_UM = {0.24, 0.24, 0.7};
    private static final double GAIN = 0.5;
    private static final double OFFSET = 100;
    private static final Detector CAMERA = Detector.camera(GAIN, OFFSET, READ_NOISE);
    private static final GaussianSpread SPREAD = GaussianSpread.ofFwhm(new Widths(FWHM_UM[0], FWHM_UM[1], FWHM_UM[2]));

    private final ProtocolDefinition protocol = ProtocolFile.load("coregistration-beads", "1.0");
    private final Grid grid;
    private final List<PointSpread> spreads;
    private final Map<String, String> given;

    /** Gaussian beads of which nothing is said but the detector. */
    TwoChannelField(int sizeXy, int planes) {
        this(Grid.square(sizeXy, planes, PIXEL_UM, STEP_UM), List.of(SPREAD, SPREAD), Map.of());
    }

    /**
     * Beads of another kind.
     *
     * @param spreads image of a bead in either channel
     * @param given parameters besides those of the detector
     */
    TwoChannelField(Grid grid, List<PointSpread> spreads, Map<String, String> given) {
        this.grid = grid;
        this.spreads = List.copyOf(spreads);
        this.given = Map.copyOf(given);
    }

    Grid grid() {
        return grid;
    }

    /** Beads at random places, alone within 1.3 µm. */
    List<Position> places(int count, RandomGenerator random) {
        double ends = grid.sizeZ() == 1 ? 0 : 1.2;
        return new SceneLayout(grid, new Clearance(1.3, 1, ends), random)
                .isolated(count, PEAK, spreads.get(0)).objects().stream()
                        .map(SceneObject::position)
                        .toList();
    }

    /** A similarity about the centre of the field, then a shift [µm]; the angle [rad] from +x towards +y. */
    UnaryOperator<Position> similarity(double magnification, double angle, Position shift) {
        Position centre = grid.centre();
        double c = magnification * Math.cos(angle);
        double s = magnification * Math.sin(angle);
        return at -> {
            double x = at.xUm() - centre.xUm();
            double y = at.yUm() - centre.yUm();
            return new Position(
                    centre.xUm() + c * x - s * y + shift.xUm(),
                    centre.yUm() + s * x + c * y + shift.yUm(),
                    at.zUm() + shift.zUm());
        };
    }

    /** The result of two channels with beads at these places. */
    AnalysisResult analyse(Path folder, List<Position> first, List<Position> second, RandomGenerator random) {
        List<SimulatedStack> stacks = new ArrayList<>();
        List<List<Position>> channels = List.of(first, second);
        for (int i = 0; i < channels.size(); i++) {
            PointSpread spread = spreads.get(i);
            List<SceneObject> beads = channels.get(i).stream()
                    .map(place -> new SceneObject(SceneKind.ISOLATED, place, PEAK, spread))
                    .toList();
            Scene scene = new Scene(grid, beads, Background.constant(BACKGROUND), CAMERA);
            stacks.add(new Simulator().simulate(scene, random));
        }
        Path file = folder.resolve("field.tif");
        StackShape shape = new StackShape(grid.sizeX(), grid.sizeY(), grid.sizeZ(), 2, 1);
        ImageMetadata metadata =
                ImageMetadata.spacedBy(new VoxelSize(grid.pixelXUm(), grid.pixelYUm(), grid.stepZUm()));
        try (ImageStackWriter writer = ImageStackWriter.imageJ(file, shape, PixelType.UINT16, metadata)) {
            for (int z = 0; z < grid.sizeZ(); z++) {
                for (SimulatedStack stack : stacks) {
                    writer.writePlane(stack.plane(z));
                }
            }
        }
        Parameters parameters = Parameters.none()
                .with(protocol.parse("gain", Double.toString(GAIN), Origin.GIVEN))
                .with(protocol.parse("offset", Double.toString(OFFSET), Origin.GIVEN))
                .with(protocol.parse("read-noise", Double.toString(READ_NOISE), Origin.GIVEN));
        for (Map.Entry<String, String> each : given.entrySet()) {
            parameters = parameters.with(protocol.parse(each.getKey(), each.getValue(), Origin.GIVEN));
        }
        CoregistrationModule module = new CoregistrationModule(
                protocol, new SoftwareReference("Fiducial benchmark", "0", "unknown"), new ImageFiles(List.of()));
        return module.analyse(Inputs.of(List.of(file), Runnable::run), parameters, Progress.unwatched());
    }

    /** A value of channel 2 against channel 1, NaN where there is none. */
    static double value(AnalysisResult result, String metric, Statistic statistic) {
        TreeMap<String, String> qualifiers = new TreeMap<>();
        qualifiers.put("ref_channel", "1");
        return result.measurement(new MeasurementKey(metric, 2, qualifiers, statistic))
                .flatMap(row -> row.evaluated())
                .map(Finding.Evaluated::value)
                .map(quantity -> quantity.value())
                .orElse(Double.NaN);
    }
}
