package org.fiducial.metrology.coregistration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.fiducial.metrology.bead.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Beads of two channels are recognised whatever lies between the channels. */
class FieldMatchingTest {

    private static final double FIELD_UM = 60;
    private static final double GATE_UM = 0.4;

    /**
     * 60 beads on 60 µm lie 4 µm apart in the median of their nearest neighbours; the shift is 7 µm. 20 % of either channel have
     * no partner, the magnification differs by 0.5 % (0.2 µm at the corners) and there is a rotation of 3 mrad.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void survivesAShiftBeyondTheSpacingWithLonelyBeadsAndAnotherMagnification(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Position> common = scattered(48, random);
        UnaryOperator<Position> move = at ->
                new Position(6 + 1.005 * at.x() - 0.003 * at.y(), -4 + 0.003 * at.x() + 1.005 * at.y(), at.z() + 0.5);
        List<Position> reference = new ArrayList<>(common);
        reference.addAll(scattered(12, random));
        List<Position> other = new ArrayList<>(scattered(12, random));
        common.forEach(at -> other.add(move.apply(at)));

        FieldMatching.Match match = new FieldMatching(reference, other, GATE_UM, FIELD_UM * FIELD_UM)
                .find()
                .orElseThrow();

        List<FieldMatching.Pair> expected = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            expected.add(new FieldMatching.Pair(i, 12 + i));
        }
        // By chance a lonely bead may stand where one of the common beads was: density times gate area, 0.8 % a bead.
        long right = match.pairs().stream().filter(expected::contains).count();
        assertThat(right).as("seed %d", seed).isGreaterThanOrEqualTo(46);
        assertThat(match.pairs().size() - right).as("seed %d", seed).isLessThanOrEqualTo(2);
        assertThat(match.transform().of(new Position(10, 20, 0)).x()).isCloseTo(6 + 10.05 - 0.06, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void findsNothingBetweenFieldsThatHaveNothingInCommon(long seed) {
        SplittableRandom random = new SplittableRandom(seed);

        Optional<FieldMatching.Match> match =
                new FieldMatching(scattered(20, random), scattered(20, random), GATE_UM, FIELD_UM * FIELD_UM).find();

        assertThat(match).as("seed %d", seed).isEmpty();
    }

    /** As many beads as a crowded field of a low magnification has; looked for pair by pair this would take minutes. */
    @Test
    void pairsAThousandBeads() {
        SplittableRandom random = new SplittableRandom(3);
        List<Position> reference = new ArrayList<>();
        while (reference.size() < 1500) {
            reference.add(at(600 * random.nextDouble(), 600 * random.nextDouble()));
        }
        List<Position> other = reference.stream()
                .map(p -> at(12 + 1.004 * p.x() + 0.002 * p.y(), 5 - 0.002 * p.x() + 1.004 * p.y()))
                .toList();

        FieldMatching.Match match =
                new FieldMatching(reference, other, GATE_UM, 360_000).find().orElseThrow();

        // Of 1,500 beads thrown at random 3 a hundred have another within the gate, which makes them ambiguous.
        assertThat(match.pairs()).hasSizeGreaterThan(1400).allMatch(pair -> pair.reference() == pair.other());
    }

    @Test
    void pairsASingleBeadWithASingleBead() {
        assertThat(pairs(List.of(at(20, 20)), List.of(at(20.6, 19.8)))).containsExactly(new FieldMatching.Pair(0, 0));
        assertThat(new FieldMatching(List.of(at(20, 20)), List.of(at(50, 50)), GATE_UM, 3600).find())
                .isEmpty();
        assertThat(new FieldMatching(List.of(), List.of(at(50, 50)), GATE_UM, 3600).find())
                .isEmpty();
    }

    @Test
    void pairsTwoBeadsAndARow() {
        assertThat(pairs(List.of(at(10, 10), at(30, 15)), List.of(at(10.3, 10.1), at(30.3, 15.1))))
                .hasSize(2);
        List<Position> row = List.of(at(5, 10), at(11, 10), at(18, 10), at(30, 10), at(47, 10));
        List<Position> moved = row.stream().map(p -> at(p.x() + 9, p.y() + 2)).toList();
        assertThat(pairs(row, moved)).hasSize(5);
    }

    @Test
    void pairsNeitherOfTwoBeadsThatClaimOnePlace() {
        List<Position> reference = List.of(at(10, 10), at(30, 15), at(20, 40), at(50, 50), at(12, 33));
        List<Position> other = new ArrayList<>(reference);
        other.add(at(20.2, 40.2));

        FieldMatching.Match match =
                new FieldMatching(reference, other, GATE_UM, 3600).find().orElseThrow();

        assertThat(match.ambiguous()).containsExactly(2, 5);
        assertThat(match.pairs()).hasSize(4).doesNotContain(new FieldMatching.Pair(2, 2));
    }

    private static List<FieldMatching.Pair> pairs(List<Position> reference, List<Position> other) {
        return new FieldMatching(reference, other, GATE_UM, 3600)
                .find()
                .map(FieldMatching.Match::pairs)
                .orElse(List.of());
    }

    private static Position at(double x, double y) {
        return new Position(x, y, 0);
    }

    private static List<Position> scattered(int count, SplittableRandom random) {
        List<Position> places = new ArrayList<>();
        while (places.size() < count) {
            Position next = at(FIELD_UM * random.nextDouble(), FIELD_UM * random.nextDouble());
            if (places.stream().noneMatch(p -> Math.hypot(p.x() - next.x(), p.y() - next.y()) < 1.5)) {
                places.add(next);
            }
        }
        return places;
    }
}
