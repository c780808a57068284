package org.fiducial.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.simulation.Position;

/** Shifts, magnification, rotation and pairing of two channels against the truth of the scene and the Cramér–Rao bound. */
final class CoregistrationRows {

    private static final int BEADS_A_FIELD = 25;
    private static final double MOST_BIAS_NM = 2;
    private static final double MOST_SCATTER = 1.2;
    private static final double MOST_PPM = 20;
    private static final double MOST_MRAD = 0.02;
    /** 1.5 FWHM of the side of the image, within which beads do not count [µm]. */
    private static final double EDGE_UM = 0.36;

    private static final String[] AXES = {"x", "y", "z"};

    private final Settings settings;
    private final Supplier<Shifts> shifts;

    CoregistrationRows(Settings settings) {
        this.settings = settings;
        this.shifts = Once.of(this::shifts);
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "coreg-bias",
                        "pair shift of 25 beads, peak 500, 65 nm pixels: largest bias of x, y, z",
                        "≤ 2 nm",
                        () -> bias(shifts.get())),
                Claim.of(
                        "coreg-scatter",
                        "the same: scatter of the shift of a bead over its Cramér–Rao bound, x, y, z together",
                        "≤ 1.2",
                        () -> scatter(shifts.get())),
                Claim.of(
                        "coreg-centre",
                        "the same: scatter of the shift at the centre over the bound of a mean of 25, x, y, z together",
                        "≤ 1.2",
                        () -> centre(shifts.get())),
                Claim.of(
                        "coreg-scale",
                        "magnification and rotation, 100 beads of peak 500 on 50 µm: largest error of 4 fields",
                        "≤ 20 ppm, ≤ 0.02 mrad",
                        () -> Folder.use(this::scale)),
                Claim.of(
                        "coreg-pairing",
                        "pairs found: shift beyond the spacing, 20 % lonely beads, 0.5 % magnification, 20 fields",
                        "≥ 98 %, none wrong beyond chance",
                        () -> Folder.use(this::pairing)));
    }

    /** Errors of single beads and of the shift at the centre [nm], and the bound of a single pair [nm]. */
    private record Shifts(List<Sample> beads, List<Sample> centres, List<Double> bound) {}

    private Shifts shifts() {
        List<Sample> beads = List.of(new Sample(), new Sample(), new Sample());
        List<Sample> centres = List.of(new Sample(), new Sample(), new Sample());
        Folder.use(folder -> {
            RandomGenerator random = settings.random("coreg-shift");
            TwoChannelField field = new TwoChannelField(320, 15);
            int fields = Math.max(4, settings.beads() / BEADS_A_FIELD);
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
                    String name = AXES[axis];
                    Sample sample = beads.get(axis);
                    centres.get(axis)
                            .add(TwoChannelField.value(result, "coreg.translation." + name, Statistic.VALUE)
                                    - truth[axis]);
                    for (Item item : result.items()) {
                        double error = truth[axis];
                        Optional.ofNullable(item.values().get("coreg.shift." + name))
                                .ifPresent(found -> sample.add(found.quantity().value() - error));
                    }
                }
            }
            return Row.Outcome.notMeasured("");
        });
        return new Shifts(beads, centres, bound());
    }

    /** The bound of the difference of two centres [nm] on ± 3 σ of voxels, mean square over sub-pixel phases. */
    private static List<Double> bound() {
        double[] voxel = {TwoChannelField.PIXEL_UM, TwoChannelField.PIXEL_UM, TwoChannelField.STEP_UM};
        double[] covariance = new double[6];
        int[] half = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double sigma = TwoChannelField.FWHM_UM[axis] / voxel[axis] / (2 * Math.sqrt(2 * Math.log(2)));
            covariance[axis] = sigma * sigma;
            half[axis] = (int) Math.round(3 * (axis < 2 ? Math.hypot(sigma, 0.29) : sigma));
        }
        CramerRao bound = new CramerRao(
                new int[] {-half[0], -half[1], -half[2]},
                new int[] {2 * half[0] + 1, 2 * half[1] + 1, 2 * half[2] + 1},
                TwoChannelField.READ_NOISE);
        double[] squares = new double[3];
        int n = 0;
        for (double phase = -0.375; phase < 0.5; phase += 0.25) {
            double[] centre = {phase, -phase, phase};
            double[] sd =
                    bound.centreSd(new double[] {TwoChannelField.BACKGROUND, TwoChannelField.PEAK}, centre, covariance);
            n++;
            for (int axis = 0; axis < 3; axis++) {
                squares[axis] += Math.pow(sd[axis] * voxel[axis] * 1e3, 2);
            }
        }
        List<Double> pair = new ArrayList<>();
        for (double square : squares) {
            pair.add(Math.sqrt(2 * square / n));
        }
        return pair;
    }

    private static Row.Outcome bias(Shifts found) {
        List<String> details = new ArrayList<>();
        double largest = 0;
        for (int axis = 0; axis < AXES.length; axis++) {
            Sample sample = found.centres().get(axis);
            largest = Math.max(largest, Math.abs(sample.mean()));
            details.add(String.format(
                    Locale.ROOT,
                    "%s: at the centre %+.3f nm over %d fields, beads %+.3f nm over %d, true scatter of a bead %.2f nm",
                    AXES[axis],
                    sample.mean(),
                    sample.count(),
                    found.beads().get(axis).mean(),
                    found.beads().get(axis).count(),
                    found.beads().get(axis).sd()));
        }
        return Row.Outcome.judged(largest <= MOST_BIAS_NM, String.format(Locale.ROOT, "%.3f nm", largest), details);
    }

    private static Row.Outcome scatter(Shifts found) {
        return ratio(found.beads(), found.bound());
    }

    /** One field gives one value only. */
    private static Row.Outcome centre(Shifts found) {
        return ratio(
                found.centres(),
                found.bound().stream()
                        .map(each -> each / Math.sqrt(BEADS_A_FIELD))
                        .toList());
    }

    private static Row.Outcome ratio(List<Sample> samples, List<Double> bound) {
        List<String> details = new ArrayList<>();
        double squares = 0;
        for (int axis = 0; axis < AXES.length; axis++) {
            double ratio = samples.get(axis).sd() / bound.get(axis);
            squares += ratio * ratio / AXES.length;
            details.add(String.format(
                    Locale.ROOT,
                    "%s: sd %.3f nm, bound %.3f nm, ratio %.3f ± %.3f",
                    AXES[axis],
                    samples.get(axis).sd(),
                    bound.get(axis),
                    ratio,
                    ratio / Math.sqrt(2.0 * samples.get(axis).count())));
        }
        double pooled = Math.sqrt(squares);
        return Row.Outcome.judged(pooled <= MOST_SCATTER, String.format(Locale.ROOT, "%.2f", pooled), details);
    }

    private Row.Outcome scale(Path folder) {
        RandomGenerator random = settings.random("coreg-scale");
        TwoChannelField field = new TwoChannelField(768, 13);
        double ppm = 0;
        double mrad = 0;
        List<String> details = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double magnification = 1 + 0.002 * (random.nextDouble() - 0.5);
            double angle = 0.002 * (random.nextDouble() - 0.5);
            List<Position> first = field.places(100, random);
            List<Position> second = first.stream()
                    .map(field.similarity(magnification, angle, new Position(0.1, -0.05, 0.1)))
                    .toList();
            AnalysisResult result = field.analyse(folder, first, second, random);
            double scale = TwoChannelField.value(result, "coreg.magnification", Statistic.VALUE);
            double turn = TwoChannelField.value(result, "coreg.rotation", Statistic.VALUE);
            ppm = Math.max(ppm, Math.abs(scale - 1e6 * (magnification - 1)));
            mrad = Math.max(mrad, Math.abs(turn - 1e3 * angle));
            details.add(String.format(
                    Locale.ROOT,
                    "truth %+.1f ppm %+.4f mrad, found %+.1f ppm %+.4f mrad",
                    1e6 * (magnification - 1),
                    1e3 * angle,
                    scale,
                    turn));
        }
        return Row.Outcome.judged(
                ppm <= MOST_PPM && mrad <= MOST_MRAD,
                String.format(Locale.ROOT, "%.1f ppm, %.4f mrad", ppm, mrad),
                details);
    }

    /** 60 beads a channel on 66 µm lie 4.5 µm apart in the median of nearest neighbours; the shift is 7 to 9 µm. */
    private Row.Outcome pairing(Path folder) {
        RandomGenerator random = settings.random("coreg-pairing");
        TwoChannelField field = new TwoChannelField(1024, 1);
        int found = 0;
        int common = 0;
        double worst = 0;
        for (int i = 0; i < 20; i++) {
            Position shift = new Position(6 + random.nextDouble(), -4 - random.nextDouble(), 0);
            List<Position> all = field.places(72, random);
            List<Position> shared = all.subList(0, 48);
            List<Position> moved =
                    shared.stream().map(field.similarity(1.005, 0, shift)).toList();
            List<Position> first = new ArrayList<>(shared);
            first.addAll(all.subList(48, 60));
            List<Position> second = new ArrayList<>(moved);
            all.subList(60, 72).stream()
                    .filter(place -> moved.stream()
                            .noneMatch(other -> Math.hypot(other.xUm() - place.xUm(), other.yUm() - place.yUm()) < 1.3))
                    .forEach(second::add);
            AnalysisResult result = field.analyse(folder, first, second, random);
            double edge = (field.grid().sizeX() - 1) * TwoChannelField.PIXEL_UM - EDGE_UM;
            common += (int) moved.stream()
                    .filter(place ->
                            place.xUm() > EDGE_UM && place.yUm() > EDGE_UM && place.xUm() < edge && place.yUm() < edge)
                    .count();
            found += (int) TwoChannelField.value(result, "coreg.n_pairs", Statistic.VALUE);
            worst = Math.max(worst, TwoChannelField.value(result, "coreg.residual_rms.affine", Statistic.VALUE));
        }
        double share = (double) found / common;
        return Row.Outcome.judged(
                share >= 0.98 && share <= 1.02,
                String.format(Locale.ROOT, "%.1f %%", 100 * share),
                List.of(
                        found + " pairs of " + common + " beads in both channels",
                        String.format(Locale.ROOT, "largest residual of a field after the affine fit %.1f nm", worst)));
    }
}
