package org.fiducial.demo;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.metrology.simulation.Aberration;

/**
 * What happened to the three microscopes in a year: the widefield slowly gets worse until its objective is cleaned,
 * and begins again; the confocal's objective hits a slide, fails, and is fine after service; the spinning disk is forgotten.
 * What goes wrong is spherical aberration, in waves (see {@link Aberration}).
 */
final class Story {

    private Story() {}

    /** All checks, oldest first. */
    static List<PlannedCheck> checks() {
        return Stream.of(widefield(), confocal(), spinningDisk())
                .flatMap(List::stream)
                .sorted(Comparator.comparingInt(PlannedCheck::daysBeforeEnd).reversed())
                .toList();
    }

    private static List<PlannedCheck> widefield() {
        Microscope it = Microscope.WIDEFIELD;
        return List.of(
                check(it, 370, CheckReason.ACCEPTANCE, 0, "New objective, first check."),
                check(it, 342, CheckReason.SCHEDULED, 0, ""),
                check(it, 314, CheckReason.SCHEDULED, 0.05, ""),
                check(it, 286, CheckReason.SCHEDULED, 0.10, ""),
                check(it, 258, CheckReason.SCHEDULED, 0.14, ""),
                check(it, 230, CheckReason.SCHEDULED, 0.18, "Axial width rising for months."),
                check(it, 202, CheckReason.SCHEDULED, 0.23, "Out of its limits; service asked for."),
                check(it, 199, CheckReason.AS_LEFT, 0, "Old oil found on the front lens; cleaned."),
                check(it, 171, CheckReason.SCHEDULED, 0, ""),
                check(it, 143, CheckReason.SCHEDULED, 0, ""),
                check(it, 115, CheckReason.SCHEDULED, 0.05, ""),
                check(it, 87, CheckReason.SCHEDULED, 0.10, ""),
                check(it, 59, CheckReason.SCHEDULED, 0.14, ""),
                check(it, 31, CheckReason.SCHEDULED, 0.14, ""),
                check(it, 6, CheckReason.SCHEDULED, 0.18, "Rising again; ask the users which oil they take."));
    }

    private static List<PlannedCheck> confocal() {
        Microscope it = Microscope.CONFOCAL;
        return List.of(
                check(it, 362, CheckReason.ACCEPTANCE, 0, "Installation."),
                check(it, 334, CheckReason.SCHEDULED, 0, ""),
                check(it, 306, CheckReason.SCHEDULED, 0, ""),
                check(it, 278, CheckReason.SCHEDULED, 0, ""),
                check(it, 250, CheckReason.SCHEDULED, 0, ""),
                check(it, 222, CheckReason.SCHEDULED, 0, ""),
                check(it, 194, CheckReason.SCHEDULED, 0, ""),
                check(
                        it,
                        180,
                        CheckReason.COMPLAINT,
                        0.45,
                        "A user reports blurred sections; the objective hit a slide the day before."),
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
        return new PlannedCheck(microscope, daysBeforeEnd, reason, aberration, note);
    }
}
