package org.fiducial.metrology.field;

import java.util.List;
import java.util.Optional;

/**
 * One channel of a uniform slide, measured.
 *
 * @param number counted from 1
 * @param source what was measured
 * @param field the smooth field, or why there is none
 * @param pixels figures of single pixels as stored
 */
record FieldChannel(int number, Source source, Optional<SmoothField> field, PixelFigures pixels) {

    /**
     * What was measured.
     *
     * @param image mean of all frames of all files above the offset
     * @param offset the dark level taken off
     * @param frames frames averaged, over all files
     * @param saturated share of the pixels that were saturated in any frame
     * @param negative share of the pixels that lie below the offset
     */
    record Source(FlatImage image, Offset offset, int frames, double saturated, double negative) {}

    /**
     * The smooth part of the light and what differs from it.
     *
     * @param surface fitted to the mean of all files
     * @param repeats coefficients of surfaces of the same degree fitted to each file, where there are several
     * @param other the surface of the next degree, for what the choice of the degree may cost
     * @param shape figures of such surfaces
     * @param centre where it is brightest
     * @param blocks the means it was fitted to
     * @param residuals what single pixels differ from it
     */
    record SmoothField(
            FieldSurface surface,
            List<double[]> repeats,
            Optional<FieldSurface> other,
            FieldShape shape,
            FieldCentre centre,
            BlockMeans blocks,
            PixelResiduals residuals) {}
}
