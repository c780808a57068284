package org.fiducial.metrology.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Readings of a power meter with known truth: P(t) = mean · (1 + drift · t − A exp(−t/τ) + c (T − T₀) + noise), with spikes and
 * rounding. The noise is a first-order autoregression of the given standard deviation.
 *
 * @param meanMw power after the warm-up, without drift, in mW
 * @param driftPercentPerHour slope in % of the mean an hour
 * @param warmUp approach to the mean
 * @param noise of the readings
 * @param temperature of the room and what it does
 * @param spikes readings that leave their neighbours
 */
public record PowerLogSimulation(
        double meanMw, double driftPercentPerHour, WarmUp warmUp, Noise noise, Temperature temperature, Spikes spikes) {

    private static final double SECONDS_PER_HOUR = 3600;

    /** A exp(−t/τ): A in % of the mean, τ in s. */
    public record WarmUp(double percent, double constantS) {}

    /**
     * Noise of the readings.
     *
     * @param percent standard deviation in % of the mean
     * @param correlation of neighbouring readings, in (−1, 1)
     * @param stepMw readings are rounded to multiples of it; 0 for none
     */
    public record Noise(double percent, double correlation, double stepMw) {}

    /**
     * A room that swings about 22 °C.
     *
     * @param swingKelvin half of the swing
     * @param periodS its period in s
     * @param percentPerKelvin what a kelvin does to the power
     */
    public record Temperature(double swingKelvin, double periodS, double percentPerKelvin) {}

    /** Single readings that lie lower (or, negative, higher) by so many % of the mean. */
    public record Spikes(int count, double percent) {}

    /** A steady source without anything. */
    public static PowerLogSimulation steady(double meanMw) {
        return new PowerLogSimulation(
                meanMw, 0, new WarmUp(0, 1), new Noise(0, 0, 0), new Temperature(0, 1, 0), new Spikes(0, 0));
    }

    public PowerLogSimulation drifting(double percentPerHour) {
        return new PowerLogSimulation(meanMw, percentPerHour, warmUp, noise, temperature, spikes);
    }

    public PowerLogSimulation with(WarmUp other) {
        return new PowerLogSimulation(meanMw, driftPercentPerHour, other, noise, temperature, spikes);
    }

    public PowerLogSimulation with(Noise other) {
        return new PowerLogSimulation(meanMw, driftPercentPerHour, warmUp, other, temperature, spikes);
    }

    public PowerLogSimulation with(Temperature other) {
        return new PowerLogSimulation(meanMw, driftPercentPerHour, warmUp, noise, other, spikes);
    }

    public PowerLogSimulation with(Spikes other) {
        return new PowerLogSimulation(meanMw, driftPercentPerHour, warmUp, noise, temperature, other);
    }

    /**
     * One reading.
     *
     * @param timeS s since the first
     * @param powerMw as the meter shows it
     * @param temperatureCelsius of the room
     * @param spike whether it was made to leave its neighbours
     */
    public record Reading(double timeS, double powerMw, double temperatureCelsius, boolean spike) {}

    /** Readings at an even interval. */
    public List<Reading> readings(int n, double intervalS, RandomGenerator random) {
        boolean[] spiky = places(n, random);
        List<Reading> readings = new ArrayList<>(n);
        double state = random.nextGaussian();
        for (int i = 0; i < n; i++) {
            double time = i * intervalS;
            double kelvin = temperature.swingKelvin() * Math.sin(2 * Math.PI * time / temperature.periodS());
            double percent = driftPercentPerHour * time / SECONDS_PER_HOUR
                    - warmUp.percent() * Math.exp(-time / warmUp.constantS())
                    + temperature.percentPerKelvin() * kelvin
                    + noise.percent() * state
                    - (spiky[i] ? spikes.percent() : 0);
            readings.add(new Reading(time, rounded(meanMw * (1 + percent / 100)), 22 + kelvin, spiky[i]));
            state = noise.correlation() * state
                    + Math.sqrt(1 - noise.correlation() * noise.correlation()) * random.nextGaussian();
        }
        return readings;
    }

    private double rounded(double powerMw) {
        return noise.stepMw() > 0 ? Math.rint(powerMw / noise.stepMw()) * noise.stepMw() : powerMw;
    }

    /** Places of the spikes: neither first nor last, and none beside another. */
    private boolean[] places(int n, RandomGenerator random) {
        boolean[] spiky = new boolean[n];
        int left = Math.min(spikes.count(), (n - 2) / 4);
        while (left > 0) {
            int at = 1 + random.nextInt(n - 2);
            if (!spiky[at] && !spiky[at - 1] && !spiky[at + 1]) {
                spiky[at] = true;
                left--;
            }
        }
        return spiky;
    }
}
