package org.fiducial.metrology.coregistration;

import java.util.List;
import java.util.Optional;
import org.fiducial.metrology.bead.BeadVolume;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.protocol.Reason;

/**
 * A bead as one channel shows it.
 *
 * @param um centre from the centre of the first voxel of the file; z is no measurement in a single plane
 * @param u photon-noise standard uncertainty of the centre [µm]; absent where no fit gave one
 * @param model standard uncertainty of the centre by the choice of its estimator [µm]; zeros where one is beyond doubt
 * @param rejections why it does not count; empty where it does
 * @param flags what is remarkable about it
 * @param crop the voxels round it, for pictures
 */
record LocatedBead(
        Position um,
        Optional<Position> u,
        Position model,
        List<Reason> rejections,
        List<Reason> flags,
        Optional<BeadVolume> crop) {

    private static final List<String> NO_BEADS = List.of("HOT_PIXEL", "LOW_SNR", "DEBRIS", "WRONG_SIZE", "LOW_PHOTONS");

    LocatedBead {
        rejections = List.copyOf(rejections);
        flags = List.copyOf(flags);
    }

    /** No doubt about the estimator. */
    static Position beyondDoubt() {
        return new Position(0, 0, 0);
    }

    /** The same bead without the voxels for pictures. */
    LocatedBead withoutCrop() {
        return new LocatedBead(um, u, model, rejections, flags, Optional.empty());
    }

    /** Whether its centre may be used. */
    boolean counts() {
        return rejections.isEmpty();
    }

    /** Whether it is a bead at all, if only a spoilt one: what noise and dust look like takes no part in pairing. */
    boolean isBead() {
        return rejections.stream().noneMatch(reason -> NO_BEADS.contains(reason.code()));
    }
}
