package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds spots of a given size in a projection.
 *
 * <p>Band-pass: difference of Gaussians, 0.6 σ and 2.5 σ of the bead's image, so that beads more than about one FWHM apart
 * stay apart. A spot is a local maximum of 3 × 3 pixels that exceeds the local median by {@link #THRESHOLD} robust standard
 * deviations of its surroundings; for Gaussian noise that is 1e-9 false alarms a pixel, and the maximum along z, which is
 * skewed, stays below one in a million pixels.
 */
final class SpotDetector {

    static final double THRESHOLD = 6;
    private static final double SIGMA_PER_FWHM = 1 / GaussianShape.FWHM_PER_SIGMA;

    private final int width;
    private final int height;
    private final PlaneFilter filter;

    SpotDetector(int width, int height) {
        this.width = width;
        this.height = height;
        this.filter = new PlaneFilter(width, height);
    }

    /** Spots of the projection, highest first. */
    List<Spot> spots(float[] projection, double fwhmPx) {
        float[] band = bandPass(projection, fwhmPx);
        PlaneFilter.BlockStatistics statistics = filter.blocks(band, (int) Math.max(32, Math.rint(12 * fwhmPx)));
        List<Spot> maxima = maxima(band, statistics);
        return new HaloFilter(new HaloFilter.Image(band, width, height), fwhmPx).withoutHalos(maxima);
    }

    private float[] bandPass(float[] projection, double fwhmPx) {
        double sigma = fwhmPx * SIGMA_PER_FWHM;
        float[] band = filter.smooth(projection, Math.max(0.7, 0.6 * sigma));
        float[] wide = filter.smooth(projection, 2.5 * sigma);
        for (int i = 0; i < band.length; i++) {
            band[i] -= wide[i];
        }
        return band;
    }

    private List<Spot> maxima(float[] band, PlaneFilter.BlockStatistics statistics) {
        double lowest = statistics.lowest(THRESHOLD);
        List<Spot> found = new ArrayList<>();
        IntStream.range(0, height)
                .parallel()
                .mapToObj(y -> maximaOfRow(band, y, lowest, statistics))
                .forEachOrdered(found::addAll);
        found.sort(Comparator.comparingDouble(Spot::height)
                .reversed()
                .thenComparingInt(Spot::y)
                .thenComparingInt(Spot::x));
        return found;
    }

    private List<Spot> maximaOfRow(float[] band, int y, double lowest, PlaneFilter.BlockStatistics statistics) {
        List<Spot> found = new ArrayList<>();
        for (int x = 0; x < width; x++) {
            float value = band[y * width + x];
            if (!(value > lowest) || !isMaximum(band, x, y, value)) {
                continue;
            }
            double above = value - statistics.medianAt(x, y);
            double noise = Math.max(statistics.spreadAt(x, y), 1e-6 * Math.abs(value));
            if (above > THRESHOLD * noise) {
                found.add(new Spot(x, y, above, noise));
            }
        }
        return found;
    }

    /** The first of equal neighbours counts as the maximum. */
    private boolean isMaximum(float[] band, int x, int y, float value) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int nx = x + dx;
                int ny = y + dy;
                if ((dx == 0 && dy == 0) || nx < 0 || ny < 0 || nx >= width || ny >= height) {
                    continue;
                }
                float other = band[ny * width + nx];
                boolean before = dy < 0 || (dy == 0 && dx < 0);
                if (other > value || (before && other == value)) {
                    return false;
                }
            }
        }
        return true;
    }
}
