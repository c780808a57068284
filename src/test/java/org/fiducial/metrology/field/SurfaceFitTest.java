package org.fiducial.metrology.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import org.fiducial.metrology.field.FieldSurface.Shape;
import org.junit.jupiter.api.Test;

/** Surfaces known in closed form. */
class SurfaceFitTest {

    private static final int SIZE = 256;

    private interface Light {
        double at(double u, double v);
    }

    /** Blocks of 4 × 4 pixels average a polynomial of the fourth degree to its centre within its curvature over a block. */
    @Test
    void givesBackAPolynomial() {
        FieldSurface surface =
                fit((u, v) -> 1000 + 50 * u - 30 * v - 200 * u * u - 100 * v * v - 40 * u * u * v * v, 1);

        assertThat(surface.shape()).isEqualTo(Shape.CURVED);
        for (double u = -0.9; u < 1; u += 0.3) {
            for (double v = -0.9; v < 1; v += 0.3) {
                double expected = 1000 + 50 * u - 30 * v - 200 * u * u - 100 * v * v - 40 * u * u * v * v;
                // ½ f'' (width of a block)² / 12 with f'' = 400 and a width of 2/64: 0.02 counts.
                assertThat(surface.at(u, v)).isEqualTo(expected, within(0.1));
            }
        }
    }

    @Test
    void isNotBentByADarkCorner() {
        Light light = (u, v) -> 1000 - 200 * (u * u + v * v);
        FieldSurface surface = fit((u, v) -> u > 0.8 && v > 0.8 ? 0.3 * light.at(u, v) : light.at(u, v), 1);

        assertThat(surface.at(0, 0)).isEqualTo(1000, within(1.0));
        assertThat(surface.at(0.7, 0.7)).isEqualTo(light.at(0.7, 0.7), within(2.0));
    }

    @Test
    void tellsFlatTiltedAndCurvedFieldsApart() {
        assertThat(fit((u, v) -> 1000, 1).shape()).isEqualTo(Shape.FLAT);
        assertThat(fit((u, v) -> 1000 + 80 * u, 1).shape()).isEqualTo(Shape.TILTED);
        assertThat(fit((u, v) -> 1000 - 20 * u * u, 1).shape()).isEqualTo(Shape.CURVED);
    }

    /** S = c − a (u − u₀)² − b (v − v₀)² is highest at (u₀, v₀). */
    @Test
    void findsTheTopOfAParabola() {
        FieldSurface surface = fit((u, v) -> 1000 - 100 * (u - 0.3) * (u - 0.3) - 60 * (v + 0.2) * (v + 0.2), 1);

        FieldCentre.Inside centre =
                (FieldCentre.Inside) FieldCentre.of(surface, new FieldShape(surface.basis(), SIZE, SIZE));
        assertThat(centre.u()).isEqualTo(0.3, within(4 * centre.uncertaintyU() + 1e-4));
        assertThat(centre.v()).isEqualTo(-0.2, within(4 * centre.uncertaintyV() + 1e-4));
        assertThat(centre.uncertaintyU()).isLessThan(0.002);
    }

    @Test
    void saysThatASlopeIsHighestAtTheBorder() {
        FieldSurface surface = fit((u, v) -> 1000 + 80 * u, 1);

        assertThat(FieldCentre.of(surface, new FieldShape(surface.basis(), SIZE, SIZE)))
                .isInstanceOfSatisfying(FieldCentre.AtBorder.class, border -> assertThat(border.u())
                        .isGreaterThan(0.9));
    }

    /** Legendre polynomials: P₂ = (3x² − 1)/2, P₃ = (5x³ − 3x)/2, P₃' = (15x² − 3)/2. */
    @Test
    void knowsLegendrePolynomialsAndTheirSlopes() {
        SurfaceBasis basis = new SurfaceBasis(3);
        double u = 0.3;
        double v = -0.7;

        assertThat(basis.terms()).isEqualTo(10);
        assertThat(basis.at(u, v)[SurfaceBasis.term(2, 0)]).isEqualTo((3 * u * u - 1) / 2, within(1e-15));
        assertThat(basis.at(u, v)[SurfaceBasis.term(0, 3)]).isEqualTo((5 * v * v * v - 3 * v) / 2, within(1e-15));
        assertThat(basis.alongV(u, v)[SurfaceBasis.term(0, 3)]).isEqualTo((15 * v * v - 3) / 2, within(1e-15));
        assertThat(basis.alongU(u, v)[SurfaceBasis.term(1, 1)]).isEqualTo(v, within(1e-15));
    }

    /** A little even noise from a fixed rule, so that no residual is exactly zero. */
    private static FieldSurface fit(Light light, double noise) {
        float[] counts = new float[SIZE * SIZE];
        long state = 1;
        for (int i = 0; i < counts.length; i++) {
            state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            double random = (state >>> 40) / (double) (1 << 24) - 0.5;
            int row = i / SIZE;
            counts[i] = (float)
                    (light.at(FlatImage.relative(i % SIZE, SIZE), FlatImage.relative(row, SIZE)) + noise * random);
        }
        return SurfaceFit.of(BlockMeans.of(new FlatImage(SIZE, SIZE, counts, new BitSet())))
                .orElseThrow();
    }
}
