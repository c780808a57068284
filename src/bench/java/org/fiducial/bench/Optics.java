package org.fiducial.bench;

import java.util.HashMap;
import java.util.Map;
import org.fiducial.metrology.bead.BeadSearch.ExpectedWidth;
import org.fiducial.metrology.simulation.Aberration;
import org.fiducial.metrology.simulation.Grid;
import org.fiducial.metrology.simulation.Objective;
import org.fiducial.metrology.simulation.PhysicalSpread;
import org.fiducial.metrology.simulation.PointSpread;

/** The microscopes whose images the benchmark measures, each with a usual sampling and what theory expects of it. */
enum Optics {
    WIDEFIELD_OIL("widefield NA 1.4 oil, 510 nm", 1.4, 1.515, 0.51, 0.065, 0.15),
    WIDEFIELD_AIR("widefield NA 0.8 air, 510 nm", 0.8, 1.0, 0.51, 0.11, 0.35),
    CONFOCAL_OIL("confocal NA 1.4 oil, 488/520 nm, 1 AU", 1.4, 1.515, 0.52, 0.05, 0.13);

    private static final double EXCITATION_UM = 0.488;
    private static final int SIZE = 400;
    private static final int PLANES = 41;
    private static final int TALL_PLANES = 101;

    private final String title;
    private final double aperture;
    private final double index;
    private final double emissionUm;
    private final double pixelUm;
    private final double stepUm;

    Optics(String title, double aperture, double index, double emissionUm, double pixelUm, double stepUm) {
        this.title = title;
        this.aperture = aperture;
        this.index = index;
        this.emissionUm = emissionUm;
        this.pixelUm = pixelUm;
        this.stepUm = stepUm;
    }

    String title() {
        return title;
    }

    PointSpread spread(Aberration aberration) {
        Objective objective = new Objective(aperture, index, aberration);
        return this == CONFOCAL_OIL
                ? PhysicalSpread.confocal(objective, EXCITATION_UM, emissionUm, 1)
                : PhysicalSpread.widefield(objective, emissionUm);
    }

    Grid grid() {
        return Grid.square(SIZE, PLANES, pixelUm, stepUm);
    }

    /** A stack that holds the long tail of a spherically aberrated image. */
    Grid tallGrid() {
        return Grid.square(SIZE, TALL_PLANES, pixelUm, stepUm);
    }

    /** What a user gives with such a file. */
    Map<String, String> metadata() {
        boolean confocal = this == CONFOCAL_OIL;
        Map<String, String> given = new HashMap<>(Map.of(
                "na",
                Double.toString(aperture),
                "immersion",
                this == WIDEFIELD_AIR ? "air" : "oil",
                "emission",
                Math.round(emissionUm * 1000) + "nm",
                "modality",
                confocal ? "confocal" : "widefield",
                "gain",
                "0.5",
                "offset",
                "100",
                "read-noise",
                "1.5"));
        if (confocal) {
            given.put("excitation", Math.round(EXCITATION_UM * 1000) + "nm");
            given.put("pinhole", "1");
        }
        return given;
    }

    /** The usual formulas 0.51·λ/NA and 0.88·λ/(n − √(n² − NA²)). */
    ExpectedWidth expected() {
        double lambdaUm = this == CONFOCAL_OIL
                ? Math.sqrt(2) * EXCITATION_UM * emissionUm / Math.hypot(EXCITATION_UM, emissionUm)
                : emissionUm;
        return new ExpectedWidth(
                0.51 * lambdaUm / aperture, 0.88 * lambdaUm / (index - Math.sqrt(index * index - aperture * aperture)));
    }
}
