package org.fiducial.demo;

import java.util.List;
import org.fiducial.facility.check.CheckReason;

/**
 * What happened to the evenness of the light in two years. The widefield's light guide ages and sags: the corners darken and
 * the centre wanders until a check warns; a new guide, aligned, brings both back. The confocal's field is even and stays
 * so. The spinning disk was looked at once, when it was installed.
 */
final class FieldStory {

    private FieldStory() {}

    static List<PlannedCheck> checks() {
        Microscope widefield = Microscope.WIDEFIELD;
        Microscope confocal = Microscope.CONFOCAL;
        return List.of(
                check(widefield, 715, CheckReason.SCHEDULED, new Task.Field(0.20, 0.05, -0.03), ""),
                check(widefield, 533, CheckReason.SCHEDULED, new Task.Field(0.30, 0.14, -0.09), ""),
                check(
                        widefield,
                        351,
                        CheckReason.SCHEDULED,
                        new Task.Field(0.45, 0.31, -0.20),
                        "Corners much darker than half a year ago; the light guide is suspected."),
                check(
                        widefield,
                        331,
                        CheckReason.AFTER_SERVICE,
                        new Task.Field(0.18, 0.02, 0.01),
                        "Light guide replaced and aligned."),
                check(widefield, 150, CheckReason.SCHEDULED, new Task.Field(0.22, 0.04, 0.02), ""),
                check(confocal, 708, CheckReason.SCHEDULED, new Task.Field(0.24, 0.06, 0.04), ""),
                check(confocal, 526, CheckReason.SCHEDULED, new Task.Field(0.24, 0.07, 0.04), ""),
                check(confocal, 344, CheckReason.SCHEDULED, new Task.Field(0.25, 0.06, 0.05), ""),
                check(
                        confocal,
                        165,
                        CheckReason.AFTER_SERVICE,
                        new Task.Field(0.26, 0.05, 0.05),
                        "The day after the objective was replaced."),
                check(
                        Microscope.SPINNING_DISK,
                        354,
                        CheckReason.ACCEPTANCE,
                        new Task.Field(0.28, -0.05, 0.08),
                        "Installation."));
    }

    private static PlannedCheck check(
            Microscope microscope, int daysBeforeEnd, CheckReason reason, Task.Field task, String note) {
        return new PlannedCheck(microscope, daysBeforeEnd, reason, task, note);
    }
}
