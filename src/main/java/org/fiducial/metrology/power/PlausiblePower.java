package org.fiducial.metrology.power;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What power a light source of a microscope can give where a sensor is held: from 1 µW, below which a line at full setting
 * would not show a stained sample in a camera's usual exposure (at a field of 200 µm, 1 µW is 2.5 mW/cm²), to 10 W, the
 * most arc lamps and laser engines emit. The strongest twentieth of the readings is held against it, so that low set points
 * and pauses do not count. A file whose stated unit leads outside is asked about; it is never silently taken.
 */
final class PlausiblePower {

    static final double LOWEST_MW = 1e-3;
    static final double HIGHEST_MW = 1e4;

    private static final int LARGEST_SAMPLE = 100_000;
    private static final double STRONG = 0.95;

    private PlausiblePower() {}

    static boolean holds(double strongMw) {
        return strongMw >= LOWEST_MW && strongMw <= HIGHEST_MW;
    }

    /** The 95th percentile of positive readings over all series, 0 without any. */
    static double strong(List<PowerSeries> series) {
        long all = series.stream().mapToLong(PowerSeries::size).sum();
        int stride = (int) (all / LARGEST_SAMPLE) + 1;
        double[] sample = new double[(int) (all / stride) + series.size()];
        int n = 0;
        for (PowerSeries each : series) {
            for (int i = 0; i < each.size(); i += stride) {
                if (each.powerMw().get(i) > 0) {
                    sample[n++] = each.powerMw().get(i);
                }
            }
        }
        Arrays.sort(sample, 0, n);
        return n == 0 ? 0 : sample[(int) Math.min(n - 1, Math.floor(STRONG * n))];
    }

    /** A power in the unit people would choose, with up to three digits: {@code 0.248 µW}. */
    static String words(double powerMw) {
        if (powerMw >= 1e3) {
            return digits(powerMw * 1e-3) + " W";
        }
        if (powerMw >= 0.1) {
            return digits(powerMw) + " mW";
        }
        return powerMw >= 1e-4 ? digits(powerMw * 1e3) + " µW" : digits(powerMw * 1e6) + " nW";
    }

    /** Three digits, without zeros at the end. */
    static String digits(double value) {
        return value != 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e6)
                ? String.format(Locale.ROOT, "%.2e", value)
                : plain(new BigDecimal(value).round(new MathContext(3)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
