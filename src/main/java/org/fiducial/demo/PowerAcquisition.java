package org.fiducial.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.metrology.simulation.PowerLogSimulation;
import org.fiducial.metrology.simulation.PowerLogSimulation.Noise;
import org.fiducial.metrology.simulation.PowerLogSimulation.Reading;
import org.fiducial.metrology.simulation.PowerLogSimulation.Temperature;
import org.fiducial.metrology.simulation.PowerLogSimulation.WarmUp;
import org.fiducial.metrology.simulation.PowerLogText;
import org.fiducial.metrology.simulation.PowerLogText.Stay;
import org.fiducial.metrology.simulation.SetPointResponse;

/** Makes the power logs of the demonstration: the readings of its meter at the lines of a light source. */
final class PowerAcquisition {

    private static final double[] SET_POINTS = {2, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100};
    private static final double CORRELATION = 0.4;
    private static final double WARM_UP_S = 720;
    private static final double ROOM_SWING_K = 0.4;
    private static final double ROOM_PERIOD_S = 2_700;
    private static final double PERCENT_PER_KELVIN = -0.35;
    /** The sensor is never laid down twice in the same way. */
    private static final double PLACING_PERCENT = 0.6;

    private final PlannedCheck check;
    private final Task.Power task;
    private final RandomGenerator random;
    private final double placing;

    PowerAcquisition(PlannedCheck check, Task.Power task) {
        this.check = check;
        this.task = task;
        this.random = new SplittableRandom(53L * check.daysBeforeEnd()
                + task.protocol().hashCode()
                + check.microscope().slug().hashCode());
        this.placing = 1 + PLACING_PERCENT / 100 * random.nextGaussian();
    }

    /** Writes the log of the check and gives its file. The same check gives the same bytes. */
    Path acquire(LocalDateTime startedAt, Path folder) throws IOException {
        String name = startedAt.toLocalDate() + "-" + check.microscope().slug() + "-" + task.protocol();
        LightSource source = check.microscope().source();
        if (source.log() == LightSource.Log.SECONDS_AND_MILLIWATTS) {
            return Files.writeString(
                    folder.resolve(name + ".csv"),
                    PowerLogText.secondsAndMilliwatts(
                            readings(source.lines().get(0), source.setPointPercent(), 60, 1)));
        }
        return Files.writeString(folder.resolve(name + ".txt"), PowerLogText.workingGroup1(startedAt, stays()));
    }

    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        LightSource source = check.microscope().source();
        double level = source.setPointPercent();
        for (Line line : source.lines()) {
            int place = source.lines().indexOf(line);
            switch (task.run()) {
                case LEVEL -> stays.add(stay(line, level, 70.0 * place, 60, 1));
                case STABILITY -> stays.add(stay(line, level, 5.0 * place, 240, 30));
                case LINEARITY -> {
                    for (int i = 0; i < 2 * SET_POINTS.length - 1; i++) {
                        int up = Math.min(i, 2 * SET_POINTS.length - 2 - i);
                        stays.add(stay(line, SET_POINTS[up], 180.0 * place + 7.0 * i, 5, 1));
                    }
                }
            }
        }
        return stays;
    }

    private Stay stay(Line line, double setPoint, double startS, int n, double intervalS) {
        return new Stay(line.wavelengthNm(), setPoint, startS, readings(line, setPoint, n, intervalS));
    }

    /** What the meter shows: the true power over the correction its certificate will give it. */
    private List<Reading> readings(Line line, double setPoint, int n, double intervalS) {
        LineState state = Objects.requireNonNull(task.lines().get(line));
        double trueMw = new SetPointResponse(line.fullMw() * state.share(), state.bend()).powerMw(setPoint);
        double shownMw = placing * trueMw / DemoMeter.correction(check.daysBeforeEnd(), line.wavelengthNm());
        List<Reading> readings = PowerLogSimulation.steady(shownMw)
                .with(new WarmUp(state.warmUpPercent(), WARM_UP_S))
                .with(new Noise(line.noisePercent(), CORRELATION, shownMw * 1e-5))
                .with(new Temperature(ROOM_SWING_K, ROOM_PERIOD_S, PERCENT_PER_KELVIN))
                .readings(n, intervalS, random);
        return state.hop().map(hop -> hop.in(readings)).orElse(readings);
    }
}
