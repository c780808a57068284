package org.fiducial.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.demo.Optics.Colour;
import org.fiducial.metrology.image.ImageMetadata;
import org.fiducial.metrology.image.ImageStackWriter;
import org.fiducial.metrology.image.PixelType;
import org.fiducial.metrology.image.StackShape;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.FlatField;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.Position;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.SimulatedStack;
import org.fiducial.metrology.simulation.Simulator;
import org.fiducial.metrology.simulation.Widths;

/**
 * Makes the image files of the demonstration: a field of fluorescent points with what real fields have besides (a touching
 * pair, points cut by the border and by the stack, a saturated one), beads that shine in two colours, and uniform slides,
 * through the optics and detector of a microscope.
 */
final class StackAcquisition {

    private static final int CLEAN_BEADS = 12;
    private static final double SATURATING = 30;
    private static final double BACKGROUND = 8;
    /** Planes and pixels of a side of stacks in two colours: beads lie on the coverslip. */
    private static final int COLOUR_PLANES = 21;

    private static final int COLOUR_SIDE = 160;

    private static final int UNIFORM_SIDE = 192;

    private final Map<Seen, PhysicalSpread> spreads = new HashMap<>();

    /** What decides the image of a bead. */
    private record Seen(Optics optics, Aberration aberration, Colour colour) {}

    /** Writes the image of a check into a folder and gives the file. The same check gives the same bytes. */
    Path acquire(PlannedCheck check, Instant acquiredAt, Path folder, LocalDate day) throws IOException {
        String name = day + "-" + check.microscope().slug();
        RandomGenerator random = new SplittableRandom(
                31L * check.daysBeforeEnd() + check.microscope().slug().hashCode());
        if (check.task() instanceof Task.Field field) {
            return field(
                    check.microscope().optics(), field, random, acquiredAt, folder.resolve(name + "-uniform.ome.tif"));
        }
        if (check.task() instanceof Task.Colours colours) {
            return colours(
                    check.microscope().optics(),
                    colours,
                    random,
                    acquiredAt,
                    folder.resolve(name + "-colours.ome.tif"));
        }
        Task.Beads beads = (Task.Beads) check.task();
        return beads(check.microscope().optics(), beads, random, acquiredAt, folder.resolve(name + "-beads.ome.tif"));
    }

    private Path beads(Optics optics, Task.Beads task, RandomGenerator random, Instant acquiredAt, Path file)
            throws IOException {
        Grid grid = optics.grid();
        PhysicalSpread spread =
                spread(new Seen(optics, task.aberration(), optics.colours().get(0)));
        Scene scene = new Scene(
                grid,
                field(grid, optics.peakElectrons(), spread, random),
                Background.constant(BACKGROUND),
                optics.detector());
        try (ImageStackWriter writer = writer(file, grid, 1, acquiredAt)) {
            new Simulator().simulate(scene, random, (z, counts) -> writer.writePlane(counts));
        }
        return file;
    }

    private static Path field(Optics optics, Task.Field task, RandomGenerator random, Instant acquiredAt, Path file)
            throws IOException {
        Grid grid = Grid.square(UNIFORM_SIDE, 1, optics.grid().pixelXUm(), 1);
        FlatField field = new FlatField(
                optics.peakElectrons(),
                task.rollOff(),
                new FlatField.Centre(task.u(), task.v()),
                optics.detector(),
                List.of());
        try (ImageStackWriter writer = writer(file, grid, 1, acquiredAt)) {
            writer.writePlane(field.image(grid.sizeX(), grid.sizeY(), random));
        }
        return file;
    }

    private Path colours(Optics optics, Task.Colours task, RandomGenerator random, Instant acquiredAt, Path file)
            throws IOException {
        Grid whole = optics.grid();
        Grid grid = Grid.square(COLOUR_SIDE, COLOUR_PLANES, whole.pixelXUm(), whole.stepZUm());
        List<SimulatedStack> channels = new ArrayList<>();
        List<Position> places = places(grid, random);
        for (Colour colour : optics.colours()) {
            PhysicalSpread spread = spread(new Seen(optics, Aberration.none(), colour));
            Position shift = channels.isEmpty() ? new Position(0, 0, 0) : task.shift();
            List<SceneObject> beads = places.stream()
                    .map(place -> new SceneObject(
                            SceneKind.ISOLATED,
                            place.plus(shift.xUm(), shift.yUm(), shift.zUm()),
                            optics.peakElectrons(),
                            spread))
                    .toList();
            Scene scene = new Scene(grid, beads, Background.constant(BACKGROUND), optics.detector());
            channels.add(new Simulator().simulate(scene, random));
        }
        try (ImageStackWriter writer = writer(file, grid, channels.size(), acquiredAt)) {
            for (int z = 0; z < grid.sizeZ(); z++) {
                for (SimulatedStack channel : channels) {
                    writer.writePlane(channel.plane(z));
                }
            }
        }
        return file;
    }

    private PhysicalSpread spread(Seen seen) {
        return spreads.computeIfAbsent(seen, each -> each.optics().spread(each.aberration(), each.colour()));
    }

    private static List<Position> places(Grid grid, RandomGenerator random) {
        double fieldUm = grid.sizeX() * grid.pixelXUm();
        Clearance clearance = new Clearance(fieldUm / 6, fieldUm / 8, 0.46 * grid.sizeZ() * grid.stepZUm());
        // Only the places count; what shines there differs from channel to channel.
        GaussianSpread any = GaussianSpread.ofFwhm(new Widths(0.3, 0.3, 0.8));
        return new SceneLayout(grid, clearance, random)
                .isolated(CLEAN_BEADS, 1, any).objects().stream()
                        .map(SceneObject::position)
                        .toList();
    }

    private static ImageStackWriter writer(Path file, Grid grid, int channels, Instant acquiredAt) {
        StackShape shape = new StackShape(grid.sizeX(), grid.sizeY(), grid.sizeZ(), channels, 1);
        return ImageStackWriter.ome(file, shape, PixelType.UINT16, metadata(grid, acquiredAt));
    }

    private static List<SceneObject> field(Grid grid, double peak, PhysicalSpread spread, RandomGenerator random) {
        double fieldUm = grid.sizeX() * grid.pixelXUm();
        Clearance clearance = new Clearance(fieldUm / 8, fieldUm / 12, 0.38 * grid.sizeZ() * grid.stepZUm());
        return new SceneLayout(grid, clearance, random)
                .isolated(CLEAN_BEADS, peak, spread)
                .touching(1, fieldUm / 40, peak, spread)
                .cutByBorder(1, fieldUm / 100, peak, spread)
                .cutByStack(1, grid.stepZUm(), peak, spread)
                .saturated(1, SATURATING * peak, spread)
                .objects();
    }

    /** The sampling and the time, as a microscope writes them; the optics are left to the registry. */
    private static ImageMetadata metadata(Grid grid, Instant acquiredAt) {
        return new ImageMetadata(
                new ImageMetadata.Spacing(
                        um(grid.pixelXUm()),
                        um(grid.pixelYUm()),
                        grid.sizeZ() == 1 ? Optional.empty() : um(grid.stepZUm())),
                new ImageMetadata.Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new ImageMetadata.Acquisition(
                        "OME-TIFF", Optional.of(acquiredAt), Optional.of("Demonstration"), List.of()));
    }

    private static Optional<Quantity> um(double length) {
        return Optional.of(new Quantity(length, Unit.MICROMETRE));
    }
}
