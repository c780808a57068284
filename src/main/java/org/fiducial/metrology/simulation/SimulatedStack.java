package org.fiducial.metrology.simulation;

/** A finished stack with its truth: the scene that was simulated and the detector counts it gave. */
public final class SimulatedStack {

    private final Scene scene;
    private final float[][] planes;

    SimulatedStack(Scene scene, float[][] planes) {
        this.scene = scene;
        this.planes = planes;
    }

    /** What was simulated. */
    public Scene scene() {
        return scene;
    }

    /** One plane of detector counts [sizeY * sizeX], row by row; not copied. */
    public float[] plane(int z) {
        return planes[z];
    }

    /**
     * All voxels of the stack as one array [sizeZ * sizeY * sizeX], x fastest.
     *
     * <p>Made for single-bead boxes; a whole stack is better read plane by plane.
     */
    public float[] voxels() {
        int planeSize = scene.grid().planeSize();
        float[] all = new float[Math.multiplyExact(planeSize, planes.length)];
        for (int z = 0; z < planes.length; z++) {
            System.arraycopy(planes[z], 0, all, z * planeSize, planeSize);
        }
        return all;
    }
}
