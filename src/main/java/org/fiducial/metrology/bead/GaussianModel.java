package org.fiducial.metrology.bead;

/** The fitted image of a bead, to be drawn beside the data or subtracted from it. */
public final class GaussianModel {

    private final GaussianParameters parameters;
    private final VoxelBox box;
    private final BackgroundSlope slope;

    GaussianModel(GaussianParameters parameters, VoxelBox box, BackgroundSlope slope) {
        this.parameters = parameters;
        this.box = box;
        this.slope = slope;
    }

    GaussianParameters parameters() {
        return parameters;
    }

    /** The voxels that were fitted. */
    public VoxelBox box() {
        return box;
    }

    /** Expected electrons of a pixel, background included, at a position in the stack. */
    public double electronsAt(double x, double y, double z) {
        return slope.at(box, x - box.x0(), y - box.y0(), z - box.z0())
                + parameters.electronsAt(
                        x - box.x0() - parameters.centre(0),
                        y - box.y0() - parameters.centre(1),
                        z - box.z0() - parameters.centre(2));
    }

    /** Expected electrons of a voxel of the box without the bead. */
    double backgroundAt(int i, int j, int k) {
        return parameters.background() + slope.at(box, i, j, k);
    }

    double[] image() {
        double[] image = new double[box.voxels()];
        int at = 0;
        for (int z = 0; z < box.sizeZ(); z++) {
            for (int y = 0; y < box.sizeY(); y++) {
                for (int x = 0; x < box.sizeX(); x++) {
                    image[at++] = electronsAt(box.x0() + x, box.y0() + y, box.z0() + z);
                }
            }
        }
        return image;
    }
}
