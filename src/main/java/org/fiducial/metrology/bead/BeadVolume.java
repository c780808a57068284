package org.fiducial.metrology.bead;

/**
 * A box of voxels cut out of a stack round one bead.
 *
 * <p>Voxel (x, y, z) of the box is element {@code (z * sizeY + y) * sizeX + x} of {@link #counts()} and lies at
 * (originX + x, originY + y, originZ + z) in the stack; positions are voxel indices, whole numbers at voxel centres. The
 * array is not copied: it belongs to this volume from now on.
 */
public final class BeadVolume {

    private final float[] counts;
    private final int sizeX;
    private final int sizeY;
    private final int sizeZ;
    private final int originX;
    private final int originY;
    private final int originZ;

    private BeadVolume(float[] counts, int[] size, int[] origin) {
        this.counts = counts;
        this.sizeX = size[0];
        this.sizeY = size[1];
        this.sizeZ = size[2];
        this.originX = origin[0];
        this.originY = origin[1];
        this.originZ = origin[2];
    }

    /**
     * A box of the given size.
     *
     * @param counts [sizeZ * sizeY * sizeX] in detector counts
     * @param size {x, y, z}
     * @param origin index of the first voxel in the stack {x, y, z}
     */
    public static BeadVolume of(float[] counts, int[] size, int[] origin) {
        if (size.length != 3 || origin.length != 3 || counts.length != size[0] * size[1] * size[2]) {
            throw new IllegalArgumentException(
                    "a volume needs size {x, y, z}, origin {x, y, z} and x * y * z values, had " + counts.length
                            + " values");
        }
        return new BeadVolume(counts, size.clone(), origin.clone());
    }

    /** The voxel values in detector counts, not copied. */
    public float[] counts() {
        return counts;
    }

    public int sizeX() {
        return sizeX;
    }

    public int sizeY() {
        return sizeY;
    }

    public int sizeZ() {
        return sizeZ;
    }

    public int originX() {
        return originX;
    }

    public int originY() {
        return originY;
    }

    public int originZ() {
        return originZ;
    }
}
