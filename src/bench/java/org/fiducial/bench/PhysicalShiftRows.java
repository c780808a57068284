package org.fiducial.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Position;

/**
 * Shifts between channels whose beads are diffraction images of 525 and 600 nm, NA 1.4, widefield.
 *
 * <p>Without aberration the image is symmetric and its place beyond doubt. With coma or spherical aberration in one channel only
 * it is not: the brightest point and the centre of gravity are two places, of which ISO 21073 admits both. Truth is here that
 * of the brightest points, from which a scene counts. That is what is found where the aberration is strong enough to be
 * seen; below that the centre of a Gaussian stands, printed beside the centre of gravity of the light above half height.
 */
final class PhysicalShiftRows {

    private static final int BEADS_A_FIELD = 25;
    private static final double MOST_BIAS_NM = 2;
    private static final double MOST_AXIAL_NM = 10;
    private static final String[] AXES = {"x", "y", "z"};
    private static final Map<String, String> GIVEN = Map.of(
            "na",
            "1.4",
            "immersion",
            "oil",
            "modality",
            "widefield",
            "emission.1",
            "525nm",
            "emission.2",
            "600nm",
            "bead-diameter",
            "100nm");

    private final Settings settings;

    PhysicalShiftRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "coreg-physical",
                        "diffraction images of 525 and 600 nm, NA 1.4 widefield, 25 beads of peak 500: largest bias of x, y, z",
                        "≤ 2 nm",
                        () -> Folder.use(this::physical)),
                Claim.of(
                        "coreg-aberrated",
                        "the same, second channel with 0.1 waves of coma and 0.2 of spherical aberration: bias from the shift"
                                + " of the brightest points",
                        "≤ 2 nm in the plane, ≤ 10 nm along z",
                        () -> Folder.use(this::aberrated)));
    }

    private static PointSpread spread(double emissionUm, Aberration aberration) {
        return PhysicalSpread.widefield(new Objective(1.4, 1.515, aberration), emissionUm);
    }

    private Row.Outcome physical(Path folder) {
        List<Sample> errors = errors(folder, List.of(spread(0.525, Aberration.none()), spread(0.6, Aberration.none())));
        double largest = 0;
        List<String> details = new ArrayList<>();
        for (int axis = 0; axis < AXES.length; axis++) {
            largest = Math.max(largest, Math.abs(errors.get(axis).mean()));
            details.add(line(axis, errors.get(axis)));
        }
        return Row.Outcome.judged(largest <= MOST_BIAS_NM, String.format(Locale.ROOT, "%.2f nm", largest), details);
    }

    private static String line(int axis, Sample sample) {
        return String.format(
                Locale.ROOT,
                "%s: at the centre %+.2f nm, scatter %.2f nm, over %d fields",
                AXES[axis],
                sample.mean(),
                sample.sd(),
                sample.count());
    }

    private Row.Outcome aberrated(Path folder) {
        List<String> details = new ArrayList<>();
        List<Sample> strong = aberrated(folder, new Aberration(0.2, 0, 0.1), details);
        aberrated(folder, new Aberration(0.1, 0, 0.05), details);
        double lateral =
                Math.max(Math.abs(strong.get(0).mean()), Math.abs(strong.get(1).mean()));
        double axial = Math.abs(strong.get(2).mean());
        return Row.Outcome.judged(
                lateral <= MOST_BIAS_NM && axial <= MOST_AXIAL_NM,
                String.format(Locale.ROOT, "%.2f nm, %.1f nm", lateral, axial),
                details);
    }

    private List<Sample> aberrated(Path folder, Aberration aberration, List<String> details) {
        PointSpread spread = spread(0.6, aberration);
        List<Sample> errors = errors(folder, List.of(spread(0.525, Aberration.none()), spread));
        double[] gravity = gravity(spread);
        for (int axis = 0; axis < AXES.length; axis++) {
            details.add(String.format(
                            Locale.ROOT,
                            "%.2f waves of coma, %.2f of spherical aberration, ",
                            aberration.comaWaves(),
                            aberration.sphericalWaves())
                    + line(axis, errors.get(axis))
                    + String.format(Locale.ROOT, "; the centre of gravity lies at %+.2f nm", gravity[axis]));
        }
        return errors;
    }

    /** The centre of gravity of what lies above half height, from the brightest point [nm]. */
    private static double[] gravity(PointSpread spread) {
        double sum = 0;
        double[] moment = new double[3];
        for (double z = -1; z <= 1; z += 0.02) {
            for (double y = -0.4; y <= 0.4; y += 0.01) {
                for (double x = -0.4; x <= 0.4; x += 0.01) {
                    double weight = Math.max(0, spread.relativeAt(x, y, z) - 0.5);
                    sum += weight;
                    moment[0] += weight * x;
                    moment[1] += weight * y;
                    moment[2] += weight * z;
                }
            }
        }
        return new double[] {1e3 * moment[0] / sum, 1e3 * moment[1] / sum, 1e3 * moment[2] / sum};
    }

    private List<Sample> errors(Path folder, List<PointSpread> spreads) {
        RandomGenerator random = settings.random("coreg-physical");
        TwoChannelField field = new TwoChannelField(Grid.square(400, 21, 0.065, 0.2), spreads, GIVEN);
        List<Sample> errors = List.of(new Sample(), new Sample(), new Sample());
        int fields = Math.max(4, Math.min(20, settings.beads() / BEADS_A_FIELD));
        for (int i = 0; i < fields; i++) {
            Position shift = new Position(
                    0.3 * (random.nextDouble() - 0.5),
                    0.3 * (random.nextDouble() - 0.5),
                    0.4 * (random.nextDouble() - 0.5));
            List<Position> first = field.places(BEADS_A_FIELD, random);
            List<Position> second =
                    first.stream().map(field.similarity(1, 0, shift)).toList();
            AnalysisResult result = field.analyse(folder, first, second, random);
            double[] truth = {1e3 * shift.xUm(), 1e3 * shift.yUm(), 1e3 * shift.zUm()};
            for (int axis = 0; axis < AXES.length; axis++) {
                errors.get(axis)
                        .add(TwoChannelField.value(result, "coreg.translation." + AXES[axis], Statistic.VALUE)
                                - truth[axis]);
            }
        }
        return errors;
    }
}
