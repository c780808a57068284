package org.fiducial.metrology.simulation;

/** The nodes along one side of a pixel, in units of the pixel from its centre: Gauss–Legendre, weights summing to 1. */
final class PixelNodes {

    private final double[] nodes;
    private final double[] weights;

    private PixelNodes(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    static PixelNodes three() {
        return new PixelNodes(
                new double[] {-0.3872983346207417, 0, 0.3872983346207417}, new double[] {5.0 / 18, 8.0 / 18, 5.0 / 18});
    }

    static PixelNodes two() {
        return new PixelNodes(new double[] {-0.2886751345948129, 0.2886751345948129}, new double[] {0.5, 0.5});
    }

    int count() {
        return nodes.length;
    }

    double at(int i) {
        return nodes[i];
    }

    double weight(int i) {
        return weights[i];
    }
}
