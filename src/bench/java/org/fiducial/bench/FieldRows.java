package org.fiducial.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fiducial.metrology.bead.BeadSearch.ExpectedWidth;
import org.fiducial.metrology.bead.RejectionCode;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Averaging;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Widths;

/**
 * The rows about the judged width and about finding, on whole stacks of physical bead images. The beads of a row are shared
 * by its conditions.
 */
final class FieldRows {

    static final int BEADS_A_FIELD = 40;
    private static final double BACKGROUND = 10;
    private static final List<GaussianBeads.Condition> SHARP = List.of(
            new GaussianBeads.Condition(2.4, 2.4, 2.4, 1000, 10),
            new GaussianBeads.Condition(2.63, 2.63, 2.8, 2000, 10),
            new GaussianBeads.Condition(3.5, 3.5, 4, 1000, 10),
            new GaussianBeads.Condition(6, 6, 6, 1000, 10),
            new GaussianBeads.Condition(2.4, 2.4, 3, 20_000, 10));

    private final Settings settings;
    private final Map<String, PointSpread> spreads = new HashMap<>();

    FieldRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "fwhm-physical",
                        "psf.fwhm, physical PSFs without aberration, peak 1,000: bias in x, y and z",
                        "≤ 2 %",
                        () -> bias(1000, 0.02)),
                Claim.of("fwhm-dim", "psf.fwhm, peak 200: bias", "≤ 4 %", () -> bias(200, 0.04)),
                Claim.of(
                        "fwhm-photon-poor",
                        "psf.fwhm, photon-poor confocal (8 bit, offset clipped, peak 40): bias",
                        "≤ 5 %",
                        this::photonPoor),
                Claim.of(
                        "fwhm-brightness",
                        "three brightnesses of one PSF (200, 2,000, 20,000) agree",
                        "≤ 2 %",
                        this::brightness),
                Claim.of(
                        "fwhm-gaussian",
                        "psf.fwhm, pure Gaussian beads, peak ≥ 1,000, FWHM 2.4 to 6 px: bias",
                        "≤ 1 %",
                        this::gaussian),
                Claim.of(
                        "found",
                        "isolated beads found and measured, SNR ≥ 8, Gaussian and physical",
                        "≥ 98 %",
                        this::found));
    }

    private PointSpread spread(Optics optics, Aberration aberration) {
        return spreads.computeIfAbsent(optics + " " + aberration, key -> optics.spread(aberration));
    }

    private Field field(Optics optics, Aberration aberration, Field.Light light) {
        return new Field(optics.grid(), spread(optics, aberration), optics.expected(), light);
    }

    private List<Field.Match> run(Field field, double peak, String part, int conditions) {
        Clearance clearance = new Clearance(
                7 * field.expected().lateralUm(),
                4 * field.expected().lateralUm(),
                2.5 * field.expected().axialUm());
        return run(field, peak, part, clearance, settings.beads() / conditions);
    }

    private List<Field.Match> run(Field field, double peak, String part, Clearance clearance, int share) {
        int fields = (share + BEADS_A_FIELD - 1) / BEADS_A_FIELD;
        long seed = settings.random(part).nextLong() >>> 16;
        return field.run(fields, seed, clearance, layout -> layout.isolated(BEADS_A_FIELD, peak, field.spread()));
    }

    private WidthErrors errors(Optics optics, double peak) {
        Field field = field(optics, Aberration.none(), Field.Light.camera(BACKGROUND));
        return new WidthErrors(
                run(field, peak, optics + " " + peak, 3), field.spread().sectionFwhm());
    }

    private Row.Outcome bias(double peak, double limit) {
        List<String> details = new ArrayList<>();
        double worst = 0;
        for (Optics optics : Optics.values()) {
            WidthErrors errors = errors(optics, peak);
            worst = Math.max(worst, errors.worst());
            details.add(optics.title() + ": " + errors.text());
        }
        return Row.Outcome.judged(
                worst <= limit, String.format(Locale.ROOT, "worst axis %.2f %%", 100 * worst), details);
    }

    private Row.Outcome gaussian() {
        List<String> details = new ArrayList<>();
        double worst = 0;
        for (GaussianBeads.Condition condition : SHARP) {
            Widths widths = condition.spread().sectionFwhm();
            Field field = new Field(
                    Grid.square(400, 41, GaussianBeads.PIXEL_UM, GaussianBeads.STEP_UM),
                    condition.spread(),
                    new ExpectedWidth(widths.xUm(), widths.zUm()),
                    Field.Light.camera(condition.background()));
            WidthErrors errors = new WidthErrors(run(field, condition.peak(), condition.text(), SHARP.size()), widths);
            worst = Math.max(worst, errors.worst());
            details.add(condition.text() + ": " + errors.text());
        }
        return Row.Outcome.judged(
                worst <= 0.01, String.format(Locale.ROOT, "worst axis %.2f %%", 100 * worst), details);
    }

    private Row.Outcome photonPoor() {
        Detector detector = new Detector(0.4, -2, 0.5, 8, Averaging.none(), 1);
        Field field = field(Optics.CONFOCAL_OIL, Aberration.none(), new Field.Light(0.5, detector));
        WidthErrors errors =
                new WidthErrors(run(field, 40, "photon-poor", 1), field.spread().sectionFwhm());
        return Row.Outcome.judged(
                errors.worst() <= 0.05,
                String.format(Locale.ROOT, "worst axis %.2f %%", 100 * errors.worst()),
                List.of(errors.text()));
    }

    private Row.Outcome brightness() {
        List<String> details = new ArrayList<>();
        double[] least = {1, 1, 1};
        double[] most = {-1, -1, -1};
        for (double peak : new double[] {200, 2000, 20_000}) {
            WidthErrors errors = errors(Optics.WIDEFIELD_OIL, peak);
            for (int axis = 0; axis < 3; axis++) {
                least[axis] = Math.min(least[axis], errors.bias(axis));
                most[axis] = Math.max(most[axis], errors.bias(axis));
            }
            details.add("peak " + (int) peak + ": " + errors.text());
        }
        double widest = Math.max(most[0] - least[0], Math.max(most[1] - least[1], most[2] - least[2]));
        return Row.Outcome.judged(widest <= 0.02, String.format(Locale.ROOT, "within %.2f %%", 100 * widest), details);
    }

    /** SNR = peak/√(peak + background + r²) = 8 at 75.4 electrons on 10 with 1.5 of read noise. */
    private Row.Outcome found() {
        List<String> details = new ArrayList<>();
        double least = 1;
        for (double peak : new double[] {76, 300, 3000}) {
            for (Optics optics : Optics.values()) {
                Field physical = field(optics, Aberration.none(), Field.Light.camera(BACKGROUND));
                Field gaussian = new Field(
                        optics.grid(),
                        GaussianSpread.ofFwhm(physical.spread().sectionFwhm()),
                        optics.expected(),
                        physical.light());
                least = Math.min(least, foundShare(optics.title(), physical, peak, details));
                least = Math.min(least, foundShare("Gaussian as " + optics.title(), gaussian, peak, details));
            }
        }
        return Row.Outcome.judged(least >= 0.98, String.format(Locale.ROOT, "least %.1f %%", 100 * least), details);
    }

    private double foundShare(String title, Field field, double peak, List<String> details) {
        List<Field.Match> matches = run(field, peak, "found " + title + peak, 18);
        long isolated =
                matches.stream().filter(match -> match.object().isPresent()).count();
        long measured = matches.stream()
                .filter(match -> match.object().isPresent() && match.measured().isPresent())
                .count();
        long invented = matches.stream()
                .filter(match -> match.object().isEmpty() && match.measured().isPresent())
                .count();
        details.add(title + ", peak " + (int) peak + ": measured " + measured + " of " + isolated + rejections(matches)
                + ", measured where nothing is " + invented);
        return invented > 0 ? 0 : measured / (double) isolated;
    }

    /** Why objects were rejected, in words. */
    static String rejections(List<Field.Match> matches) {
        Map<RejectionCode, Integer> counts = new EnumMap<>(RejectionCode.class);
        matches.stream()
                .filter(match -> match.object().isPresent())
                .flatMap(match -> match.rejected().stream())
                .forEach(bead -> counts.merge(bead.reasons().get(0).code(), 1, Integer::sum));
        long missed =
                matches.stream().filter(match -> match.outcome().isEmpty()).count();
        return "; rejected " + counts + ", not found " + missed;
    }
}
