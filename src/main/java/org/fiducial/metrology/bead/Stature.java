package org.fiducial.metrology.bead;

import java.util.List;

/**
 * Brightness and size of a bead, for comparison with the rest of its field.
 *
 * @param light logarithm of the light of the whole bead
 * @param width logarithm of the geometric mean of its lateral widths
 * @param elongation logarithm of its widest over its narrowest lateral width, whatever the direction
 */
record Stature(double light, double width, double elongation) {

    private static final double SMALLEST = 1e-12;

    /** From a fitted Gaussian. */
    static Stature of(GaussianVolume fit) {
        AxisEstimates section = fit.widths().sectionUm();
        double width =
                0.5 * (Math.log(section.x().value()) + Math.log(section.y().value()));
        List<PrincipalWidth> principal = fit.widths().principal();
        double[] lateral = principal.stream()
                .sorted((a, b) -> Double.compare(
                        Math.abs(a.direction().z()), Math.abs(b.direction().z())))
                .limit(2)
                .mapToDouble(each -> each.fwhmUm().value())
                .toArray();
        double light = Math.log(Math.max(SMALLEST, fit.levels().photons().value()));
        return new Stature(light, width, Math.abs(Math.log(lateral[0] / lateral[1])));
    }

    /** From the voxels within one FWHM, whatever the shape: their sum and their lateral second moments. */
    static Stature of(BeadProbe probe, FieldContext field) {
        double background = probe.levels().background();
        double[] sums = new double[4];
        new CoreVoxels(probe, field).forEachPlace(1, (value, dx, dy) -> {
            double light = value - background;
            sums[0] += light;
            sums[1] += light * dx * dx;
            sums[2] += light * dy * dy;
            sums[3] += light * dx * dy;
        });
        double light = Math.max(SMALLEST, sums[0]);
        double mean = 0.5 * (sums[1] + sums[2]) / light;
        double difference = Math.hypot(0.5 * (sums[1] - sums[2]), sums[3]) / light;
        double large = Math.max(SMALLEST, mean + difference);
        double small = Math.max(SMALLEST, mean - difference);
        return new Stature(Math.log(light), 0.25 * Math.log(large * small), 0.5 * Math.log(large / small));
    }
}
