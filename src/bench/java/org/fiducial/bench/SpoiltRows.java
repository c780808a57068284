package org.fiducial.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Averaging;
import org.fiducial.metrology.simulation.Clearance;
import org.fiducial.metrology.simulation.Detector;
import org.fiducial.metrology.simulation.GaussianSpread;
import org.fiducial.metrology.simulation.PointSpread;
import org.fiducial.metrology.simulation.SceneKind;
import org.fiducial.metrology.simulation.SceneLayout;
import org.fiducial.metrology.simulation.SceneObject;
import org.fiducial.metrology.simulation.Widths;

/** The row about beads that preparation or acquisition spoilt: none may be measured. */
final class SpoiltRows {

    private static final double PEAK = 800;
    private static final int GOOD_BEADS = 16;
    private static final int SPOILT_A_FIELD = 26;
    /** Objects of an 8-bit field: spoilt ones only by a plateau. */
    private static final int PLATEAUS_A_FIELD = 8;

    /** Pairs of a field of pairs only. */
    private static final int PAIRS_A_FIELD = 12;

    private final Settings settings;
    private long spoilt;

    SpoiltRows(Settings settings) {
        this.settings = settings;
    }

    List<Row> rows() {
        return List.of(Claim.of(
                "spoilt",
                "spoilt beads measured (touching 0.2–2.9 FWHM beside or above each other, saturated, plateau of an averaged"
                        + " saturation, cut by edge or stack, debris, hot pixels)",
                "0",
                this::spoilt));
    }

    private Row.Outcome spoilt() {
        spoilt = 0;
        List<String> details = new ArrayList<>();
        int wrong = 0;
        for (Optics optics : Optics.values()) {
            PointSpread physical = optics.spread(Aberration.none());
            PointSpread gaussian = GaussianSpread.ofFwhm(physical.sectionFwhm());
            wrong += measured(optics, optics.title(), physical, details);
            wrong += measured(optics, "Gaussian as " + optics.title(), gaussian, details);
        }
        return Row.Outcome.judged(wrong == 0, wrong + " of " + spoilt, details);
    }

    private int measured(Optics optics, String title, PointSpread spread, List<String> details) {
        Clearance clearance = new Clearance(
                8 * optics.expected().lateralUm(),
                4 * optics.expected().lateralUm(),
                2.5 * optics.expected().axialUm());
        long seed = settings.random("spoilt " + title).nextLong() >>> 16;
        int fields = Math.max(1, settings.beads() / 6 / SPOILT_A_FIELD + 1);
        Field camera = new Field(optics.grid(), spread, optics.expected(), Field.Light.camera(10));
        SplittableRandom distances = new SplittableRandom(seed);
        List<Field.Match> matches = new ArrayList<>();
        for (int i = 0; i < fields; i++) {
            double[] apart = distances.doubles(4, 0.6, 2.9).toArray();
            matches.addAll(camera.run(1, seed + i, clearance, layout -> fill(layout, spread, apart)));
        }
        Detector averaging = Detector.camera(4, 2, 2).withBits(8).averaging(new Averaging(4, 230));
        Field lines = new Field(optics.grid(), spread, optics.expected(), new Field.Light(10, averaging));
        int plateauFields = Math.max(1, settings.beads() / 6 / SPOILT_A_FIELD / 2 + 1);
        List<Field.Match> plateaus =
                lines.run(plateauFields, seed, clearance, layout -> layout.isolated(GOOD_BEADS, 500, spread)
                        .saturated(PLATEAUS_A_FIELD / 2, 1400, spread)
                        .saturated(PLATEAUS_A_FIELD / 2, 3000, spread));
        details.add(title + ": " + text(matches));
        details.add("    plateau: " + text(plateaus));
        matches.stream()
                .filter(match -> wronglyMeasured(match))
                .limit(6)
                .forEach(match -> details.add("    measured " + describe(match, matches)));
        int wrong = count(matches) + count(plateaus);
        for (Pairs pairs : Pairs.values()) {
            List<Field.Match> found = new ArrayList<>();
            for (int i = 0; i < fields; i++) {
                double[] apart =
                        distances.doubles(PAIRS_A_FIELD, pairs.from, pairs.upTo).toArray();
                found.addAll(camera.run(1, seed + 1000 + i, clearance, layout -> fill(layout, spread, pairs, apart)));
            }
            details.add("    pairs " + pairs.title + ": " + text(found));
            wrong += count(found);
        }
        return wrong;
    }

    /** Pairs that are hard to see, and how many FWHM along their own direction they are apart. */
    private enum Pairs {
        MERGED("beside each other, 0.2–0.6 FWHM", 0.2, 0.6, 0),
        MERGED_ABOVE("straight above each other, 0.2–0.6 FWHM", 0.2, 0.6, 0),
        ABOVE("straight above each other, 0.6–2.9 FWHM", 0.6, 2.9, 0),
        ASKEW("above each other, 0.6–2.9 FWHM, and half a FWHM aside", 0.6, 2.9, 0.5);

        private final String title;
        private final double from;
        private final double upTo;
        private final double aside;

        Pairs(String title, double from, double upTo, double aside) {
            this.title = title;
            this.from = from;
            this.upTo = upTo;
            this.aside = aside;
        }
    }

    private static void fill(SceneLayout layout, PointSpread spread, Pairs pairs, double[] apartFwhm) {
        Widths width = spread.sectionFwhm();
        layout.isolated(GOOD_BEADS, PEAK, spread);
        for (double apart : apartFwhm) {
            if (pairs == Pairs.MERGED) {
                layout.touching(1, apart * width.xUm(), PEAK, spread);
            } else {
                layout.stacked(1, apart * width.zUm(), pairs.aside * width.xUm(), PEAK, spread);
            }
        }
    }

    private static void fill(SceneLayout layout, PointSpread spread, double[] apartFwhm) {
        Widths width = spread.sectionFwhm();
        layout.isolated(GOOD_BEADS, PEAK, spread);
        for (double apart : apartFwhm) {
            layout.touching(1, apart * width.xUm(), PEAK, spread);
        }
        layout.saturated(2, 40_000, spread)
                .saturated(2, 120_000, spread)
                .cutByBorder(4, width.xUm(), PEAK, spread)
                .cutByStack(4, 0.9 * width.zUm(), PEAK, spread)
                .debris(1, PEAK, blob(width, 2.5))
                .debris(1, PEAK, blob(width, 4))
                .debris(1, 3 * PEAK, blob(width, 6))
                .hotPixels(2, PEAK)
                .hotPixels(1, 5 * PEAK);
    }

    private static GaussianSpread blob(Widths width, double times) {
        return GaussianSpread.ofFwhm(new Widths(times * width.xUm(), 0.8 * times * width.yUm(), times * width.zUm()));
    }

    private static boolean wronglyMeasured(Field.Match match) {
        boolean good = match.object()
                .map(SceneObject::kind)
                .filter(kind -> kind == SceneKind.ISOLATED)
                .isPresent();
        return !good && match.measured().isPresent();
    }

    private int count(List<Field.Match> matches) {
        spoilt += matches.stream()
                .flatMap(match -> match.object().stream())
                .filter(object -> object.kind() != SceneKind.ISOLATED)
                .count();
        return (int) matches.stream().filter(SpoiltRows::wronglyMeasured).count();
    }

    /** For each kind how many were measured of how many. */
    private static String text(List<Field.Match> matches) {
        Map<SceneKind, int[]> kinds = new EnumMap<>(SceneKind.class);
        for (Field.Match match : matches) {
            match.object().ifPresent(object -> {
                int[] counts = kinds.computeIfAbsent(object.kind(), kind -> new int[2]);
                counts[0] += match.measured().isPresent() ? 1 : 0;
                counts[1]++;
            });
        }
        long invented = matches.stream()
                .filter(match -> match.object().isEmpty() && match.measured().isPresent())
                .count();
        return kinds.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue()[0] + "/" + entry.getValue()[1])
                        .collect(Collectors.joining(", "))
                + ", where nothing is " + invented;
    }

    private static String describe(Field.Match match, List<Field.Match> all) {
        return match.object()
                        .map(object ->
                                object.kind() + " at " + object.position() + ", nearest other " + nearest(object, all))
                        .orElse("nothing")
                + " as "
                + match.measured()
                        .map(bead -> bead.bead().position().toString())
                        .orElse("");
    }

    private static String nearest(SceneObject object, List<Field.Match> all) {
        return all.stream()
                .flatMap(match -> match.object().stream())
                .filter(other -> !other.equals(object) && other.kind() == object.kind())
                .mapToDouble(other -> other.position().distanceUm(object.position()))
                .filter(distance -> distance > 0)
                .min()
                .stream()
                .mapToObj(distance -> String.format(Locale.ROOT, "%.3f µm", distance))
                .findFirst()
                .orElse("none");
    }
}
