package org.fiducial.metrology.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The closed forms are those of low aperture, where scalar Debye theory becomes Fraunhofer's: at NA 0.05 in air the terms of
 * next order are NA²/4 = 0.06 %, within the tolerance of 0.2 %.
 */
class PhysicalSpreadTest {

    private static final double LAMBDA_UM = 0.5;
    private static final double LOW_NA = 0.05;
    private static final Objective LOW = Objective.perfect(LOW_NA, 1);
    private static final PhysicalSpread LOW_WIDEFIELD = PhysicalSpread.widefield(LOW, LAMBDA_UM);
    private static final Objective HIGH = Objective.perfect(1.2, 1.515);
    private static final PhysicalSpread HIGH_WIDEFIELD = PhysicalSpread.widefield(HIGH, 0.51);

    // Airy: (2J₁(v)/v)² = ½ at v = 1.61634, FWHM = 2v·λ/(2π·NA) = 0.51450·λ/NA.
    @Test
    void lateralWidthAtLowApertureIsAirys() {
        Widths widths = LOW_WIDEFIELD.sectionFwhm();

        assertThat(widths.xUm()).isCloseTo(0.51450 * LAMBDA_UM / LOW_NA, within(0.002 * widths.xUm()));
        assertThat(widths.yUm()).isCloseTo(widths.xUm(), within(1e-9));
    }

    // On the axis sinc²(π·z·NA²/(2nλ)): half at 1.39156, FWHM = 2·2·1.39156/π·nλ/NA² = 1.77180·nλ/NA².
    @Test
    void axialWidthAtLowApertureIsThatOfSincSquared() {
        Widths widths = LOW_WIDEFIELD.sectionFwhm();

        assertThat(widths.zUm()).isCloseTo(1.77180 * LAMBDA_UM / (LOW_NA * LOW_NA), within(0.002 * widths.zUm()));
    }

    // Rayleigh: the share within radius v is 1 − J₀²(v) − J₁²(v); at the first dark ring, v = 3.83171, 83.779 %. All
    // the
    // light together is λ²/(π·NA²) times the peak.
    @Test
    void theFirstDarkRingEnclosesTheLightOfAnAiryDisc() {
        PointSpread spread = LOW_WIDEFIELD;
        double ringUm = 3.83171 * LAMBDA_UM / (2 * Math.PI * LOW_NA);
        double enclosed = 0;
        int rings = 2000;
        for (int i = 0; i < rings; i++) {
            double rUm = (i + 0.5) / rings * ringUm;
            enclosed += spread.relativeAt(rUm, 0, 0) * 2 * Math.PI * rUm * ringUm / rings;
        }

        double allUm2 = LAMBDA_UM * LAMBDA_UM / (Math.PI * LOW_NA * LOW_NA);
        assertThat(enclosed / allUm2).isCloseTo(0.83779, within(0.002));
    }

    // Light is neither lost nor won between planes: the sum over a plane one depth of focus away equals that in focus,
    // up to what falls outside the table, 2/(π·v) of an Airy pattern beyond v = 2π·8 (where it begins to fade): 1.3 %.
    @Test
    void everyPlaneHoldsTheSameLight() {
        PointSpread spread = PhysicalSpread.widefield(Objective.perfect(0.8, 1), 0.51);
        Grid grid = Grid.square(181, 3, 0.1, 0.6);
        double[] sums = new double[3];
        for (int z = 0; z < 3; z++) {
            double[] plane = new double[grid.planeSize()];
            spread.addTo(plane, grid, z, grid.centre(), 1000);
            for (double value : plane) {
                sums[z] += value;
            }
        }

        assertThat(sums[0]).isCloseTo(sums[1], within(0.013 * sums[1]));
        assertThat(sums[2]).isCloseTo(sums[0], within(1e-3 * sums[0]));
    }

    // Maréchal: a small aberration of rms σ waves lowers the peak to exp(−(2πσ)²), the next order of 5e-4 left out.
    @ParameterizedTest
    @CsvSource({"0.05, 0, 0, 0.0223607", "0, 0.05, 0, 0.0204124", "0, 0, 0.05, 0.0176777"})
    void smallAberrationsLowerThePeakAsMarechalSays(double spherical, double astigmatism, double coma, double rms) {
        Objective aberrated = LOW.with(new Aberration(spherical, astigmatism, coma));
        double strehl = PhysicalSpread.widefield(aberrated, LAMBDA_UM).height() / LOW_WIDEFIELD.height();

        assertThat(strehl).isCloseTo(Math.exp(-Math.pow(2 * Math.PI * rms, 2)), within(1e-3));
    }

    @Test
    void theAxisIsBrightestAtOneAndTheImageIsRound() {
        PointSpread spread = PhysicalSpread.widefield(Objective.perfect(1.4, 1.515), 0.51);

        assertThat(spread.relativeAt(0, 0, 0)).isCloseTo(1, within(1e-9));
        assertThat(spread.relativeAt(0.1, 0, 0.2)).isCloseTo(spread.relativeAt(0, -0.1, 0.2), within(1e-9));
        assertThat(spread.relativeAt(0.05, 0, -0.3)).isCloseTo(spread.relativeAt(0.05, 0, 0.3), within(1e-6));
    }

    // Pinhole closed, one wavelength: the image is the square of Airy's; (2J₁(v)/v)⁴ = ½ at v = 1.16332: 0.37030·λ/NA.
    @Test
    void aConfocalImageThroughAClosedPinholeIsAirysSquared() {
        Widths widths = PhysicalSpread.confocal(LOW, LAMBDA_UM, LAMBDA_UM, 0.01).sectionFwhm();

        assertThat(widths.xUm()).isCloseTo(airySquaredFwhm() * LAMBDA_UM / LOW_NA, within(0.002 * widths.xUm()));
    }

    private static double airySquaredFwhm() {
        double v = 1;
        for (int i = 0; i < 200; i++) {
            double j1 = BesselFunctions.upTo(2, v)[1];
            v += 0.1 * (Math.pow(2 * j1 / v, 4) - 0.5);
        }
        return 2 * v / (2 * Math.PI);
    }

    // Pinhole of 1 AU: between the excitation alone and the product with the detection.
    @Test
    void aConfocalImageAtOneAiryUnitIsALittleNarrowerThanTheExcitation() {
        Widths widths = PhysicalSpread.confocal(LOW, LAMBDA_UM, LAMBDA_UM, 1).sectionFwhm();

        assertThat(widths.xUm()).isBetween(0.40 * LAMBDA_UM / LOW_NA, 0.51 * LAMBDA_UM / LOW_NA);
        assertThat(widths.zUm()).isLessThan(1.6 * LAMBDA_UM / (LOW_NA * LOW_NA));
    }

    @Test
    void astigmatismStretchesAcrossOnOneSideOfTheFocus() {
        Objective astigmatic = HIGH.with(Aberration.astigmatism(0.25));
        PointSpread spread = PhysicalSpread.widefield(astigmatic, 0.51);

        double left = spread.relativeAt(0.15, 0, 0.3) / spread.relativeAt(0, 0.15, 0.3);
        double right = spread.relativeAt(0.15, 0, -0.3) / spread.relativeAt(0, 0.15, -0.3);
        assertThat(Math.log(left) * Math.log(right)).isNegative();
    }

    @Test
    void comaIsLopsidedAlongXOnly() {
        Objective comatic = HIGH.with(Aberration.coma(0.3));
        PointSpread spread = PhysicalSpread.widefield(comatic, 0.51);

        assertThat(spread.relativeAt(0, 0.2, 0)).isCloseTo(spread.relativeAt(0, -0.2, 0), within(1e-3));
        assertThat(Math.abs(spread.relativeAt(0.3, 0, 0) - spread.relativeAt(-0.3, 0, 0)))
                .isGreaterThan(0.02);
    }

    // One point of the table against the integral by plain summation: the peak is where the axis is brightest.
    @Test
    void roundAndGeneralTablesOfOneObjectiveAgree() {
        PointSpread perfect = HIGH_WIDEFIELD;
        PointSpread general = PhysicalSpread.widefield(HIGH.with(Aberration.astigmatism(1e-9)), 0.51);

        for (double[] at : new double[][] {{0.1, 0.05, 0.2}, {0.3, -0.2, 0.5}, {0, 0.15, -0.4}}) {
            assertThat(general.relativeAt(at[0], at[1], at[2]))
                    .isCloseTo(perfect.relativeAt(at[0], at[1], at[2]), within(3e-4));
        }
    }

    // A pixel far smaller than the image sees the continuous profile.
    @Test
    void aFinePixelSeesTheContinuousProfile() {
        PointSpread spread = HIGH_WIDEFIELD;
        Grid grid = Grid.square(41, 1, 0.01, 0.1);
        double[] plane = new double[grid.planeSize()];
        spread.addTo(plane, grid, 0, new Position(0.2, 0.2, 0.15), 1000);

        assertThat(plane[20 * 41 + 20]).isCloseTo(1000 * spread.relativeAt(0, 0, -0.15), within(1.0));
        assertThat(plane[20 * 41 + 30]).isCloseTo(1000 * spread.relativeAt(0.1, 0, -0.15), within(1.0));
    }

    // To first order a ball of diameter d turns I into I + (d²/40)·∇²I. For Airy's pattern, at half maximum (v =
    // 1.61634):
    // I' = −0.4568, ∇²I = −0.2261, on the axis ∇²I = −1; with d = 0.4 F the half width grows by
    // (0.64·v²/40)·(0.2739/0.4568)/v = 1.55 %. The next order is (d/F)² smaller. A Gaussian would grow by 2.2 %.
    @Test
    void aSphereWidensTheImageAsItsVarianceSays() {
        PhysicalSpread point = LOW_WIDEFIELD;
        double widthUm = point.sectionFwhm().xUm();

        double widened = point.ofSolidSphere(0.4 * widthUm).sectionFwhm().xUm();

        assertThat(widened / widthUm).isCloseTo(1.0155, within(0.001));
    }

    @Test
    void refusesAnApertureAboveTheIndex() {
        assertThatThrownBy(() -> Objective.perfect(1.1, 1.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Aberration(9, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
