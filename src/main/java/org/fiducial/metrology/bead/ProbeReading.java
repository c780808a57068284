package org.fiducial.metrology.bead;

import java.util.Arrays;
import java.util.Optional;
import org.fiducial.metrology.numeric.OrderStatistics;

/** Reads a {@link BeadProbe} from the voxels round a spot. */
final class ProbeReading {

    private final BeadVolume volume;
    private final FieldScale scale;
    private final int nx;
    private final int ny;
    private final int nz;
    private final double lateralPx;

    private ProbeReading(BeadVolume volume, FieldScale scale) {
        this.volume = volume;
        this.scale = scale;
        this.nx = volume.sizeX();
        this.ny = volume.sizeY();
        this.nz = volume.sizeZ();
        this.lateralPx = scale.lateralFwhmPx();
    }

    /** Probes the spot at a pixel of the stack. */
    static BeadProbe of(BeadVolume volume, Spot spot, FieldScale scale) {
        return new ProbeReading(volume, scale).read(spot);
    }

    private BeadProbe read(Spot spot) {
        double x = spot.x() - volume.originX();
        double y = spot.y() - volume.originY();
        double[] column = column(x, y);
        int plane = argMax(column);
        double[] surroundings = surroundings(x, y, plane);
        double background = surroundings[0];
        double noise = surroundings[1];
        int[] top = brightest(x, y, plane);
        double peak = peak(x, y, plane) - background;
        double[] centre = centroid(top, background + 0.3 * peak);
        double half = background + 0.5 * peak;
        BeadProbe.HalfWidths widths =
                new BeadProbe.HalfWidths(width(top, 0, half), width(top, 1, half), zWidth(column, plane, background));
        Position at = new Position(
                volume.originX() + centre[0], volume.originY() + centre[1], volume.originZ() + vertex(column, plane));
        return new BeadProbe(
                volume,
                at,
                new BeadProbe.Levels(peak, background, noise, significance(top, background, noise)),
                widths,
                sharpness(top, background));
    }

    private double value(int x, int y, int z) {
        return volume.counts()[(z * ny + y) * nx + x];
    }

    /** Mean of each plane within a quarter of the FWHM (at least the four neighbours), smoothed over three planes. */
    private double[] column(double x, double y) {
        double radius = Math.max(1, 0.35 * lateralPx);
        double[] raw = new double[nz];
        for (int z = 0; z < nz; z++) {
            raw[z] = discMean(x, y, z, radius);
        }
        double[] smooth = new double[nz];
        for (int z = 0; z < nz; z++) {
            smooth[z] = 0.25 * raw[Math.max(0, z - 1)] + 0.5 * raw[z] + 0.25 * raw[Math.min(nz - 1, z + 1)];
        }
        return smooth;
    }

    private double discMean(double x, double y, int z, double radius) {
        double sum = 0;
        int n = 0;
        int reach = (int) Math.ceil(radius);
        for (int v = (int) y - reach; v <= y + reach; v++) {
            for (int u = (int) x - reach; u <= x + reach; u++) {
                boolean inside = u >= 0 && v >= 0 && u < nx && v < ny;
                if (inside && Math.hypot(u - x, v - y) <= radius + 1e-9) {
                    sum += value(u, v, z);
                    n++;
                }
            }
        }
        return sum / n;
    }

    private static int argMax(double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** The vertex of the parabola through the maximum and its neighbours. */
    private static double vertex(double[] values, int top) {
        if (top == 0 || top == values.length - 1) {
            return top;
        }
        double curvature = values[top - 1] - 2 * values[top] + values[top + 1];
        double shift = curvature < 0 ? 0.5 * (values[top - 1] - values[top + 1]) / curvature : 0;
        return top + Math.max(-0.5, Math.min(0.5, shift));
    }

    /** {median, robust standard deviation} of the voxels two FWHM and more away in the planes near the focus. */
    private double[] surroundings(double x, double y, int plane) {
        int reach = (int) Math.ceil(scale.axialFwhmPlanes());
        int[] far = far(x, y);
        double[] values = new double[far.length * Math.min(nz, 2 * reach + 1)];
        int n = 0;
        for (int z = Math.max(0, plane - reach); z <= Math.min(nz - 1, plane + reach); z++) {
            for (int place : far) {
                values[n++] = volume.counts()[z * nx * ny + place];
            }
        }
        if (n < 8) {
            return medianAndSpread(all());
        }
        return medianAndSpread(Arrays.copyOf(values, n));
    }

    /** Places in a plane two FWHM and more from a point. */
    private int[] far(double x, double y) {
        int[] far = new int[nx * ny];
        int n = 0;
        for (int v = 0; v < ny; v++) {
            for (int u = 0; u < nx; u++) {
                if (Math.hypot(u - x, v - y) >= 2 * lateralPx) {
                    far[n++] = v * nx + u;
                }
            }
        }
        return Arrays.copyOf(far, n);
    }

    private double[] all() {
        double[] values = new double[volume.counts().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = volume.counts()[i];
        }
        return values;
    }

    /** Median and standard deviation without what lies more than five robust deviations off. */
    private static double[] medianAndSpread(double[] values) {
        int n = values.length;
        double median = OrderStatistics.median(values, n);
        double high = OrderStatistics.select(values, n / 2, n, Math.max(n / 2, (int) (0.84 * (n - 1))));
        double low = OrderStatistics.select(values, 0, n / 2 + 1, (int) (0.16 * (n - 1)));
        double spread = 0.5 * (high - low);
        double mad = 0;
        double limit = spread > 0 ? 5 * spread : 2;
        int used = 0;
        double mean = 0;
        for (double each : values) {
            if (Math.abs(each - median) <= limit) {
                mean += each;
                used++;
            }
        }
        mean /= used;
        for (double each : values) {
            if (Math.abs(each - median) <= limit) {
                mad += (each - mean) * (each - mean);
            }
        }
        // Of a discrete, photon-poor background the mean tells more than the median, which jumps by whole counts.
        return new double[] {spread > 3 ? median : mean, Math.sqrt(mad / Math.max(1, used - 1))};
    }

    /** The brightest voxel of the core, among means of three planes to ride out noise. */
    private int[] brightest(double x, double y, int plane) {
        int reach = (int) Math.max(1, Math.ceil(0.5 * lateralPx));
        int[] best = {clamp((int) Math.rint(x), nx), clamp((int) Math.rint(y), ny), plane};
        double highest = Double.NEGATIVE_INFINITY;
        for (int v = Math.max(0, (int) y - reach); v <= Math.min(ny - 1, y + reach); v++) {
            for (int u = Math.max(0, (int) x - reach); u <= Math.min(nx - 1, x + reach); u++) {
                double mean = ofThreePlanes(u, v, plane);
                if (mean > highest) {
                    highest = mean;
                    best = new int[] {u, v, plane};
                }
            }
        }
        return best;
    }

    private double ofThreePlanes(int x, int y, int z) {
        return 0.25 * value(x, y, Math.max(0, z - 1))
                + 0.5 * value(x, y, z)
                + 0.25 * value(x, y, Math.min(nz - 1, z + 1));
    }

    private static int clamp(int at, int size) {
        return Math.max(0, Math.min(size - 1, at));
    }

    private double peak(double x, double y, int plane) {
        double[] top = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double reach = Math.max(1.5, 0.5 * lateralPx);
        for (int z = Math.max(0, plane - 1); z <= Math.min(nz - 1, plane + 1); z++) {
            for (int v = Math.max(0, (int) Math.ceil(y - reach)); v <= Math.min(ny - 1, y + reach); v++) {
                for (int u = Math.max(0, (int) Math.ceil(x - reach)); u <= Math.min(nx - 1, x + reach); u++) {
                    double value = value(u, v, z);
                    if (value > top[0]) {
                        top[0] = value;
                        Arrays.sort(top);
                    }
                }
            }
        }
        return (top[0] + top[1] + top[2]) / 3;
    }

    private double[] centroid(int[] top, double threshold) {
        double[] centre = {top[0], top[1]};
        double radius = Math.max(1.5, 0.7 * lateralPx);
        for (int round = 0; round < 2; round++) {
            double sum = 0;
            double sumX = 0;
            double sumY = 0;
            for (int v = clamp((int) (centre[1] - radius), ny); v <= clamp((int) (centre[1] + radius + 1), ny); v++) {
                for (int u = clamp((int) (centre[0] - radius), nx);
                        u <= clamp((int) (centre[0] + radius + 1), nx);
                        u++) {
                    double above = ofThreePlanes(u, v, top[2]) - threshold;
                    if (above > 0 && Math.hypot(u - centre[0], v - centre[1]) <= radius) {
                        sum += above;
                        sumX += above * u;
                        sumY += above * v;
                    }
                }
            }
            if (sum > 0) {
                centre = new double[] {sumX / sum, sumY / sum};
            }
        }
        return centre;
    }

    private Optional<Double> width(int[] top, int axis, double half) {
        int size = axis == 0 ? nx : ny;
        double[] line = new double[size];
        for (int i = 0; i < size; i++) {
            line[i] = axis == 0 ? ofThreePlanes(i, top[1], top[2]) : ofThreePlanes(top[0], i, top[2]);
        }
        return fullWidth(line, top[axis], half);
    }

    private static Optional<Double> zWidth(double[] column, int plane, double background) {
        return fullWidth(column, plane, background + 0.5 * (column[plane] - background));
    }

    private static Optional<Double> fullWidth(double[] line, int top, double half) {
        double up = crossing(line, top, 1, half);
        double down = crossing(line, top, -1, half);
        return Double.isNaN(up + down) ? Optional.empty() : Optional.of(up + down);
    }

    /** Steps from the top to where a line falls to half, NaN if it does not. */
    private static double crossing(double[] line, int top, int direction, double half) {
        for (int i = top + direction; i >= 0 && i < line.length; i += direction) {
            if (line[i] <= half) {
                double before = line[i - direction];
                double share = before > line[i] ? (before - half) / (before - line[i]) : 0;
                return Math.abs(i - top) - 1 + Math.max(0, Math.min(1, share));
            }
        }
        return Double.NaN;
    }

    /** Over the voxels within half a FWHM of the brightest; many standard deviations for anything worth a look. */
    private double significance(int[] top, double background, double noise) {
        int lateral = (int) Math.max(1, Math.rint(0.5 * lateralPx));
        int axial = (int) Math.max(1, Math.rint(0.5 * scale.axialFwhmPlanes()));
        double sum = 0;
        int n = 0;
        for (int z = Math.max(0, top[2] - axial); z <= Math.min(nz - 1, top[2] + axial); z++) {
            for (int y = Math.max(0, top[1] - lateral); y <= Math.min(ny - 1, top[1] + lateral); y++) {
                for (int x = Math.max(0, top[0] - lateral); x <= Math.min(nx - 1, top[0] + lateral); x++) {
                    sum += value(x, y, z) - background;
                    n++;
                }
            }
        }
        return noise > 0 ? sum / (noise * Math.sqrt(n)) : Double.MAX_VALUE;
    }

    private double sharpness(int[] top, double background) {
        int reach = (int) Math.max(1, Math.rint(0.4 * scale.axialFwhmPlanes()));
        double peak = 0;
        double beside = 0;
        for (int z = Math.max(0, top[2] - reach); z <= Math.min(nz - 1, top[2] + reach); z++) {
            peak += value(top[0], top[1], z) - background;
            double sum = value(clamp(top[0] - 1, nx), top[1], z)
                    + value(clamp(top[0] + 1, nx), top[1], z)
                    + value(top[0], clamp(top[1] - 1, ny), z)
                    + value(top[0], clamp(top[1] + 1, ny), z);
            beside += 0.25 * sum - background;
        }
        return peak > 0 ? beside / peak : 1;
    }
}
