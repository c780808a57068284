package org.fiducial.metrology.field;

import org.fiducial.metrology.field.FieldSurface.Shape;

/** Where a surface is highest, or why that cannot be said. Coordinates are those of {@link FlatImage}. */
sealed interface FieldCentre {

    /** Larger standard uncertainties, in half fields, leave the centre undefined. */
    double LARGEST_U = 0.2;

    /** A maximum inside the image with its standard uncertainties. */
    record Inside(double u, double v, double uncertaintyU, double uncertaintyV) implements FieldCentre {}

    /** Highest at the border of the image: the true centre lies outside. */
    record AtBorder(double u, double v) implements FieldCentre {}

    /** No place is higher than others beyond the noise. */
    record Undefined(String reason) implements FieldCentre {}

    /**
     * The maximum by Newton's method from the highest place of a grid: g + H δ = 0 with gradient g and Hessian H of S. Its
     * covariance is H⁻¹ G C Gᵀ H⁻¹ with G = ∂g/∂c and the covariance C of the coefficients.
     */
    static FieldCentre of(FieldSurface surface, FieldShape shape) {
        if (surface.shape() == Shape.FLAT) {
            return new Undefined("The field is flat within its noise, so that no place is its centre.");
        }
        double[] highest = shape.highestPlace(surface.coefficients());
        double[] at = highest;
        for (int round = 0; round < 50; round++) {
            double[] hessian = hessian(surface, at[0], at[1]);
            double determinant = hessian[0] * hessian[2] - hessian[1] * hessian[1];
            boolean maximum = hessian[0] < 0 && determinant > 0;
            if (surface.shape() == Shape.TILTED || !maximum) {
                return new AtBorder(highest[0], highest[1]);
            }
            double[] gradient = gradient(surface, at[0], at[1]);
            double du = -(hessian[2] * gradient[0] - hessian[1] * gradient[1]) / determinant;
            double dv = -(hessian[0] * gradient[1] - hessian[1] * gradient[0]) / determinant;
            at = new double[] {at[0] + du, at[1] + dv};
            if (Math.abs(at[0]) > 1 || Math.abs(at[1]) > 1) {
                return new AtBorder(highest[0], highest[1]);
            }
            if (Math.hypot(du, dv) < 1e-9) {
                break;
            }
        }
        return inside(surface, at);
    }

    private static FieldCentre inside(FieldSurface surface, double[] at) {
        SurfaceBasis basis = surface.basis();
        double[] alongU = basis.alongU(at[0], at[1]);
        double[] alongV = basis.alongV(at[0], at[1]);
        double[] h = hessian(surface, at[0], at[1]);
        double determinant = h[0] * h[2] - h[1] * h[1];
        double[] ofU = new double[alongU.length];
        double[] ofV = new double[alongU.length];
        for (int i = 0; i < ofU.length; i++) {
            ofU[i] = -(h[2] * alongU[i] - h[1] * alongV[i]) / determinant;
            ofV[i] = -(h[0] * alongV[i] - h[1] * alongU[i]) / determinant;
        }
        double uncertaintyU = Math.sqrt(quadratic(ofU, surface.covariance()));
        double uncertaintyV = Math.sqrt(quadratic(ofV, surface.covariance()));
        if (Math.max(uncertaintyU, uncertaintyV) > LARGEST_U) {
            return new Undefined("The field is so flat that its brightest place is known to "
                    + Math.round(100 * Math.max(uncertaintyU, uncertaintyV)) + " % of half the image only.");
        }
        return new Inside(at[0], at[1], uncertaintyU, uncertaintyV);
    }

    private static double quadratic(double[] direction, double[] covariance) {
        int n = direction.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += direction[i] * covariance[i * n + j] * direction[j];
            }
        }
        return Math.max(0, sum);
    }

    private static double[] gradient(FieldSurface surface, double u, double v) {
        return new double[] {
            SurfaceBasis.value(surface.basis().alongU(u, v), surface.coefficients()),
            SurfaceBasis.value(surface.basis().alongV(u, v), surface.coefficients())
        };
    }

    /** {∂²S/∂u², ∂²S/∂u∂v, ∂²S/∂v²} by central differences of the exact gradient. */
    private static double[] hessian(FieldSurface surface, double u, double v) {
        double step = 1e-4;
        double[] right = gradient(surface, u + step, v);
        double[] left = gradient(surface, u - step, v);
        double[] below = gradient(surface, u, v + step);
        double[] above = gradient(surface, u, v - step);
        return new double[] {
            (right[0] - left[0]) / (2 * step),
            0.5 * ((right[1] - left[1]) + (below[0] - above[0])) / (2 * step),
            (below[1] - above[1]) / (2 * step)
        };
    }
}
