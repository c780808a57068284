package org.fiducial.metrology.bead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BeadMatchingTest {

    @Test
    void findsPartnersUnderAShiftLargerThanTheirDistance() {
        SplittableRandom random = new SplittableRandom(4);
        List<Position> reference = new ArrayList<>();
        List<Position> other = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Position here = new Position(30 * random.nextDouble(), 30 * random.nextDouble(), random.nextDouble());
            reference.add(here);
            double jitter = 0.05 * random.nextDouble();
            other.add(new Position(here.x() + 3.1 + jitter, here.y() - 1.2 - jitter, here.z() + 0.3));
        }
        BeadMatching matching = BeadMatching.of(reference, other, 0.3);
        assertThat(matching.shift().x()).isCloseTo(3.125, within(0.02));
        assertThat(matching.shift().y()).isCloseTo(-1.225, within(0.02));
        assertThat(matching.shift().z()).isCloseTo(0.3, within(1e-9));
        for (int i = 0; i < 40; i++) {
            assertThat(matching.partners().get(i)).isEqualTo(OptionalInt.of(i));
        }
    }

    @Test
    void leavesABeadWithoutPartnerAlone() {
        List<Position> reference = List.of(new Position(1, 1, 0), new Position(5, 5, 0));
        List<Position> other = List.of(new Position(5.1, 5, 0), new Position(9, 1, 0));
        BeadMatching matching = BeadMatching.of(reference, other, 0.3);
        assertThat(matching.partners()).containsExactly(OptionalInt.of(1), OptionalInt.empty());
    }

    @Test
    void takesAChanceAgreementOfTwoBeadsForNoShift() {
        List<Position> reference = List.of(new Position(1, 1, 0), new Position(5, 5, 0), new Position(2, 9, 0));
        List<Position> other = List.of(new Position(21, 1, 0), new Position(25, 5, 0), new Position(40, 3, 0));

        assertThat(BeadMatching.of(reference, other, 0.3).partners()).containsOnly(OptionalInt.empty());
    }

    @Test
    void matchesNothingWithNothing() {
        assertThat(BeadMatching.of(List.of(), List.of(), 0.3).partners()).isEmpty();
        assertThat(BeadMatching.of(List.of(), List.of(new Position(1, 1, 1)), 0.3)
                        .partners())
                .containsExactly(OptionalInt.empty());
    }
}
