package org.fiducial.metrology.power;

import org.fiducial.metrology.numeric.Numbers;

/** A long series as means of equally many neighbouring readings each, for fits that need no more. */
final class BlockMeans {

    private final double[] timeS;
    private final double[] powerMw;

    private BlockMeans(double[] timeS, double[] powerMw) {
        this.timeS = timeS;
        this.powerMw = powerMw;
    }

    /** At most the given number of means; single readings where there are no more. */
    static BlockMeans of(Numbers timeS, Numbers powerMw, int most) {
        int readings = (timeS.size() + most - 1) / most;
        int blocks = timeS.size() / Math.max(1, readings);
        double[] time = new double[blocks];
        double[] power = new double[blocks];
        for (int k = 0; k < blocks; k++) {
            for (int i = k * readings; i < (k + 1) * readings; i++) {
                time[k] += timeS.get(i) / readings;
                power[k] += powerMw.get(i) / readings;
            }
        }
        return new BlockMeans(time, power);
    }

    /** Mean times [k], not to be changed. */
    double[] timeS() {
        return timeS;
    }

    /** Mean powers [k], not to be changed. */
    double[] powerMw() {
        return powerMw;
    }
}
