package org.fiducial.metrology.field;

import java.util.stream.IntStream;

/**
 * The smooth part of an illuminated field, S(u, v) = Σ c_ij P_i(u) P_j(v), in detector counts above the offset.
 *
 * @param basis its terms
 * @param coefficients [terms] in counts
 * @param covariance [terms * terms] of the coefficients, from the scatter of the blocks about the surface
 * @param shape what the evidence says of it
 * @param weights [blocks] of the robust fit, 0 for blocks that do not belong to the surface
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FieldSurface(SurfaceBasis basis, double[] coefficients, double[] covariance, Shape shape, double[] weights) {

    /** The simplest description the blocks allow, by the Bayesian information criterion. */
    enum Shape {
        /** No more than one level. */
        FLAT,
        /** A level and a slope: brightest at the border. */
        TILTED,
        /** Curved: it may have a centre. */
        CURVED
    }

    /** The values at the pixels of a row of an image. */
    double[] row(int y, FlatImage image) {
        double[] us = IntStream.range(0, image.width())
                .mapToDouble(x -> FlatImage.relative(x, image.width()))
                .toArray();
        return basis.row(coefficients, FlatImage.relative(y, image.height()), us);
    }

    double at(double u, double v) {
        return SurfaceBasis.value(basis.at(u, v), coefficients);
    }
}
