package org.fiducial.demo;

import java.util.List;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.metrology.simulation.Aberration;

/**
 * What happened to the objectives of the three microscopes in a year. The widefield's correction collar turns by itself: spherical aberration
 * grows until a check warns and the next one fails, service brings it back, and months later it begins again. The confocal's
 * objective hits a slide, which leaves coma and astigmatism and a warning, and is fine with its replacement. The spinning
 * disk is forgotten. Aberrations are in waves (see {@link Aberration}).
 */
final class BeadStory {

    /** What a knock does to an objective: coma most of all, and some astigmatism. */
    private static final Aberration KNOCKED = new Aberration(0, 0.2, 0.5);

    private BeadStory() {}

    static List<PlannedCheck> checks() {
        return Stream.of(widefield(), confocal(), spinningDisk())
                .flatMap(List::stream)
                .toList();
    }

    private static List<PlannedCheck> widefield() {
        Microscope it = Microscope.WIDEFIELD;
        return List.of(
                check(it, 370, CheckReason.ACCEPTANCE, 0, "New objective, collar set at the bead slide."),
                check(it, 342, CheckReason.SCHEDULED, 0.05, ""),
                check(it, 314, CheckReason.SCHEDULED, 0.12, ""),
                check(it, 286, CheckReason.SCHEDULED, 0.20, ""),
                check(it, 258, CheckReason.SCHEDULED, 0.27, "Axial width rising for months."),
                check(it, 230, CheckReason.SCHEDULED, 0.30, "Usable with care; have the collar looked at."),
                check(it, 202, CheckReason.SCHEDULED, 0.33, "Out of its limits; closed, service asked for."),
                check(
                        it,
                        199,
                        CheckReason.AFTER_SERVICE,
                        0,
                        "Collar found loose; set at the bead slide and tightened."),
                check(it, 171, CheckReason.SCHEDULED, 0, ""),
                check(it, 143, CheckReason.SCHEDULED, 0, ""),
                check(it, 115, CheckReason.SCHEDULED, 0.08, ""),
                check(it, 87, CheckReason.SCHEDULED, 0.15, ""),
                check(it, 59, CheckReason.SCHEDULED, 0.22, ""),
                check(it, 31, CheckReason.SCHEDULED, 0.27, "Axial width rising again."),
                check(it, 6, CheckReason.SCHEDULED, 0.30, "The collar turns again; ask for its repair."));
    }

    private static List<PlannedCheck> confocal() {
        Microscope it = Microscope.CONFOCAL;
        return List.of(
                check(it, 362, CheckReason.ACCEPTANCE, 0, "New objective."),
                check(it, 334, CheckReason.SCHEDULED, 0, ""),
                check(it, 306, CheckReason.SCHEDULED, 0, ""),
                check(it, 278, CheckReason.SCHEDULED, 0, ""),
                check(it, 250, CheckReason.SCHEDULED, 0, ""),
                check(it, 222, CheckReason.SCHEDULED, 0, ""),
                check(it, 194, CheckReason.SCHEDULED, 0, ""),
                new PlannedCheck(
                        it,
                        180,
                        CheckReason.COMPLAINT,
                        new Task.Beads(KNOCKED),
                        "A user reports comet tails; the objective hit a slide the day before."),
                check(it, 166, CheckReason.AFTER_SERVICE, 0, "Objective replaced."),
                check(it, 140, CheckReason.SCHEDULED, 0, ""),
                check(it, 113, CheckReason.SCHEDULED, 0, ""),
                check(it, 87, CheckReason.SCHEDULED, 0, ""),
                check(it, 61, CheckReason.SCHEDULED, 0, ""),
                check(it, 36, CheckReason.SCHEDULED, 0, ""),
                check(it, 12, CheckReason.SCHEDULED, 0, ""));
    }

    private static List<PlannedCheck> spinningDisk() {
        Microscope it = Microscope.SPINNING_DISK;
        return List.of(
                check(it, 355, CheckReason.ACCEPTANCE, 0, "Installation."),
                check(it, 327, CheckReason.SCHEDULED, 0, ""),
                check(it, 299, CheckReason.SCHEDULED, 0, ""),
                check(it, 271, CheckReason.SCHEDULED, 0, "Nobody has found the time since."));
    }

    private static PlannedCheck check(
            Microscope microscope, int daysBeforeEnd, CheckReason reason, double sphericalWaves, String note) {
        Aberration aberration = sphericalWaves == 0 ? Aberration.none() : Aberration.spherical(sphericalWaves);
        return new PlannedCheck(microscope, daysBeforeEnd, reason, new Task.Beads(aberration), note);
    }
}
