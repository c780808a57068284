package org.fiducial.metrology.bead;

import java.util.Optional;
import org.fiducial.metrology.image.VoxelSize;

/**
 * One spot that was found.
 *
 * @param number counts from 1 in the order of the rows of the image, then of the columns
 * @param position fitted where a fit holds, else as found; voxel indices counted from the centre of the first voxel
 * @param peak height above the local background as found, before any fit [ADU]
 * @param background local background [ADU]
 * @param crop the voxels round the bead, for pictures; absent beyond a fixed total of a field
 */
public record Bead(int number, Position position, double peak, double background, Optional<BeadVolume> crop) {

    /** The position in micrometres, counted from the centre of the first voxel of the file. */
    public Position positionUm(VoxelSize voxelSize) {
        return new Position(
                position.x() * voxelSize.xUm(), position.y() * voxelSize.yUm(), position.z() * voxelSize.zUm());
    }

    Bead numbered(int newNumber) {
        return new Bead(newNumber, position, peak, background, crop);
    }
}
