package org.fiducial.metrology.simulation;

/**
 * The image of a point by a microscope: scalar Debye theory at any aperture, widefield or confocal, with or without
 * aberrations of the pupil, tabulated once and then read by cubic interpolation.
 *
 * <p>Widefield: the detection intensity. Confocal: excitation intensity times detection intensity convolved with the
 * pinhole, whose diameter of 1 AU is 1.22·λ/NA of the emission. The position of a bead is where its image is brightest,
 * which under aberration is not the point of geometrical focus.
 *
 * <p>The table reaches 10 λ/NA sideways (5 for an image that is not round) and 6 depths of focus 0.88·λ/(n − √(n² − NA²)) up
 * and down, 8 more for each wave of spherical aberration, with 32 steps (24) to λ/NA and to the depth; what a pixel collects is integrated over 3 × 3 nodes, 2 × 2 beyond 2 λ/NA. Together
 * the errors stay below 5e-5 of the peak (3e-4) for pixels up to 0.4 of the width.
 */
public final class PhysicalSpread implements PointSpread {

    private static final double REACH_ROUND = 10;
    private static final double REACH_GENERAL = 5;
    private static final int STEPS_ROUND = 32;
    private static final int STEPS_GENERAL = 24;
    private static final int DEPTHS = 6;
    private static final int DEPTHS_PER_WAVE = 8;
    private static final int ANGLES = 64;
    private static final PixelNodes NEAR = PixelNodes.three();
    // Far from the axis the image is some per cent of its peak, and two nodes a side are as exact.
    private static final PixelNodes FAR = PixelNodes.two();
    private static final double FAR_FROM_WAVELENGTHS = 2;

    private final PolarTable table;
    private final Position peak;
    private final double height;
    private final double wavelengthOverNaUm;

    private PhysicalSpread(PolarTable table, double wavelengthOverNaUm) {
        this.table = table;
        this.wavelengthOverNaUm = wavelengthOverNaUm;
        this.peak = PeakSearch.brightest(table);
        this.height = table.at(peak.xUm(), peak.yUm(), peak.zUm());
    }

    /** A camera image of an emitting point. */
    public static PhysicalSpread widefield(Objective objective, double emissionUm) {
        PolarTable table = new DebyeField(objective, emissionUm, 1).intensity(shape(objective, emissionUm));
        return new PhysicalSpread(table, emissionUm / objective.numericalAperture());
    }

    /**
     * A scanned image of an emitting point.
     *
     * @param excitationUm wavelength of the laser [µm]
     * @param emissionUm wavelength of the emission [µm]
     * @param pinholeAu diameter of the pinhole [Airy units of the emission]
     */
    public static PhysicalSpread confocal(
            Objective objective, double excitationUm, double emissionUm, double pinholeAu) {
        PolarTable.Shape shape = shape(objective, excitationUm);
        PolarTable excitation = new DebyeField(objective, excitationUm, emissionUm / excitationUm).intensity(shape);
        PolarTable emission = new DebyeField(objective, emissionUm, 1).intensity(shape);
        Disc disc = new Disc();
        double pinholeUm = 0.5 * pinholeAu * 1.22 * emissionUm / objective.numericalAperture();
        PolarTable image = PolarTable.of(shape, zUm -> {
            float[] lit = excitation.sliceAt(zUm);
            float[] seen = emission.sliceAt(zUm);
            return (rUm, phi) -> {
                Position here = new Position(rUm * Math.cos(phi), rUm * Math.sin(phi), zUm);
                return excitation.inSlice(lit, here.xUm(), here.yUm()) * disc.mean(emission, seen, here, pinholeUm);
            };
        });
        return new PhysicalSpread(image, excitationUm / objective.numericalAperture());
    }

    private static PolarTable.Shape shape(Objective objective, double wavelengthUm) {
        double na = objective.numericalAperture();
        double n = objective.refractiveIndex();
        boolean round = objective.aberration().isRound();
        double depthUm = 0.88 * wavelengthUm / (n - Math.sqrt(n * n - na * na));
        double reach = round ? REACH_ROUND : REACH_GENERAL;
        int steps = round ? STEPS_ROUND : STEPS_GENERAL;
        int depths = DEPTHS
                + (int) Math.ceil(
                        DEPTHS_PER_WAVE * Math.abs(objective.aberration().sphericalWaves()));
        return new PolarTable.Shape(
                (int) (reach * steps), round ? 1 : ANGLES, depths * steps, wavelengthUm / na / steps, depthUm / steps);
    }

    /** The image of a homogeneous solid sphere instead of a point; exact to 1e-4 for diameters up to twice the width. */
    public PhysicalSpread ofSolidSphere(double diameterUm) {
        return new PhysicalSpread(new SolidSphere(0.5 * diameterUm).blurred(table), wavelengthOverNaUm);
    }

    /** Height of the peak in the units of the table: the Strehl ratio follows as a ratio of two. */
    double height() {
        return height;
    }

    @Override
    public double relativeAt(double xUm, double yUm, double zUm) {
        return table.at(xUm + peak.xUm(), yUm + peak.yUm(), zUm + peak.zUm()) / height;
    }

    @Override
    public void addTo(double[] plane, Grid grid, int z, Position bead, double peakElectrons) {
        float[] slice = table.sliceAt(z * grid.stepZUm() - bead.zUm() + peak.zUm());
        if (slice.length == 0) {
            return;
        }
        double axisXUm = bead.xUm() - peak.xUm();
        double axisYUm = bead.yUm() - peak.yUm();
        PixelSpan columns = PixelSpan.about(axisXUm, table.reachUm(), grid.pixelXUm(), grid.sizeX());
        PixelSpan rows = PixelSpan.about(axisYUm, table.reachUm(), grid.pixelYUm(), grid.sizeY());
        double farUm = FAR_FROM_WAVELENGTHS * wavelengthOverNaUm;
        for (int y = rows.first(); y <= rows.last(); y++) {
            double yUm = y * grid.pixelYUm() - axisYUm;
            for (int x = columns.first(); x <= columns.last(); x++) {
                double xUm = x * grid.pixelXUm() - axisXUm;
                boolean far = xUm * xUm + yUm * yUm > farUm * farUm;
                double mean = pixelMean(slice, xUm, yUm, grid, far ? FAR : NEAR);
                plane[y * grid.sizeX() + x] += peakElectrons / height * mean;
            }
        }
    }

    private double pixelMean(float[] slice, double xUm, double yUm, Grid grid, PixelNodes nodes) {
        double sum = 0;
        for (int j = 0; j < nodes.count(); j++) {
            double v = yUm + nodes.at(j) * grid.pixelYUm();
            for (int i = 0; i < nodes.count(); i++) {
                double u = xUm + nodes.at(i) * grid.pixelXUm();
                sum += nodes.weight(i) * nodes.weight(j) * table.inSlice(slice, u, v);
            }
        }
        return sum;
    }
}
