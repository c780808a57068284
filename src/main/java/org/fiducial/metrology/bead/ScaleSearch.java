package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Finds the spots of a field and their common size, each from the other.
 *
 * <p>Starts from the widths theory predicts, widened by the bead, or from the size of the brightest spots. The median
 * half-maximum width of well visible spots then replaces it; where the two differ by more than a quarter, spots are looked
 * for once more.
 */
final class ScaleSearch {

    private static final double USUAL_FWHM_PX = 3;
    private static final double USUAL_FWHM_PLANES = 4;
    private static final double GOOD_CONTRAST = 10;
    /** Of all voxels of a large stack none deviates so far by chance. */
    private static final double SIGNIFICANCE = 7;

    private static final double SAME_SPOT_FWHM = 0.5;
    private static final double RETRY_CHANGE = 0.25;

    private final BeadSearch search;
    private final StackPlanes planes;

    ScaleSearch(BeadSearch search, StackPlanes planes) {
        this.search = search;
        this.planes = planes;
    }

    /**
     * What was found.
     *
     * @param probes one a spot, highest first
     * @param scale their common size
     * @param notExamined spots beyond the number that memory allows
     */
    record Finding(List<BeadProbe> probes, FieldScale scale, int notExamined) {}

    /** Planes to add up before the projection. */
    int window() {
        int planesOfBead = (int)
                Math.rint(0.8 * expected().map(FieldScale::axialFwhmPlanes).orElse(USUAL_FWHM_PLANES));
        return Math.max(1, Math.min(planes.depth(), planesOfBead));
    }

    private Optional<FieldScale> expected() {
        return search.expected().map(width -> {
            // A solid sphere of diameter d widens a Gaussian by the variance d²/20: F² + 0.277 d².
            double diameterUm = search.beadDiameterUm().orElse(0.0);
            double widening = 0.277 * diameterUm * diameterUm;
            double lateralUm = Math.sqrt(width.lateralUm() * width.lateralUm() + widening);
            double axialUm = Math.sqrt(width.axialUm() * width.axialUm() + widening);
            double pixelUm =
                    Math.sqrt(search.voxelSize().xUm() * search.voxelSize().yUm());
            return new FieldScale(
                    Math.max(1.2, lateralUm / pixelUm),
                    Math.max(1.2, axialUm / search.voxelSize().zUm()),
                    FieldScale.Origin.EXPECTED);
        });
    }

    /** Finds spots and scale in a projection of these planes. */
    Finding find(float[] projection) {
        FieldScale start = expected().orElseGet(() -> guess(projection));
        Finding first = examine(projection, start);
        FieldScale measured = measured(first.probes(), start);
        double change = Math.abs(Math.log(measured.lateralFwhmPx() / start.lateralFwhmPx()));
        boolean deepEnough = new SpotBoxes(planes, start).suit(measured);
        if (change <= RETRY_CHANGE && deepEnough && first.notExamined() == 0) {
            return new Finding(first.probes(), measured, first.notExamined());
        }
        Finding second = examine(projection, measured);
        return new Finding(second.probes(), measured(second.probes(), measured), second.notExamined());
    }

    private FieldScale guess(float[] projection) {
        return new FieldScale(
                SizeProbe.fwhmPx(projection, planes.width(), planes.height()).orElse(USUAL_FWHM_PX),
                USUAL_FWHM_PLANES,
                FieldScale.Origin.ASSUMED);
    }

    private Finding examine(float[] projection, FieldScale scale) {
        List<Spot> spots = new SpotDetector(planes.width(), planes.height()).spots(projection, scale.lateralFwhmPx());
        List<VoxelBox> boxes = new SpotBoxes(planes, scale).round(spots);
        List<BeadVolume> volumes = planes.cut(boxes);
        BeadProbe[] probes = new BeadProbe[boxes.size()];
        IntStream.range(0, probes.length)
                .parallel()
                .forEach(i -> probes[i] = ProbeReading.of(volumes.get(i), spots.get(i), scale));
        return new Finding(distinct(probes, scale), scale, spots.size() - boxes.size());
    }

    /** Without noise, and without the lower of two spots that turn out to be the same bead, seen in the projection from two of its planes. */
    private static List<BeadProbe> distinct(BeadProbe[] probes, FieldScale scale) {
        List<BeadProbe> distinct = new ArrayList<>();
        for (BeadProbe probe : probes) {
            if (probe.levels().significance() >= SIGNIFICANCE
                    && distinct.stream().noneMatch(other -> same(probe.centre(), other.centre(), scale))) {
                distinct.add(probe);
            }
        }
        return distinct;
    }

    private static boolean same(Position a, Position b, FieldScale scale) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y()) < SAME_SPOT_FWHM * scale.lateralFwhmPx()
                && Math.abs(a.z() - b.z()) < scale.axialFwhmPlanes();
    }

    private static FieldScale measured(List<BeadProbe> probes, FieldScale start) {
        List<BeadProbe> good = probes.stream()
                .filter(probe -> probe.contrast() >= GOOD_CONTRAST)
                .filter(probe -> probe.sharpness() > 0.15)
                .toList();
        Optional<Double> x = median(good, probe -> probe.halfWidths().x());
        Optional<Double> y = median(good, probe -> probe.halfWidths().y());
        Optional<Double> z = median(good, probe -> probe.halfWidths().z());
        if (x.isEmpty() || y.isEmpty()) {
            return start;
        }
        return new FieldScale(
                Math.max(1.2, Math.sqrt(x.get() * y.get())),
                Math.max(1.2, z.orElse(start.axialFwhmPlanes())),
                FieldScale.Origin.MEASURED);
    }

    private static Optional<Double> median(List<BeadProbe> probes, Function<BeadProbe, Optional<Double>> width) {
        double[] widths = probes.stream()
                .flatMap(probe -> width.apply(probe).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        Arrays.sort(widths);
        return widths.length == 0 ? Optional.empty() : Optional.of(widths[widths.length / 2]);
    }
}
