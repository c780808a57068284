package org.fiducial.metrology.field;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Figures of a surface, each a function of its coefficients, so that their uncertainties follow from those of the
 * coefficients. All are of the surface and none of single pixels; S is taken at 65 × 65 places from the centres of the
 * outermost pixels on one side to those on the other.
 */
final class FieldShape {

    private static final int PLACES = 65;

    private final SurfaceBasis basis;
    private final double[][] grid;
    private final double[][] corners;
    private final double[][] border;
    private final double[] middle;
    /** Half the width of a pixel and of a row, relative: the image ends in the middle of its outermost pixels. */
    private final double endU;

    private final double endV;

    FieldShape(SurfaceBasis basis, int width, int height) {
        this.basis = basis;
        this.endU = FlatImage.relative(width - 1, width);
        this.endV = FlatImage.relative(height - 1, height);
        this.grid = IntStream.range(0, PLACES * PLACES)
                .mapToObj(i -> basis.at(place(i % PLACES, endU), place(i / PLACES, endV)))
                .toArray(double[][]::new);
        this.corners = new double[][] {
            basis.at(-endU, -endV), basis.at(endU, -endV), basis.at(-endU, endV), basis.at(endU, endV)
        };
        this.border = new double[][] {
            corners[0],
            corners[1],
            corners[2],
            corners[3],
            basis.at(0, -endV),
            basis.at(0, endV),
            basis.at(-endU, 0),
            basis.at(endU, 0)
        };
        this.middle = basis.at(0, 0);
    }

    private static double place(int index, double end) {
        return end * (2.0 * index / (PLACES - 1) - 1);
    }

    private double[] values(double[][] places, double[] coefficients) {
        double[] values = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = SurfaceBasis.value(places[i], coefficients);
        }
        return values;
    }

    double lowest(double[] coefficients) {
        return Arrays.stream(values(grid, coefficients)).min().orElseThrow();
    }

    double highest(double[] coefficients) {
        return Arrays.stream(values(grid, coefficients)).max().orElseThrow();
    }

    double mean(double[] coefficients) {
        return Arrays.stream(values(grid, coefficients)).average().orElseThrow();
    }

    /** 100 min S / max S [%]. */
    double uniformity(double[] coefficients) {
        double[] values = values(grid, coefficients);
        return 100
                * Arrays.stream(values).min().orElseThrow()
                / Arrays.stream(values).max().orElseThrow();
    }

    /** 100 p5(S) / p95(S) [%]. */
    double percentileUniformity(double[] coefficients) {
        double[] values = values(grid, coefficients);
        Arrays.sort(values);
        int last = values.length - 1;
        return 100 * values[(int) Math.round(0.05 * last)] / values[(int) Math.round(0.95 * last)];
    }

    /** 100 − 100 sd(S at the corners and the middles of the edges) / max S [%]; sd with n − 1. */
    double borderUniformity(double[] coefficients) {
        return 100 - 100 * sd(values(border, coefficients)) / highest(coefficients);
    }

    /** 100 sd(S) / mean(S) [%]. */
    double variation(double[] coefficients) {
        double[] values = values(grid, coefficients);
        return 100 * sd(values) / Arrays.stream(values).average().orElseThrow();
    }

    /** Mean of max S / S(corner) over the four corners. */
    double cornerRatioMean(double[] coefficients) {
        return Arrays.stream(cornerRatios(coefficients)).average().orElseThrow();
    }

    /** Standard deviation (n − 1) of max S / S(corner) over the four corners. */
    double cornerRatioSd(double[] coefficients) {
        return sd(cornerRatios(coefficients));
    }

    private double[] cornerRatios(double[] coefficients) {
        double highest = highest(coefficients);
        return Arrays.stream(values(corners, coefficients))
                .map(corner -> highest / corner)
                .toArray();
    }

    /** 100 (1 − mean of S at the corners / S in the middle of the image) [%]. */
    double rollOff(double[] coefficients) {
        double corner = Arrays.stream(values(corners, coefficients)).average().orElseThrow();
        return 100 * (1 - corner / SurfaceBasis.value(middle, coefficients));
    }

    /** Change of the linear part from one border to the other along its direction, over the mean [% of the field]. */
    double slope(double[] coefficients) {
        double alongU = 2 * coefficients[SurfaceBasis.term(1, 0)];
        double alongV = 2 * coefficients[SurfaceBasis.term(0, 1)];
        return 100 * Math.hypot(alongU, alongV) / mean(coefficients);
    }

    /** Direction in which the linear part rises, counter-clockwise from +x as displayed with y upwards [°]. */
    double slopeDirection(double[] coefficients) {
        return Math.toDegrees(
                Math.atan2(-coefficients[SurfaceBasis.term(0, 1)], coefficients[SurfaceBasis.term(1, 0)]));
    }

    /** Mean |q| of parabolas p + l x + q x² through S / max S along the row and the column of a place, x relative. */
    double quadratic(double[] coefficients, double u, double v) {
        double highest = highest(coefficients);
        double[] alongRow = new double[PLACES];
        double[] alongColumn = new double[PLACES];
        for (int i = 0; i < PLACES; i++) {
            alongRow[i] = SurfaceBasis.value(basis.at(place(i, endU), v), coefficients) / highest;
            alongColumn[i] = SurfaceBasis.value(basis.at(u, place(i, endV)), coefficients) / highest;
        }
        return 0.5 * (Math.abs(quadraticTerm(alongRow, endU)) + Math.abs(quadraticTerm(alongColumn, endV)));
    }

    /** Least squares on an even grid: q = Σ (x² − mean x²) y / Σ (x² − mean x²)², since x is symmetric about zero. */
    private static double quadraticTerm(double[] values, double end) {
        double[] squares = IntStream.range(0, PLACES)
                .mapToDouble(i -> place(i, end) * place(i, end))
                .toArray();
        double mean = Arrays.stream(squares).average().orElseThrow();
        double top = 0;
        double bottom = 0;
        for (int i = 0; i < PLACES; i++) {
            top += (squares[i] - mean) * values[i];
            bottom += (squares[i] - mean) * (squares[i] - mean);
        }
        return top / bottom;
    }

    /** {u, v} of the highest of the 65 × 65 places. */
    double[] highestPlace(double[] coefficients) {
        double[] values = values(grid, coefficients);
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return new double[] {place(best % PLACES, endU), place(best / PLACES, endV)};
    }

    private static double sd(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
