package org.fiducial.demo;

import java.util.List;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.metrology.simulation.Position;

/**
 * How far green and red lay apart in a year. The widefield's red cube is exchanged and does not sit well: the colours lie
 * apart by more than the resolution until it is cleaned and seated. The confocal's one beam path keeps its colours
 * together, with the new objective too. Shifts are of red against green, in µm.
 */
final class ColourStory {

    private ColourStory() {}

    static List<PlannedCheck> checks() {
        Microscope widefield = Microscope.WIDEFIELD;
        Microscope confocal = Microscope.CONFOCAL;
        return List.of(
                check(widefield, 366, CheckReason.ACCEPTANCE, new Position(0.030, -0.020, 0.09), "New objective."),
                check(widefield, 282, CheckReason.SCHEDULED, new Position(0.034, -0.018, 0.08), ""),
                check(widefield, 198, CheckReason.AFTER_SERVICE, new Position(0.031, -0.022, 0.10), ""),
                check(
                        widefield,
                        114,
                        CheckReason.SCHEDULED,
                        new Position(0.340, 0.130, 0.10),
                        "Green and red do not match; the red cube was exchanged last week."),
                check(
                        widefield,
                        111,
                        CheckReason.AFTER_SERVICE,
                        new Position(0.042, -0.010, 0.09),
                        "Seat of the red cube cleaned, the cube screwed down."),
                check(widefield, 27, CheckReason.SCHEDULED, new Position(0.040, -0.012, 0.09), ""),
                check(confocal, 358, CheckReason.ACCEPTANCE, new Position(0.012, 0.008, 0.06), "New objective."),
                check(confocal, 274, CheckReason.SCHEDULED, new Position(0.014, 0.008, 0.06), ""),
                check(confocal, 190, CheckReason.SCHEDULED, new Position(0.013, 0.010, 0.07), ""),
                check(
                        confocal,
                        165,
                        CheckReason.AFTER_SERVICE,
                        new Position(0.020, 0.006, 0.05),
                        "The day after the objective was replaced."),
                check(confocal, 81, CheckReason.SCHEDULED, new Position(0.021, 0.005, 0.05), ""));
    }

    private static PlannedCheck check(
            Microscope microscope, int daysBeforeEnd, CheckReason reason, Position shift, String note) {
        return new PlannedCheck(microscope, daysBeforeEnd, reason, new Task.Colours(shift), note);
    }
}
