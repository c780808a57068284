package org.fiducial.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Background;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.Scene;
import org.fiducial.metrology.simulation.SceneLayout;

/** The rows about aberrated objectives: their beads stay, their check fails. */
final class AberrationRows {

    private static final double PEAK = 1000;
    private static final Field.Light LIGHT = Field.Light.camera(10);

    private final Settings settings;

    AberrationRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(
                Claim.of(
                        "spherical",
                        "one wave (Fringe Zernike) of spherical aberration: beads still measured",
                        "≥ 95 %",
                        this::measured),
                Claim.of(
                        "spherical-fails",
                        "one wave of spherical aberration: the check fails its limit",
                        "yes",
                        () -> Folder.use(this::fails)),
                Claim.of(
                        "quarter-wave",
                        "psf.fwhm under a quarter wave of spherical aberration, astigmatism or coma: bias",
                        "no requirement; at hand ≤ 4 %",
                        this::quarterWave));
    }

    private static Clearance clearance(Field field) {
        return new Clearance(
                7 * field.expected().lateralUm(),
                4 * field.expected().lateralUm(),
                8 * field.expected().axialUm());
    }

    private WidthErrors errors(Field field, int beads, String part, List<String> details) {
        int fields = (beads + FieldRows.BEADS_A_FIELD - 1) / FieldRows.BEADS_A_FIELD;
        long seed = settings.random(part).nextLong() >>> 16;
        List<Field.Match> matches = field.run(
                fields,
                seed,
                clearance(field),
                layout -> layout.isolated(FieldRows.BEADS_A_FIELD, PEAK, field.spread()));
        WidthErrors errors = new WidthErrors(matches, field.spread().sectionFwhm());
        details.add(part + ": " + errors.text() + FieldRows.rejections(matches) + "; true section "
                + field.spread().sectionFwhm());
        return errors;
    }

    private Row.Outcome measured() {
        List<String> details = new ArrayList<>();
        double least = 1;
        for (Optics optics : Optics.values()) {
            Field field =
                    new Field(optics.tallGrid(), optics.spread(Aberration.spherical(1)), optics.expected(), LIGHT);
            WidthErrors errors = errors(field, settings.beads() / 3, optics.title(), details);
            least = Math.min(least, errors.measuredShare());
        }
        return Row.Outcome.judged(least >= 0.95, String.format(Locale.ROOT, "%.1f %%", 100 * least), details);
    }

    private Row.Outcome fails(Path folder) {
        List<String> details = new ArrayList<>();
        boolean all = true;
        for (Optics optics : Optics.values()) {
            PointSpread spread = optics.spread(Aberration.spherical(1));
            Field field = new Field(optics.tallGrid(), spread, optics.expected(), LIGHT);
            var random = settings.random("fails " + optics);
            SceneLayout layout = new SceneLayout(field.grid(), clearance(field), random).isolated(12, PEAK, spread);
            Scene scene = new Scene(
                    field.grid(), layout.objects(), Background.constant(LIGHT.background()), LIGHT.detector());
            Path file = folder.resolve(optics + ".tif");
            StackFile.write(scene, random, file);
            all &= fails(optics, file, details);
        }
        return Row.Outcome.judged(all, all ? "yes" : "not for every microscope", details);
    }

    private static boolean fails(Optics optics, Path file, List<String> details) {
        ProtocolRun protocol = new ProtocolRun();
        try {
            AnalysisResult result = protocol.analyse(file, optics.metadata());
            VerdictLevel level = protocol.overall(result);
            details.add(optics.title() + ": " + level + "; "
                    + protocol.notPassed(result).stream()
                            .map(verdict -> verdict.level() + " " + verdict.because())
                            .collect(Collectors.joining(" ")));
            return level == VerdictLevel.FAIL;
        } catch (UnusableInputException e) {
            details.add(optics.title() + ": refused, " + e.getMessage());
            return false;
        }
    }

    private Row.Outcome quarterWave() {
        List<String> details = new ArrayList<>();
        double worst = 0;
        for (Optics optics : List.of(Optics.WIDEFIELD_OIL, Optics.CONFOCAL_OIL)) {
            for (Aberration aberration :
                    List.of(Aberration.spherical(0.25), Aberration.astigmatism(0.25), Aberration.coma(0.25))) {
                Field field = new Field(optics.tallGrid(), optics.spread(aberration), optics.expected(), LIGHT);
                WidthErrors errors = errors(field, settings.beads() / 6, optics.title() + " " + aberration, details);
                worst = Math.max(worst, errors.worst());
            }
        }
        return Row.Outcome.judged(
                worst <= 0.04, String.format(Locale.ROOT, "worst axis %.2f %%", 100 * worst), details);
    }
}
