package org.fiducial.metrology.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.fiducial.metrology.bead.BeadField;
import org.fiducial.metrology.bead.BeadMatching;
import org.fiducial.metrology.bead.BeadOutcome;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.image.VoxelSize;

/**
 * Gives beads numbers that are the same in every channel of a file: the beads of a channel are matched with those of the
 * channels before it, {@link BeadMatching}, within half of what the neighbour rule keeps between beads (1.5 FWHM laterally).
 */
final class BeadNumbers {

    private static final double GATE_FWHM = 1.5;

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
        double gateUm = GATE_FWHM * field.scale().lateralFwhmPx() * voxel.xUm();
        List<OptionalInt> partners =
                BeadMatching.of(List.copyOf(known), found, gateUm).partners();
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            OptionalInt mate = partners.get(i);
            int number = mate.isPresent() ? numbers.get(mate.getAsInt()) : next++;
            given.add(number);
            if (mate.isEmpty()) {
                known.add(found.get(i));
                numbers.add(number);
            }
        }
        return given;
    }

    static Position positionUm(BeadOutcome outcome, VoxelSize voxel) {
        return outcome.bead().positionUm(voxel);
    }
}
