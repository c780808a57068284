package org.fiducial.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.metrology.simulation.ModeHop;

/**
 * What happened to two light sources in two years. On the confocal's laser unit the 488 nm line loses a sixth within ten
 * months until its coupling is realigned; the response of 405 nm bends and is set right; one morning all lines lack a fifth,
 * and come back when the fibre is cleaned; the 561 nm laser begins to hop between modes, more each time, and is replaced by
 * a stronger one. The widefield's lamp dims slowly until its light guide is replaced.
 */
final class PowerStory {

    private static final int BEGIN = 736;
    private static final int MONTH = 28;
    private static final int QUARTER = 3 * MONTH;

    private static final int REALIGNED = 421;
    private static final int AOTF_SET = 393;
    private static final int FIBRE_DIRTY = 260;
    private static final int FIBRE_CLEANED = 257;
    private static final int LASER_REPLACED = 139;
    private static final int LIGHT_GUIDE_REPLACED = 331;
    private static final int COLD_START = 652;

    private static final Map<Integer, String> NOTES = Map.of(
            BEGIN,
            "First check with the meter.",
            428,
            "488 nm lost a sixth within ten months; realignment asked for.",
            FIBRE_DIRTY,
            "All lines a fifth lower than four weeks ago; the fibre is suspected.",
            344,
            "The meter's certificate is overdue; its calibration is ordered.",
            148,
            "561 nm unsteady; see its stability.");

    private PowerStory() {}

    static List<PlannedCheck> checks() {
        List<PlannedCheck> checks = new ArrayList<>();
        for (int day = BEGIN; day > 0; day -= MONTH) {
            checks.add(confocal(day, PowerRun.LEVEL, CheckReason.SCHEDULED, NOTES.getOrDefault(day, "")));
            if ((BEGIN - day) % QUARTER == 0) {
                checks.add(confocal(day, PowerRun.LINEARITY, CheckReason.SCHEDULED, linearityNote(day)));
                checks.add(confocal(day, PowerRun.STABILITY, CheckReason.SCHEDULED, stabilityNote(day)));
            }
        }
        return Stream.of(checks, repairs(), widefield()).flatMap(List::stream).toList();
    }

    private static List<PlannedCheck> repairs() {
        CheckReason serviced = CheckReason.AFTER_SERVICE;
        String replaced = "561 nm laser replaced; the new one is stronger by a fifth.";
        return List.of(
                confocal(REALIGNED, PowerRun.LEVEL, serviced, "Coupling into the fibre realigned."),
                confocal(AOTF_SET, PowerRun.LINEARITY, serviced, "Table of the AOTF at 405 nm measured anew."),
                confocal(FIBRE_CLEANED, PowerRun.LEVEL, CheckReason.AS_LEFT, "End of the fibre inspected and cleaned."),
                confocal(LASER_REPLACED, PowerRun.LEVEL, serviced, replaced),
                confocal(LASER_REPLACED, PowerRun.LINEARITY, serviced, replaced),
                confocal(LASER_REPLACED, PowerRun.STABILITY, serviced, replaced));
    }

    private static List<PlannedCheck> widefield() {
        List<PlannedCheck> checks = new ArrayList<>();
        for (int day = BEGIN - 7; day > 0; day -= MONTH) {
            checks.add(widefield(day, CheckReason.SCHEDULED, ""));
        }
        checks.add(widefield(LIGHT_GUIDE_REPLACED, CheckReason.AFTER_SERVICE, "Light guide replaced."));
        return checks;
    }

    private static String linearityNote(int day) {
        return day == 400 ? "405 nm bends at high set points; service asked for." : "";
    }

    private static String stabilityNote(int day) {
        return switch (day) {
            case COLD_START -> "Switched on just before, to see the warm-up.";
            case 232 -> "A mode hop of the 561 nm laser after an hour.";
            case 148 -> "The 561 nm laser hops by a quarter; not to be used until it is replaced.";
            default -> "";
        };
    }

    private static PlannedCheck confocal(int day, PowerRun run, CheckReason reason, String note) {
        return new PlannedCheck(Microscope.CONFOCAL, day, reason, new Task.Power(run, lasers(day, run)), note);
    }

    private static Map<Line, LineState> lasers(int day, PowerRun run) {
        Map<Line, LineState> lines = new LinkedHashMap<>();
        lines.put(Line.LASER_405, LineState.of(1 - 0.004 * months(BEGIN, day)).bent(bend405(day)));
        lines.put(
                Line.LASER_488,
                LineState.of(day > REALIGNED ? 1 - 0.016 * months(BEGIN, day) : 1.01 - 0.003 * months(REALIGNED, day)));
        lines.put(Line.LASER_561, laser561(day, run));
        lines.put(Line.LASER_640, LineState.of(1 - 0.002 * months(BEGIN, day)));
        double fibre = day <= FIBRE_DIRTY && day > FIBRE_CLEANED ? 0.79 : 1;
        boolean cold = day == COLD_START && run == PowerRun.STABILITY;
        lines.replaceAll((line, state) -> cold ? state.times(fibre).cold(4) : state.times(fibre));
        return lines;
    }

    private static double bend405(int day) {
        if (day > 500 || day <= AOTF_SET) {
            return 0.03;
        }
        return day > 420 ? 0.14 : 0.34;
    }

    private static LineState laser561(int day, PowerRun run) {
        if (day <= LASER_REPLACED) {
            return LineState.of(1.2 - 0.002 * months(LASER_REPLACED, day));
        }
        LineState old = LineState.of(1 - 0.005 * months(BEGIN, day));
        if (run != PowerRun.STABILITY) {
            return old;
        }
        return switch (day) {
            case 232 -> old.hopping(new ModeHop(3_700, 4_800, -11));
            case 148 -> old.hopping(new ModeHop(2_500, 5_900, -25));
            default -> old;
        };
    }

    private static PlannedCheck widefield(int day, CheckReason reason, String note) {
        double share = day > LIGHT_GUIDE_REPLACED
                ? 0.9 - 0.009 * months(BEGIN, day)
                : 1 - 0.005 * months(LIGHT_GUIDE_REPLACED, day);
        return new PlannedCheck(
                Microscope.WIDEFIELD,
                day,
                reason,
                new Task.Power(PowerRun.LEVEL, Map.of(Line.LED_470, LineState.of(share))),
                note);
    }

    private static double months(int from, int to) {
        return (from - to) / 30.4;
    }
}
