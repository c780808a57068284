package org.fiducial.metrology.coregistration;

import java.util.Arrays;
import java.util.Optional;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;

/**
 * The centre of gravity of what rises above a share of a bead's height: Σ w r/Σ w with w = I − b − t·h where that is positive.
 *
 * <p>b is the median of the outer rows and columns, h the height above it of all but the brightest 2 ‰ of the voxels,
 * t = {@link #THRESHOLD}. Subtracting the threshold keeps the sum from jumping as voxels cross it. Needs no model and follows
 * a bead that is stained unevenly, where a symmetric model would take sides; for a symmetric bead both agree.
 */
final class CentreOfGravity {

    private static final double THRESHOLD = 0.3;
    private static final double BRIGHTEST = 0.998;

    private CentreOfGravity() {}

    /**
     * The centre of gravity [µm], from the centre of the first voxel of the volume's own grid.
     *
     * @param within centre and half widths [µm] of the ellipse in the plane beyond which nothing belongs to the bead
     */
    static Optional<Position> of(BeadVolume volume, VoxelSize voxel, double ceiling, Window within) {
        float[] sorted = volume.counts().clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = (float) Math.min(sorted[i], ceiling);
        }
        Arrays.sort(sorted);
        double background = sorted[(int) (0.3 * (sorted.length - 1))];
        double level = background + THRESHOLD * (sorted[(int) (BRIGHTEST * (sorted.length - 1))] - background);
        double sum = 0;
        double x = 0;
        double y = 0;
        double z = 0;
        int at = 0;
        for (int k = 0; k < volume.sizeZ(); k++) {
            for (int j = 0; j < volume.sizeY(); j++) {
                for (int i = 0; i < volume.sizeX(); i++, at++) {
                    double weight = Math.min(volume.counts()[at], ceiling) - level;
                    Position place = new Position(
                            (volume.originX() + i) * voxel.xUm(),
                            (volume.originY() + j) * voxel.yUm(),
                            (volume.originZ() + k) * voxel.zUm());
                    if (weight > 0 && within.contains(place)) {
                        sum += weight;
                        x += weight * place.x();
                        y += weight * place.y();
                        z += weight * place.z();
                    }
                }
            }
        }
        return sum > 0 ? Optional.of(new Position(x / sum, y / sum, z / sum)) : Optional.empty();
    }

    /** A disc in the plane [µm]. */
    record Window(Position centre, double radiusUm) {

        boolean contains(Position place) {
            return Math.hypot(place.x() - centre.x(), place.y() - centre.y()) <= radiusUm;
        }
    }
}
