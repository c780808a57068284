package org.fiducial.metrology.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GaussianSpreadTest {

    private static final double SIGMA_PER_FWHM = 1 / (2 * Math.sqrt(2 * Math.log(2)));
    private static final Widths FWHM = new Widths(0.30, 0.36, 0.90);
    private static final Grid GRID = new Grid(61, 61, 61, 0.1, 0.12, 0.15);

    @Test
    void allWidthsAgreeWithoutTilt() {
        GaussianSpread spread = GaussianSpread.ofFwhm(FWHM);

        assertThat(spread.marginalFwhm().xUm()).isCloseTo(0.30, within(1e-12));
        assertThat(spread.sectionFwhm().yUm()).isCloseTo(0.36, within(1e-12));
        assertThat(spread.principalFwhm().get(0)).isCloseTo(0.90, within(1e-12));
        assertThat(spread.principalFwhm().get(2)).isCloseTo(0.30, within(1e-12));
    }

    // Turning by t about y mixes x and z: Σxx = c²σx² + s²σz² and (Σ⁻¹)xx = c²/σx² + s²/σz².
    @Test
    void marginalAndSectionWidthsOfATiltedBeadFollowTheClosedForms() {
        GaussianSpread spread = GaussianSpread.ofFwhm(FWHM).turned(Axis.Y, 15);
        double c2 = Math.pow(Math.cos(Math.toRadians(15)), 2);
        double s2 = 1 - c2;

        assertThat(spread.marginalFwhm().xUm()).isCloseTo(Math.sqrt(c2 * 0.09 + s2 * 0.81), within(1e-12));
        assertThat(spread.sectionFwhm().xUm()).isCloseTo(1 / Math.sqrt(c2 / 0.09 + s2 / 0.81), within(1e-12));
        assertThat(spread.marginalFwhm().yUm()).isCloseTo(0.36, within(1e-12));
    }

    @Test
    void turningKeepsThePrincipalWidths() {
        List<Double> principal = GaussianSpread.ofFwhm(FWHM)
                .turned(Axis.X, 20)
                .turned(Axis.Y, 15)
                .turned(Axis.Z, 40)
                .principalFwhm();

        assertThat(principal.get(0)).isCloseTo(0.90, within(1e-9));
        assertThat(principal.get(1)).isCloseTo(0.36, within(1e-9));
        assertThat(principal.get(2)).isCloseTo(0.30, within(1e-9));
    }

    @Test
    void aRoundBeadHasThreeEqualPrincipalWidths() {
        assertThat(GaussianSpread.ofFwhm(new Widths(0.5, 0.5, 0.5)).principalFwhm())
                .allSatisfy(width -> assertThat(width).isCloseTo(0.5, within(1e-12)));
    }

    // The section width follows from Σ⁻¹; the numerical half-maximum search must find the same, to its 1e-9 µm
    // bisection.
    @Test
    void numericalHalfMaximumAgreesWithTheSectionWidth() {
        GaussianSpread spread = GaussianSpread.ofFwhm(FWHM).turned(Axis.Y, 15).turned(Axis.X, 10);

        Widths numerical = HalfMaximum.widths(spread);

        assertThat(numerical.xUm()).isCloseTo(spread.sectionFwhm().xUm(), within(1e-8));
        assertThat(numerical.yUm()).isCloseTo(spread.sectionFwhm().yUm(), within(1e-8));
        assertThat(numerical.zUm()).isCloseTo(spread.sectionFwhm().zUm(), within(1e-8));
    }

    // ∫ peak·exp(−½rᵀΣ⁻¹r) = peak·(2π)^{3/2}·√|Σ|. Summing planes 0.39 σz apart is exact to 2·exp(−2π²/0.39²) ≈ 0,
    // the reach of 6.5 σ leaves out 1e-10.
    @Test
    void voxelsSumToTheVolumeUnderTheGaussian() {
        GaussianSpread spread = GaussianSpread.ofFwhm(FWHM).turned(Axis.Y, 15).turned(Axis.X, 10);
        double sum = sumOverPlanes(spread, new Position(3.03, 3.51, 4.47));

        double voxelUm3 = 0.1 * 0.12 * 0.15;
        double volumeUm3 = Math.pow(2 * Math.PI, 1.5) * Math.pow(SIGMA_PER_FWHM, 3) * 0.30 * 0.36 * 0.90;
        assertThat(sum).isCloseTo(1000 * volumeUm3 / voxelUm3, within(1e-6 * sum));
    }

    private static double sumOverPlanes(PointSpread spread, Position bead) {
        double sum = 0;
        for (int z = 0; z < GRID.sizeZ(); z++) {
            double[] plane = new double[GRID.planeSize()];
            spread.addTo(plane, GRID, z, bead, 1000);
            for (double value : plane) {
                sum += value;
            }
        }
        return sum;
    }

    // Variances add: pixel integration widens the marginal variance by a²/12 (Sheppard).
    @Test
    void pixelsWidenTheVarianceByATwelfthOfTheirSquare() {
        GaussianSpread spread = GaussianSpread.ofFwhm(FWHM);
        double[] plane = new double[GRID.planeSize()];
        spread.addTo(plane, GRID, 30, new Position(3.03, 3.51, 4.5), 1000);

        double sum = 0;
        double second = 0;
        for (int i = 0; i < plane.length; i++) {
            double xUm = (i % 61) * 0.1 - 3.03;
            sum += plane[i];
            second += plane[i] * xUm * xUm;
        }
        double sigmaUm = 0.30 * SIGMA_PER_FWHM;
        assertThat(second / sum).isCloseTo(sigmaUm * sigmaUm + 0.01 / 12, within(1e-7));
    }

    // Two ways to the same pixels: the product of two lines where x and y do not mix, and the square of 64 nodes.
    @Test
    void bothWaysOfIntegratingAPixelAgree() {
        GaussianSpread separable = GaussianSpread.ofFwhm(FWHM).turned(Axis.Y, 15);
        GaussianSpread general = separable.turned(Axis.Z, 1e-7);
        double[] left = new double[GRID.planeSize()];
        double[] right = new double[GRID.planeSize()];

        separable.addTo(left, GRID, 28, new Position(3.03, 3.51, 4.47), 1000);
        general.addTo(right, GRID, 28, new Position(3.03, 3.51, 4.47), 1000);

        assertThat(left).containsExactly(right, within(1e-5));
    }

    @Test
    void aWidthMustBePositive() {
        assertThatThrownBy(() -> new Widths(0.3, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
