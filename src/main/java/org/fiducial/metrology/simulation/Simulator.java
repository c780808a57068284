package org.fiducial.metrology.simulation;

import java.util.random.RandomGenerator;

/**
 * Turns a scene into a stack. The same scene and the same random numbers give the same stack, bit for bit.
 */
public final class Simulator {

    /** Takes the planes of a stack one after the other. */
    @FunctionalInterface
    public interface PlaneTarget {

        /**
         * One finished plane.
         *
         * @param z its index
         * @param counts [sizeY * sizeX] detector counts; reused for the next plane
         */
        void accept(int z, float[] counts);
    }

    /** The whole stack in memory. */
    public SimulatedStack simulate(Scene scene, RandomGenerator random) {
        float[][] planes = new float[scene.grid().sizeZ()][];
        simulate(scene, random, (z, counts) -> planes[z] = counts.clone());
        return new SimulatedStack(scene, planes);
    }

    /** The stack plane by plane, for stacks larger than the memory. */
    public void simulate(Scene scene, RandomGenerator random, PlaneTarget target) {
        PoissonSampler photons = new PoissonSampler(random);
        float[] counts = new float[scene.grid().planeSize()];
        for (int z = 0; z < scene.grid().sizeZ(); z++) {
            double[] electrons = expectedElectrons(scene, z);
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (float) scene.detector().read(electrons[i], photons, random);
            }
            target.accept(z, counts);
        }
    }

    /**
     * The noise-free electrons of one plane, background included.
     *
     * @return [sizeY * sizeX]
     */
    public double[] expectedElectrons(Scene scene, int z) {
        Grid grid = scene.grid();
        double[] plane = backgroundOf(scene, z);
        for (SceneObject object : scene.objects()) {
            object.spread().addTo(plane, grid, z, object.position(), object.peakElectrons());
        }
        return plane;
    }

    private static double[] backgroundOf(Scene scene, int z) {
        Grid grid = scene.grid();
        Position centre = grid.centre();
        double[] plane = new double[grid.planeSize()];
        double zUm = z * grid.stepZUm() - centre.zUm();
        for (int y = 0; y < grid.sizeY(); y++) {
            double yUm = y * grid.pixelYUm() - centre.yUm();
            for (int x = 0; x < grid.sizeX(); x++) {
                double xUm = x * grid.pixelXUm() - centre.xUm();
                plane[y * grid.sizeX() + x] = scene.background().at(xUm, yUm, zUm);
            }
        }
        return plane;
    }
}
