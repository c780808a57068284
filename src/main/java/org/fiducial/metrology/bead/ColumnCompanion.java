package org.fiducial.metrology.bead;

import java.util.List;
import java.util.Optional;

/**
 * A second bead above or below a spot, which a search from above cannot see: the highest place of the spot's column that is
 * separated from the spot by a valley. A second lobe that most spots of the field have at the same place is the instrument's
 * and no companion.
 *
 * @param distanceFwhm signed distance along z from the spot [axial FWHM]
 * @param share its height over the spot's, both above background
 */
record ColumnCompanion(double distanceFwhm, double share) {

    /** Where the column begins to belong to something else [axial FWHM]. */
    private static final double OWN_REACH = 1.2;
    /** Radius of the column [lateral FWHM]: a companion half a width aside is still in it. */
    private static final double RADIUS = 0.75;
    /** The valley towards a companion is at most so deep a share of it. */
    private static final double VALLEY = 0.7;
    /** Lower ones disturb the half maximum of the spot by less than the background does. */
    private static final double LEAST_SHARE = 0.3;
    /** Fewer spots say nothing of what is common to the field. */
    private static final int ENOUGH = 4;
    /** Lobes this near each other stand at the same place [axial FWHM]. */
    private static final double SAME_PLACE = 0.3;

    /** The highest separated place of a spot's column, if it is high enough. */
    static Optional<ColumnCompanion> of(BeadProbe probe, FieldContext field) {
        double[] column = column(probe, field);
        int own = (int) Math.round(probe.centre().z()) - probe.volume().originZ();
        if (own < 0 || own >= column.length || !(column[own] > 0)) {
            return Optional.empty();
        }
        ColumnCompanion above = highest(column, own, 1, field.scale().axialFwhmPlanes());
        ColumnCompanion below = highest(column, own, -1, field.scale().axialFwhmPlanes());
        return Optional.of(above.share() > below.share() ? above : below).filter(each -> each.share() >= LEAST_SHARE);
    }

    /** Whether most of the other spots have a companion at the same place, so that it is a lobe of the image. */
    boolean isCommon(List<Optional<ColumnCompanion>> ofField) {
        long same = ofField.stream()
                .flatMap(Optional::stream)
                .filter(other -> Math.abs(other.distanceFwhm - distanceFwhm) < SAME_PLACE)
                .count();
        return ofField.size() < ENOUGH || same > ofField.size() / 2;
    }

    private static ColumnCompanion highest(double[] column, int own, int step, double axialPlanes) {
        double valley = column[own];
        double share = 0;
        int at = own;
        int last = (int) Math.ceil(FieldJudge.NEIGHBOUR_LIMIT * axialPlanes);
        for (int z = own + step; z >= 0 && z < column.length && Math.abs(z - own) <= last; z += step) {
            valley = Math.min(valley, column[z]);
            boolean separate = Math.abs(z - own) > OWN_REACH * axialPlanes && valley < VALLEY * column[z];
            if (separate && column[z] > share * column[own]) {
                share = column[z] / column[own];
                at = z;
            }
        }
        return new ColumnCompanion((at - own) / axialPlanes, share);
    }

    /** Mean of the disc round the spot above background, plane by plane [planes of the box]. */
    private static double[] column(BeadProbe probe, FieldContext field) {
        BeadVolume volume = probe.volume();
        double radius = Math.max(1, RADIUS * field.scale().lateralFwhmPx());
        double x0 = probe.centre().x() - volume.originX();
        double y0 = probe.centre().y() - volume.originY();
        double[] column = new double[volume.sizeZ()];
        for (int z = 0; z < volume.sizeZ(); z++) {
            double sum = 0;
            int count = 0;
            for (int y = (int) Math.max(0, y0 - radius); y <= Math.min(volume.sizeY() - 1, y0 + radius); y++) {
                for (int x = (int) Math.max(0, x0 - radius); x <= Math.min(volume.sizeX() - 1, x0 + radius); x++) {
                    if (Math.hypot(x - x0, y - y0) <= radius) {
                        sum += volume.counts()[(z * volume.sizeY() + y) * volume.sizeX() + x];
                        count++;
                    }
                }
            }
            column[z] = count == 0 ? 0 : sum / count - probe.levels().background();
        }
        return column;
    }
}
