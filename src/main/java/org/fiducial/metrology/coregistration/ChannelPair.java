package org.fiducial.metrology.coregistration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fiducial.metrology.bead.Position;

/**
 * What two channels have in common.
 *
 * @param reference channel the other is held against, counted from 1
 * @param channel the other, counted from 1
 * @param beads seen and counting in both
 */
record ChannelPair(int reference, int channel, List<SharedBead> beads) {

    ChannelPair {
        beads = List.copyOf(beads);
    }

    /** A bead that counts in both channels. */
    record SharedBead(NumberedBead reference, NumberedBead other) {

        private static final Position NOTHING = new Position(0, 0, 0);

        /** Other minus reference [µm]. */
        Position shiftUm() {
            Position a = reference.bead().um();
            Position b = other.bead().um();
            return new Position(b.x() - a.x(), b.y() - a.y(), b.z() - a.z());
        }

        /** Photon-noise standard uncertainty of the shift [µm], 0 where no fit gave one. */
        Position u() {
            Position a = reference.bead().u().orElse(NOTHING);
            Position b = other.bead().u().orElse(NOTHING);
            return new Position(Math.hypot(a.x(), b.x()), Math.hypot(a.y(), b.y()), Math.hypot(a.z(), b.z()));
        }

        /** Standard uncertainty of the shift by the choice of the estimators [µm]. */
        Position model() {
            Position a = reference.bead().model();
            Position b = other.bead().model();
            return new Position(Math.hypot(a.x(), b.x()), Math.hypot(a.y(), b.y()), Math.hypot(a.z(), b.z()));
        }

        /** Whether both fits gave an uncertainty. */
        boolean hasU() {
            return reference.bead().u().isPresent() && other.bead().u().isPresent();
        }
    }

    /** The pair of two channels. */
    static ChannelPair of(int reference, int channel, List<NumberedBead> all) {
        Map<Integer, NumberedBead> inReference = new HashMap<>();
        all.stream()
                .filter(bead -> bead.channel() == reference && bead.counts())
                .forEach(bead -> inReference.put(bead.number(), bead));
        List<SharedBead> shared = all.stream()
                .filter(bead -> bead.channel() == channel && bead.counts() && inReference.containsKey(bead.number()))
                .map(bead -> new SharedBead(Objects.requireNonNull(inReference.get(bead.number())), bead))
                .toList();
        return new ChannelPair(reference, channel, shared);
    }
}
