package org.fiducial.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.fiducial.metrology.simulation.Axis;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Widths;

/** The rows about the 3-D fit on Gaussian beads. */
final class GaussianRows {

    private static final List<GaussianBeads.Condition> CONDITIONS = List.of(
            new GaussianBeads.Condition(2.4, 2.4, 2.4, 100, 10),
            new GaussianBeads.Condition(3.5, 3.9, 4.5, 100, 10),
            new GaussianBeads.Condition(6, 6, 6, 100, 10),
            new GaussianBeads.Condition(4, 4, 4, 100, 50),
            new GaussianBeads.Condition(2.4, 3, 5, 1000, 20),
            new GaussianBeads.Condition(6, 5, 3, 5000, 20));
    private static final char[] AXES = {'x', 'y', 'z'};

    private final Settings settings;
    private final Supplier<List<GaussianBeads.Result>> results;

    GaussianRows(Settings settings) {
        this.settings = settings;
        this.results = Once.of(() -> CONDITIONS.stream()
                .map(condition ->
                        new GaussianBeads().run(condition, settings.beads(), settings.random(condition.text())))
                .toList());
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "fwhm3d-bias",
                        "psf.fwhm3d, Gaussian beads, peak ≥ 100, FWHM 2.4 to 6 px: bias",
                        "≤ 0.5 %, aim 0.2 %",
                        this::bias),
                Claim.of(
                        "fwhm3d-scatter",
                        "its scatter against the Cramér–Rao bound of the fitted voxels, eleven parameters free",
                        "≤ 1.10, aim 1.05",
                        this::scatter),
                Claim.of(
                        "fwhm3d-coverage",
                        "its 95 % photon-noise interval covers the truth",
                        "93–97 %",
                        this::coverage),
                Claim.of(
                        "fwhm3d-tilt",
                        "beads tilted by 15°: marginal, section, principal widths",
                        "each ≤ 0.5 %",
                        this::tilt),
                Claim.of(
                        "fit-time",
                        "3-D fit (±3 σ, about 2,000 voxels), one thread, warm",
                        "≤ 1 ms a bead",
                        this::time));
    }

    private Row.Outcome bias() {
        List<String> details = new ArrayList<>();
        double worst = 0;
        for (GaussianBeads.Result result : results.get()) {
            StringBuilder line = new StringBuilder(result.condition().text());
            for (int axis = 0; axis < 3; axis++) {
                Sample errors = result.axes().get(axis).errors();
                worst = Math.max(worst, Math.abs(errors.mean()));
                line.append(String.format(
                        Locale.ROOT,
                        "; %c mean %s ± %.2f, median %s",
                        AXES[axis],
                        Sample.percent(errors.mean()),
                        100 * errors.sd() / Math.sqrt(errors.count()),
                        Sample.percent(errors.median())));
            }
            details.add(line + "; not fitted " + result.failed());
        }
        boolean fitted = results.get().stream().allMatch(result -> result.failed() == 0);
        return Row.Outcome.judged(
                worst <= 0.005 && fitted, String.format(Locale.ROOT, "worst axis %.2f %%", 100 * worst), details);
    }

    private Row.Outcome scatter() {
        List<String> details = new ArrayList<>();
        double worst = 0;
        double logs = 0;
        int count = 0;
        for (GaussianBeads.Result result : results.get()) {
            StringBuilder line = new StringBuilder(result.condition().text());
            for (int axis = 0; axis < 3; axis++) {
                double ratio = result.axes().get(axis).errors().sd()
                        / result.axes().get(axis).bound();
                worst = Math.max(worst, ratio);
                logs += Math.log(ratio);
                count++;
                line.append(String.format(
                        Locale.ROOT,
                        "; %c sd %.2f %% / bound %.2f %% = %.3f",
                        AXES[axis],
                        100 * result.axes().get(axis).errors().sd(),
                        100 * result.axes().get(axis).bound(),
                        ratio));
            }
            details.add(line.toString());
        }
        return Row.Outcome.judged(
                worst <= 1.10,
                String.format(Locale.ROOT, "worst axis %.3f, geometric mean %.3f", worst, Math.exp(logs / count)),
                details);
    }

    private Row.Outcome coverage() {
        List<String> details = new ArrayList<>();
        double lowest = 1;
        double highest = 0;
        double covered = 0;
        double all = 0;
        for (GaussianBeads.Result result : results.get()) {
            StringBuilder line = new StringBuilder(result.condition().text());
            for (int axis = 0; axis < 3; axis++) {
                double share = result.axes().get(axis).covered()
                        / (double) result.axes().get(axis).errors().count();
                lowest = Math.min(lowest, share);
                highest = Math.max(highest, share);
                covered += result.axes().get(axis).covered();
                all += result.axes().get(axis).errors().count();
                line.append(String.format(Locale.ROOT, "; %c %.1f %%", AXES[axis], 100 * share));
            }
            details.add(line.toString());
        }
        return Row.Outcome.judged(
                lowest >= 0.93 && highest <= 0.97,
                String.format(
                        Locale.ROOT,
                        "%.1f %% (by condition and axis %.1f to %.1f %%)",
                        100 * covered / all,
                        100 * lowest,
                        100 * highest),
                details);
    }

    private Row.Outcome tilt() {
        GaussianBeads.Condition condition = new GaussianBeads.Condition(3.5, 3.6, 4.5, 500, 20);
        GaussianSpread spread =
                GaussianSpread.ofFwhm(new Widths(0.27, 0.36, 0.9)).turned(Axis.Y, 15);
        TiltedWidths widths = new TiltedWidths(spread);
        GaussianBeads beads = new GaussianBeads();
        var random = settings.random("tilt");
        int failed = 0;
        for (int i = 0; i < settings.beads(); i++) {
            var fitted = beads.fit(beads.draw(spread, condition, false, random));
            failed += fitted.isPresent() ? 0 : 1;
            fitted.ifPresent(widths::add);
        }
        return Row.Outcome.judged(
                widths.worst() <= 0.005 && failed == 0,
                String.format(Locale.ROOT, "worst width %.2f %%", 100 * widths.worst()),
                List.of(widths.text() + "; not fitted " + failed));
    }

    private Row.Outcome time() {
        GaussianBeads.Condition condition = new GaussianBeads.Condition(4.7, 4.7, 4.7, 500, 20);
        GaussianBeads beads = new GaussianBeads();
        var random = settings.random("time");
        List<GaussianBeads.Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            drawn.add(beads.draw(condition.spread(), condition, false, random));
        }
        Sample voxels = new Sample();
        Sample milliseconds = new Sample();
        for (int round = 0; round < 12; round++) {
            for (GaussianBeads.Drawn bead : drawn) {
                long start = System.nanoTime();
                var fitted = beads.fit(bead);
                double elapsedMs = (System.nanoTime() - start) * 1e-6;
                if (round >= 4 && fitted.isPresent()) {
                    milliseconds.add(elapsedMs);
                    voxels.add(fitted.get().model().box().voxels());
                }
            }
        }
        return Row.Outcome.judged(
                milliseconds.median() <= 1,
                String.format(Locale.ROOT, "%.2f ms (median)", milliseconds.median()),
                List.of(String.format(
                        Locale.ROOT,
                        "%.0f voxels in the last crop, mean %.2f ms",
                        voxels.mean(),
                        milliseconds.mean())));
    }
}
