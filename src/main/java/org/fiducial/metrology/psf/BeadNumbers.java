package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;

/**
 * Gives beads numbers that are the same in every channel of a file: two spots of two channels are one bead when each is
 * the other's nearest and they lie closer than half of what the neighbour rule keeps between beads (1.5 FWHM laterally)
 * and two axial FWHM.
 */
final class BeadNumbers {

    private static final double LATERAL_GATE_FWHM = 1.5;
    private static final double AXIAL_GATE_FWHM = 2;

    private final List<Position> known = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final VoxelSize voxel;
    private int next;

    /** Numbers for the beads of one file. */
    BeadNumbers(VoxelSize voxel, int first) {
        this.voxel = voxel;
        this.next = first;
    }

    /** The first number not yet given. */
    int next() {
        return next;
    }

    /** The numbers of the outcomes of one channel, in their order. */
    List<Integer> of(BeadField field) {
        List<Position> found = field.outcomes().stream()
                .map(outcome -> positionUm(outcome, voxel))
                .toList();
        double lateralUm = LATERAL_GATE_FWHM * field.scale().lateralFwhmPx() * voxel.xUm();
        double axialUm = AXIAL_GATE_FWHM * field.scale().axialFwhmPlanes() * voxel.zUm();
        List<Position> before = List.copyOf(known);
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            Position here = found.get(i);
            int mate = nearest(here, before);
            boolean same = mate >= 0
                    && near(here, before.get(mate), lateralUm, axialUm)
                    && nearest(before.get(mate), found) == i;
            int number = same ? numbers.get(mate) : next++;
            given.add(number);
            if (!same) {
                known.add(here);
                numbers.add(number);
            }
        }
        return given;
    }

    static Position positionUm(BeadOutcome outcome, VoxelSize voxel) {
        return outcome.bead().positionUm(voxel);
    }

    private static boolean near(Position a, Position b, double lateralUm, double axialUm) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y()) <= lateralUm && Math.abs(a.z() - b.z()) <= axialUm;
    }

    private static int nearest(Position from, List<Position> others) {
        int best = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < others.size(); i++) {
            Position other = others.get(i);
            double distance = Math.hypot(from.x() - other.x(), from.y() - other.y());
            if (distance < shortest) {
                shortest = distance;
                best = i;
            }
        }
        return best;
    }
}
