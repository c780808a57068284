package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which beads of one channel are those of another, in spite of a shift between the channels.
 *
 * <p>The common shift is the one under which the most beads find a partner within the gate (of several, the shortest), then
 * the mean over these partners; none where fewer than three beads and half of them agree on one. Partners are mutual nearest neighbours within the gate after that shift. Works where the
 * shift exceeds the distance of the beads, which nearest neighbours alone do not; rotation and magnification must stay
 * within the gate.
 *
 * @param shift mean of (other − reference) over the partners [µm]
 * @param partners for each position of the other channel the index of its partner in the reference, if it has one
 */
public record BeadMatching(Position shift, List<OptionalInt> partners) {

    /** Displacements looked at for each bead: to its nearest so many beads of the other channel. */
    private static final int NEAREST = 12;
    /** So many beads are enough to find the shift. */
    private static final int VOTERS = 200;

    public BeadMatching {
        partners = List.copyOf(partners);
    }

    /**
     * Matches two channels.
     *
     * @param reference positions [µm]
     * @param other positions [µm]
     * @param gateUm how far partners may lie from each other laterally after the shift, about one FWHM; axially four times
     */
    public static BeadMatching of(List<Position> reference, List<Position> other, double gateUm) {
        Position coarse = mostVoted(reference, other, gateUm);
        List<OptionalInt> partners = partners(reference, other, coarse, gateUm);
        Position fine = mean(reference, other, partners);
        List<OptionalInt> better = partners(reference, other, fine, gateUm);
        return new BeadMatching(mean(reference, other, better), better);
    }

    private static Position mostVoted(List<Position> reference, List<Position> other, double gateUm) {
        Position best = new Position(0, 0, 0);
        // A few beads agree with some shift by chance, so one that less than half agree with is none.
        int voters = Math.min(other.size(), VOTERS);
        long byChance = Math.max(2, Math.min(reference.size(), voters) / 2);
        long most = Math.max(votes(reference, other, best, gateUm), byChance);
        for (Position shift : candidates(reference, other)) {
            long votes = votes(reference, other, shift, gateUm);
            boolean shorter = Math.hypot(shift.x(), shift.y()) < Math.hypot(best.x(), best.y());
            if (votes > most || (votes == most && shorter)) {
                most = votes;
                best = shift;
            }
        }
        return best;
    }

    private static List<Position> candidates(List<Position> reference, List<Position> other) {
        List<Position> shifts = new ArrayList<>();
        int stride = Math.max(1, other.size() / 24);
        for (int i = 0; i < other.size(); i += stride) {
            Position from = other.get(i);
            reference.stream()
                    .map(to -> new Position(from.x() - to.x(), from.y() - to.y(), from.z() - to.z()))
                    .sorted((a, b) -> Double.compare(Math.hypot(a.x(), a.y()), Math.hypot(b.x(), b.y())))
                    .limit(NEAREST)
                    .forEach(shifts::add);
        }
        return shifts;
    }

    private static long votes(List<Position> reference, List<Position> other, Position shift, double gateUm) {
        int stride = Math.max(1, other.size() / VOTERS);
        long votes = 0;
        for (int i = 0; i < other.size(); i += stride) {
            Position moved = moved(other.get(i), shift);
            votes += reference.stream().anyMatch(to -> near(moved, to, gateUm)) ? 1 : 0;
        }
        return votes;
    }

    private static List<OptionalInt> partners(
            List<Position> reference, List<Position> other, Position shift, double gateUm) {
        List<Position> back =
                other.stream().map(position -> moved(position, shift)).toList();
        List<OptionalInt> partners = new ArrayList<>();
        for (int i = 0; i < back.size(); i++) {
            int mate = nearest(back.get(i), reference);
            boolean mutual = mate >= 0
                    && near(back.get(i), reference.get(mate), gateUm)
                    && nearest(reference.get(mate), back) == i;
            partners.add(mutual ? OptionalInt.of(mate) : OptionalInt.empty());
        }
        return partners;
    }

    private static Position mean(List<Position> reference, List<Position> other, List<OptionalInt> partners) {
        double x = 0;
        double y = 0;
        double z = 0;
        int n = 0;
        for (int i = 0; i < partners.size(); i++) {
            if (partners.get(i).isPresent()) {
                Position to = reference.get(partners.get(i).getAsInt());
                x += other.get(i).x() - to.x();
                y += other.get(i).y() - to.y();
                z += other.get(i).z() - to.z();
                n++;
            }
        }
        return n == 0 ? new Position(0, 0, 0) : new Position(x / n, y / n, z / n);
    }

    private static Position moved(Position position, Position shift) {
        return new Position(position.x() - shift.x(), position.y() - shift.y(), position.z() - shift.z());
    }

    private static boolean near(Position a, Position b, double gateUm) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y()) <= gateUm && Math.abs(a.z() - b.z()) <= 4 * gateUm;
    }

    private static int nearest(Position from, List<Position> others) {
        int best = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < others.size(); i++) {
            double distance = Math.hypot(
                    from.x() - others.get(i).x(), from.y() - others.get(i).y());
            if (distance < shortest) {
                shortest = distance;
                best = i;
            }
        }
        return best;
    }
}
