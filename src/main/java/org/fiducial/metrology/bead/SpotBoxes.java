package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;

/**
 * The boxes that are cut out round spots.
 *
 * <p>Sideways a box holds the bead, its surroundings and a neighbour that comes too close. It reaches through the whole
 * stack, or, where that is deeper, {@link #USUAL_HALF_DEPTH} planes or {@link #HALF_DEPTH_FWHM} axial FWHM to either side of
 * the spot's brightest plane, whichever is more. What is held in memory so depends on the beads and not on the stack.
 */
final class SpotBoxes {

    private static final double HALF_SIDE_FWHM = 3.2;
    private static final double HALF_DEPTH_FWHM = 6;
    /** Stacks up to twice as deep are never cut along z. */
    private static final int USUAL_HALF_DEPTH = 75;
    /** Voxels of all boxes together, 160 MB; beyond, the dimmest spots are not examined. */
    private static final long MAX_VOXELS = 40_000_000;

    private static final int MAX_SPOTS = 4000;

    private final StackPlanes planes;
    private final FieldScale scale;

    SpotBoxes(StackPlanes planes, FieldScale scale) {
        this.planes = planes;
        this.scale = scale;
    }

    /** Boxes round the spots, in their order, as far as memory allows. */
    List<VoxelBox> round(List<Spot> spots) {
        List<Spot> possible = spots.subList(0, Math.min(MAX_SPOTS, spots.size()));
        int[] layers = reachThroughTheStack() ? new int[possible.size()] : brightestPlanes(possible);
        List<VoxelBox> boxes = new ArrayList<>();
        long voxels = 0;
        for (int i = 0; i < possible.size(); i++) {
            VoxelBox box = box(possible.get(i), layers[i]);
            voxels += box.voxels();
            if (voxels > MAX_VOXELS) {
                break;
            }
            boxes.add(box);
        }
        return boxes;
    }

    /** Whether boxes cut at this scale are deep enough at another. */
    boolean suit(FieldScale other) {
        return reachThroughTheStack() || halfDepth() >= new SpotBoxes(planes, other).halfDepth();
    }

    private boolean reachThroughTheStack() {
        return planes.depth() <= 2 * halfDepth();
    }

    private int halfDepth() {
        return (int) Math.max(USUAL_HALF_DEPTH, Math.ceil(HALF_DEPTH_FWHM * scale.axialFwhmPlanes()));
    }

    /** Of each spot the plane with the largest mean over a third of an axial FWHM, at least three planes. */
    private int[] brightestPlanes(List<Spot> spots) {
        int reach = (int) Math.max(1, Math.rint(scale.axialFwhmPlanes() / 6));
        float[][] columns = planes.columns(spots);
        int[] brightest = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            brightest[i] = brightest(columns[i], reach);
        }
        return brightest;
    }

    private static int brightest(float[] column, int reach) {
        double sum = 0;
        for (int z = 0; z <= 2 * reach; z++) {
            sum += column[z];
        }
        double highest = sum;
        int brightest = reach;
        for (int z = reach + 1; z + reach < column.length; z++) {
            sum += column[z + reach] - column[z - reach - 1];
            if (sum > highest) {
                highest = sum;
                brightest = z;
            }
        }
        return brightest;
    }

    private VoxelBox box(Spot spot, int layer) {
        int half = (int) Math.ceil(HALF_SIDE_FWHM * scale.lateralFwhmPx()) + 1;
        int x0 = Math.max(0, spot.x() - half);
        int y0 = Math.max(0, spot.y() - half);
        int x1 = Math.min(planes.width() - 1, spot.x() + half);
        int y1 = Math.min(planes.height() - 1, spot.y() + half);
        if (reachThroughTheStack()) {
            return new VoxelBox(x0, y0, 0, x1 - x0 + 1, y1 - y0 + 1, planes.depth());
        }
        int z0 = Math.max(0, layer - halfDepth());
        int z1 = Math.min(planes.depth() - 1, layer + halfDepth());
        return new VoxelBox(x0, y0, z0, x1 - x0 + 1, y1 - y0 + 1, z1 - z0 + 1);
    }
}
