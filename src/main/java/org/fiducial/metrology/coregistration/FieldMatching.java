package org.fiducial.metrology.coregistration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fiducial.metrology.bead.Position;
import org.fiducial.metrology.numeric.RobustStatistics;

/**
 * Which beads of one channel are those of another, whatever the shift and for magnifications that differ by up to 3 %.
 *
 * <p>Each bead with its nearest neighbours is a constellation. Wherever two constellations of the two channels agree, they
 * propose a transformation; it is grown over the field by taking mutual nearest neighbours under it and fitting shift,
 * similarity and affine transformation in turn. The proposal with the most pairs wins (of several, the closest). It counts
 * if so many pairs are no chance: expected false proposals, n·m·P(Binomial(k − 1, ρπg²) ≥ pairs − 1) with the density ρ of
 * beads and the gate g, below 1 %; or if it is hardly a shift at all, against the distance of the beads, and pairs half of
 * them. Works where nearest neighbours find nothing because the shift exceeds the distance of the beads.
 */
final class FieldMatching {

    /** Difference of scale or angle that constellations may have. */
    private static final double TOLERANCE = 0.03;

    private static final int NEIGHBOURS = 10;
    private static final int OTHER_NEIGHBOURS = 16;

    /** Constellations of the reference looked at, and proposals grown. */
    private static final int MOST_PIVOTS = 60;

    private static final int MOST_PROPOSALS = 30;
    private static final int ROUNDS = 12;
    private static final double FALSE_PROPOSALS = 0.01;

    /** How far a bead that is alone in both channels may move [gates]. */
    private static final double ALONE_GATES = 10;

    private final List<Position> reference;
    private final List<Position> other;
    private final PlaceIndex ofOther;
    private final double gateUm;
    private final double areaUm2;

    /**
     * Two channels.
     *
     * @param reference places [µm], of which only x and y matter
     * @param other places [µm]
     * @param gateUm how far a bead may lie from its place under the transformation found
     * @param areaUm2 area of the field
     */
    FieldMatching(List<Position> reference, List<Position> other, double gateUm, double areaUm2) {
        this.reference = List.copyOf(reference);
        this.other = List.copyOf(other);
        this.ofOther = new PlaceIndex(other);
        this.gateUm = gateUm;
        this.areaUm2 = areaUm2;
    }

    /**
     * A transformation of the reference to the other channel with its pairs.
     *
     * @param transform of the reference to the other channel
     * @param pairs which are the same bead
     * @param ambiguous indices of beads of the other channel of which two claim one place
     */
    record Match(PlaneTransform transform, List<Pair> pairs, List<Integer> ambiguous) {
        Match {
            pairs = List.copyOf(pairs);
            ambiguous = List.copyOf(ambiguous);
        }
    }

    /** Indices of the same bead in the reference and in the other channel. */
    record Pair(int reference, int other) {}

    /** The match, if the channels have beads in common. */
    Optional<Match> find() {
        if (reference.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Optional<Match> best = proposals().stream()
                .map(this::grown)
                .max(Comparator.comparingInt((Match match) -> match.pairs().size())
                        .thenComparingDouble(match -> -meanShift(match)));
        return best.filter(match -> !match.pairs().isEmpty())
                .filter(match -> isNoChance(match) || isNear(match))
                .map(this::withoutAmbiguous);
    }

    /** Pairs whose constellations agree the most, as first pairs of a match. */
    private List<List<Pair>> proposals() {
        int stride = Math.max(1, reference.size() / MOST_PIVOTS);
        List<int[]> near = IntStream.range(0, other.size())
                .mapToObj(j -> PlaceIndex.neighbours(other, j, OTHER_NEIGHBOURS))
                .toList();
        List<List<Pair>> proposals = new ArrayList<>();
        for (int i = 0; i < reference.size(); i += stride) {
            int[] neighbours = PlaceIndex.neighbours(reference, i, NEIGHBOURS);
            for (int j = 0; j < other.size(); j++) {
                proposals.add(agreeing(i, neighbours, j, near.get(j)));
            }
        }
        return proposals.stream()
                .sorted(Comparator.comparingInt((List<Pair> pairs) -> -pairs.size())
                        .thenComparingDouble(this::distance))
                .limit(MOST_PROPOSALS)
                .toList();
    }

    private double distance(List<Pair> pairs) {
        return lateral(
                reference.get(pairs.get(0).reference()), other.get(pairs.get(0).other()));
    }

    /** The pair of the pivots with those of their neighbours that lie alike. */
    private List<Pair> agreeing(int i, int[] neighbours, int j, int[] candidates) {
        List<Pair> pairs = new ArrayList<>(List.of(new Pair(i, j)));
        for (int k : neighbours) {
            double x = reference.get(k).x() - reference.get(i).x();
            double y = reference.get(k).y() - reference.get(i).y();
            double nearest = gateUm + TOLERANCE * Math.hypot(x, y);
            int mate = -1;
            for (int candidate : candidates) {
                double away = Math.hypot(
                        other.get(candidate).x() - other.get(j).x() - x,
                        other.get(candidate).y() - other.get(j).y() - y);
                if (away <= nearest) {
                    nearest = away;
                    mate = candidate;
                }
            }
            if (mate >= 0) {
                pairs.add(new Pair(k, mate));
            }
        }
        return pairs;
    }

    /** From a few neighbouring pairs over the field, until the pairs stay. */
    private Match grown(List<Pair> seed) {
        PlaneTransform transform = transform(seed);
        List<Pair> pairs = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            List<Pair> next = mutual(transform);
            if (next.isEmpty() || next.equals(pairs)) {
                return new Match(transform, next, List.of());
            }
            pairs = next;
            transform = transform(pairs);
        }
        return new Match(transform, pairs, List.of());
    }

    private PlaneTransform transform(List<Pair> pairs) {
        return PlaneTransform.between(
                pairs.stream().map(pair -> reference.get(pair.reference())).toList(),
                pairs.stream().map(pair -> other.get(pair.other())).toList());
    }

    private List<Pair> mutual(PlaneTransform transform) {
        List<Position> moved = reference.stream().map(transform::of).toList();
        PlaceIndex ofMoved = new PlaceIndex(moved);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            int mate = ofOther.nearest(moved.get(i), gateUm);
            if (mate >= 0 && ofMoved.nearest(other.get(mate), gateUm) == i) {
                pairs.add(new Pair(i, mate));
            }
        }
        return pairs;
    }

    private static double lateral(Position a, Position b) {
        return Math.hypot(a.x() - b.x(), a.y() - b.y());
    }

    private double meanShift(Match match) {
        return match.pairs().stream()
                .mapToDouble(pair -> lateral(reference.get(pair.reference()), other.get(pair.other())))
                .average()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private boolean isNoChance(Match match) {
        int most = Math.min(reference.size(), other.size());
        double density = Math.max(reference.size(), other.size()) / areaUm2;
        double hit = Math.min(0.99, density * Math.PI * gateUm * gateUm);
        double chance = atLeast(match.pairs().size() - 1, most - 1, hit);
        return (double) reference.size() * other.size() * chance < FALSE_PROPOSALS;
    }

    /** P(Binomial(n, p) ≥ k). */
    private static double atLeast(int k, int n, double p) {
        double term = Math.pow(1 - p, n);
        double below = 0;
        for (int i = 0; i < k; i++) {
            below += term;
            term *= (n - i) / (i + 1.0) * p / (1 - p);
        }
        return Math.max(0, 1 - below);
    }

    /** Whether the shift is small against the distance of the beads and half of them find a partner. */
    private boolean isNear(Match match) {
        boolean alone = reference.size() == 1 && other.size() == 1;
        double limit =
                alone ? ALONE_GATES * gateUm : Math.max(gateUm, 0.5 * Math.min(spacing(reference), spacing(other)));
        return meanShift(match) <= limit && 2 * match.pairs().size() >= Math.min(reference.size(), other.size());
    }

    private static double spacing(List<Position> places) {
        double[] nearest = IntStream.range(0, places.size())
                .mapToDouble(i -> places.size() < 2
                        ? Double.POSITIVE_INFINITY
                        : lateral(places.get(i), places.get(PlaceIndex.neighbours(places, i, 1)[0])))
                .toArray();
        return RobustStatistics.median(nearest);
    }

    /** Where two beads of the other channel lie within the gate of one place, neither is paired. */
    private Match withoutAmbiguous(Match match) {
        List<Pair> clear = new ArrayList<>();
        List<Integer> ambiguous = new ArrayList<>();
        for (Pair pair : match.pairs()) {
            Position place = match.transform().of(reference.get(pair.reference()));
            int[] claims = ofOther.within(place, gateUm);
            if (claims.length > 1) {
                IntStream.of(claims).forEach(ambiguous::add);
            } else {
                clear.add(pair);
            }
        }
        return new Match(
                match.transform(), clear, ambiguous.stream().distinct().sorted().toList());
    }
}
