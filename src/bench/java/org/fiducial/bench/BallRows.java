package org.fiducial.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.Position;

/** Shifts of beads larger than the resolution: balls under a physical point spread, one a field, against truth and bound. */
final class BallRows {

    private static final double MOST_LATERAL_NM = 2;
    private static final double MOST_AXIAL_NM = 5;
    private static final double MOST_RATIO = 1.3;
    private static final double ABERRATED_WAVES = 0.3;
    private static final double[] DIAMETERS_UM = {0.5, 1, 4, 6};
    private static final String[] AXES = {"x", "y", "z"};
    private static final double WIDTH_UM = 0.19;
    private static final double STEP_UM = 0.2;

    private final Settings settings;
    private final Supplier<List<Found>> perfect = Once.of(() -> all(Aberration.none()));

    BallRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "coreg-ball-bias",
                        "balls of 0.5, 1, 4 and 6 µm, widefield and confocal NA 1.4, peak 500: largest bias of the shift",
                        "≤ 2 nm in the plane, ≤ 5 nm along z",
                        () -> bias(perfect.get())),
                Claim.of(
                        "coreg-ball-scatter",
                        "the same: scatter in the plane over the bound of a known image; largest scatter along z",
                        "≤ 1.3; ≤ 5 nm",
                        () -> scatter(perfect.get())),
                Claim.of(
                        "coreg-ball-aberrated",
                        "the same with 0.3 waves of spherical aberration in both channels: largest bias",
                        "≤ 2 nm in the plane, ≤ 5 nm along z",
                        () -> bias(all(Aberration.spherical(ABERRATED_WAVES)))));
    }

    /** Errors of the shifts of one kind of ball [nm] and the bound of one [nm]. */
    @SuppressWarnings("ArrayRecordComponent") // Read once, compared with nothing.
    private record Found(String title, List<Sample> errors, double[] bound, int missed) {}

    private List<Found> all(Aberration aberration) {
        List<Found> found = new ArrayList<>();
        for (boolean confocal : new boolean[] {false, true}) {
            for (double diameterUm : DIAMETERS_UM) {
                found.add(of(confocal, diameterUm, aberration));
            }
        }
        return found;
    }

    private Found of(boolean confocal, double diameterUm, Aberration aberration) {
        Objective objective = new Objective(1.4, 1.515, aberration);
        double pixelUm = diameterUm < 4 ? 0.065 : 0.1;
        BallSpread ball = confocal
                ? BallSpread.confocal(objective, 0.488, 0.52, diameterUm)
                : BallSpread.widefield(objective, 0.52, diameterUm);
        int planes = 2 * (int) Math.round((0.5 * diameterUm + 2) / STEP_UM) + 1;
        Grid grid = Grid.square((int) ((2 * diameterUm + 1.2) / pixelUm), planes, pixelUm, STEP_UM);
        TwoChannelField field = new TwoChannelField(grid, List.of(ball, ball), given(confocal, diameterUm));
        String title = (confocal ? "confocal " : "widefield ") + diameterUm + " µm";
        RandomGenerator random = settings.random("coreg-ball " + title);
        List<Sample> errors = List.of(new Sample(), new Sample(), new Sample());
        int pairs = Math.max(8, Math.min(40, settings.beads() / 50));
        int[] missed = {0};
        Folder.use(folder -> {
            for (int i = 0; i < pairs; i++) {
                Position first = off(grid.centre(), 2 * pixelUm, 1, random);
                Position second = off(first, 0.3, 0.6, random);
                AnalysisResult result = field.analyse(folder, List.of(first), List.of(second), random);
                double[] truth = {
                    1e3 * (second.xUm() - first.xUm()),
                    1e3 * (second.yUm() - first.yUm()),
                    1e3 * (second.zUm() - first.zUm())
                };
                missed[0] += add(errors, result, truth) ? 0 : 1;
            }
            return Row.Outcome.notMeasured("");
        });
        double[] bound = new ShapeBound(grid, 0.95 * Math.hypot(diameterUm, WIDTH_UM))
                .centreSd(ball, grid.centre().plus(0.3 * pixelUm, -0.2 * pixelUm, 0.35 * STEP_UM));
        return new Found(title, errors, bound, missed[0]);
    }

    private static boolean add(List<Sample> errors, AnalysisResult result, double[] truth) {
        boolean any = false;
        for (Item item : result.items()) {
            for (int axis = 0; axis < AXES.length; axis++) {
                var value = Optional.ofNullable(item.values().get("coreg.shift." + AXES[axis]));
                if (value.isPresent()) {
                    errors.get(axis).add(value.get().quantity().value() - truth[axis]);
                    any = true;
                }
            }
        }
        return any;
    }

    private static Position off(Position from, double sideUm, double upUm, RandomGenerator random) {
        return from.plus(
                sideUm * (random.nextDouble() - 0.5),
                sideUm * (random.nextDouble() - 0.5),
                upUm * (random.nextDouble() - 0.5));
    }

    private static Map<String, String> given(boolean confocal, double diameterUm) {
        Map<String, String> given = new HashMap<>(Map.of(
                "bead-diameter",
                diameterUm + "um",
                "na",
                "1.4",
                "immersion",
                "oil",
                "emission",
                "520nm",
                "modality",
                confocal ? "confocal" : "widefield"));
        if (confocal) {
            given.put("excitation", "488nm");
            given.put("pinhole", "1");
        }
        return given;
    }

    private static Row.Outcome bias(List<Found> all) {
        double lateral = 0;
        double axial = 0;
        List<String> details = new ArrayList<>();
        for (Found found : all) {
            lateral = Math.max(lateral, Math.abs(found.errors().get(0).mean()));
            lateral = Math.max(lateral, Math.abs(found.errors().get(1).mean()));
            axial = Math.max(axial, Math.abs(found.errors().get(2).mean()));
            details.add(line(found));
        }
        return Row.Outcome.judged(
                lateral <= MOST_LATERAL_NM && axial <= MOST_AXIAL_NM,
                String.format(Locale.ROOT, "%.2f nm, %.2f nm", lateral, axial),
                details);
    }

    private static String line(Found found) {
        StringBuilder line = new StringBuilder(found.title());
        for (int axis = 0; axis < AXES.length; axis++) {
            Sample sample = found.errors().get(axis);
            line.append(String.format(
                    Locale.ROOT,
                    "; %s %+.2f nm, sd of a centre %.2f (bound %.2f)",
                    AXES[axis],
                    sample.mean(),
                    sample.sd() / Math.sqrt(2),
                    found.bound()[axis]));
        }
        return line + "; of " + found.errors().get(0).count() + ", missed " + found.missed();
    }

    private static Row.Outcome scatter(List<Found> all) {
        double squares = 0;
        double axial = 0;
        List<String> details = new ArrayList<>();
        for (Found found : all) {
            for (int axis = 0; axis < 2; axis++) {
                squares += Math.pow(found.errors().get(axis).sd() / found.bound()[axis], 2) / 2;
            }
            axial = Math.max(axial, found.errors().get(2).sd() / Math.sqrt(2));
            details.add(String.format(
                    Locale.ROOT,
                    "%s: ratio x %.2f, y %.2f, z %.2f",
                    found.title(),
                    found.errors().get(0).sd() / found.bound()[0] / Math.sqrt(2),
                    found.errors().get(1).sd() / found.bound()[1] / Math.sqrt(2),
                    found.errors().get(2).sd() / found.bound()[2] / Math.sqrt(2)));
        }
        double ratio = Math.sqrt(squares / (2 * all.size()));
        return Row.Outcome.judged(
                ratio <= MOST_RATIO && axial <= MOST_AXIAL_NM,
                String.format(Locale.ROOT, "%.2f; %.1f nm", ratio, axial),
                details);
    }
}
