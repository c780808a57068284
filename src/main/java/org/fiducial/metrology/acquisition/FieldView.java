package org.fiducial.metrology.acquisition;

import org.fiducial.metrology.bead.FieldProjection;
import org.fiducial.metrology.image.VoxelSize;
import org.fiducial.metrology.protocol.FigurePart.Marker;
import org.fiducial.metrology.protocol.Raster;

/**
 * A field from above as a picture, and where the pixels of the stack lie in it.
 *
 * @param raster the picture
 * @param binning pixels of the stack along each axis that make one of the picture
 */
public record FieldView(Raster raster, int binning) {

    /** Least side of a mark [pixels of the picture]. */
    private static final double LEAST_MARK = 9;

    /** The view of a projection. */
    public static FieldView of(FieldProjection seen, VoxelSize voxel) {
        return new FieldView(
                Raster.of(
                        seen.width(),
                        seen.height(),
                        seen.counts(),
                        voxel.xUm() * seen.binning(),
                        voxel.yUm() * seen.binning()),
                seen.binning());
    }

    /** Where a mark of a side stands, place and side in pixels of the stack; never too small to be seen. */
    public Marker.Position mark(double xPx, double yPx, double sidePx) {
        double shift = 0.5 * (binning - 1);
        return new Marker.Position(
                (xPx - shift) / binning, (yPx - shift) / binning, Math.max(LEAST_MARK, sidePx / binning));
    }
}
