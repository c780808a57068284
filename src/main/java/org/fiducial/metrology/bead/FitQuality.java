package org.fiducial.metrology.bead;

/**
 * How well a model describes its voxels. Informs; by itself it rejects no bead.
 *
 * @param deviancePerDof Poisson deviance per degree of freedom; about 1 above five electrons a voxel, lower below
 * @param chiSquarePerDof Σ (n − μ)²/(μ + r²) per degree of freedom; expected 1 at every level
 * @param rSquared 1 − residual over total sum of squares, as other tools report
 * @param largestResidualSigma largest residual of a 3 × 3 × 3 block in its standard deviations, sign kept
 * @param largestResidualPercent mean residual of that block in per cent of the amplitude, sign kept
 * @param degreesOfFreedom voxels minus parameters
 */
public record FitQuality(
        double deviancePerDof,
        double chiSquarePerDof,
        double rSquared,
        double largestResidualSigma,
        double largestResidualPercent,
        int degreesOfFreedom) {

    /** Compares data with a model over a box. */
    static FitQuality of(VoxelBox box, double[] electrons, double[] model, SpotScale scale) {
        double deviance = 0;
        double chiSquare = 0;
        double residualSquares = 0;
        double mean = 0;
        for (double each : electrons) {
            mean += each / electrons.length;
        }
        double totalSquares = 0;
        for (int i = 0; i < electrons.length; i++) {
            double variance = model[i] + scale.readVariance();
            double observed = electrons[i] + scale.readVariance();
            double error = electrons[i] - model[i];
            deviance += 2 * -error;
            if (observed > 0) {
                deviance += 2 * observed * Math.log(observed / variance);
            }
            chiSquare += error * error / variance;
            residualSquares += error * error;
            totalSquares += (electrons[i] - mean) * (electrons[i] - mean);
        }
        int dof = Math.max(1, electrons.length - scale.parameters());
        double[] largest = largestBlock(box, electrons, model, scale.readVariance());
        double rSquared = totalSquares > 0 ? 1 - residualSquares / totalSquares : 0;
        return new FitQuality(
                deviance / dof, chiSquare / dof, rSquared, largest[0], 100 * largest[1] / scale.amplitude(), dof);
    }

    /** What residuals are measured by: read variance and amplitude [e⁻], number of parameters. */
    record SpotScale(double readVariance, double amplitude, int parameters) {}

    /** {residual in σ, mean residual in e⁻} of the 3 × 3 × 3 block (cut at the faces) where it is largest. */
    private static double[] largestBlock(VoxelBox box, double[] electrons, double[] model, double readVariance) {
        double[] errors = new double[electrons.length];
        double[] variances = new double[electrons.length];
        double[] ones = new double[electrons.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = electrons[i] - model[i];
            variances[i] = model[i] + readVariance;
            ones[i] = 1;
        }
        int[] strides = {1, box.sizeX(), box.sizeX() * box.sizeY()};
        int[] sizes = {box.sizeX(), box.sizeY(), box.sizeZ()};
        for (int axis = 0; axis < 3; axis++) {
            errors = sumOfThree(errors, strides[axis], sizes[axis]);
            variances = sumOfThree(variances, strides[axis], sizes[axis]);
            ones = sumOfThree(ones, strides[axis], sizes[axis]);
        }
        double[] largest = {0, 0};
        for (int i = 0; i < errors.length; i++) {
            double sigma = errors[i] / Math.sqrt(variances[i]);
            if (Math.abs(sigma) > Math.abs(largest[0])) {
                largest[0] = sigma;
                largest[1] = errors[i] / ones[i];
            }
        }
        return largest;
    }

    private static double[] sumOfThree(double[] values, int stride, int size) {
        double[] sums = values.clone();
        for (int i = 0; i < values.length; i++) {
            int place = i / stride % size;
            if (place > 0) {
                sums[i] += values[i - stride];
            }
            if (place < size - 1) {
                sums[i] += values[i + stride];
            }
        }
        return sums;
    }
}
