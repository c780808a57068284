package org.fiducial.metrology.bead;

import java.util.List;
import org.fiducial.metrology.image.PixelType;

/** The smallest count that means saturation, where nobody states it. */
final class SaturationLevel {

    private static final int[] BITS = {8, 10, 12, 14, 16};
    /** So many voxels at exactly the top of a bit depth are no chance. */
    private static final int PILE = 4;

    private SaturationLevel() {}

    /** Full scale of the pixel type, or that of fewer bits if the brightest voxels pile up there; infinite if no voxel or only one reaches it. */
    static double of(PixelType type, List<BeadProbe> probes) {
        float highest = 0;
        int times = 0;
        for (BeadProbe probe : probes) {
            for (float each : probe.volume().counts()) {
                if (each > highest) {
                    highest = each;
                    times = 0;
                }
                if (each == highest) {
                    times++;
                }
            }
        }
        if (times >= PILE) {
            for (int bits : BITS) {
                if (highest == (1 << bits) - 1) {
                    return highest;
                }
            }
        }
        // A single voxel at full scale is the maximum of an image that was scaled to it.
        return times > 1 ? type.fullScale() : Double.POSITIVE_INFINITY;
    }
}
