package org.fiducial.facility.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.fiducial.facility.trend.LevelChange.Changed;
import org.junit.jupiter.api.Test;

/** Breaks of level. */
class LevelChangeTest {

    private static final Instant START = Instant.parse("1871-07-01T00:00:00Z");

    /** Annual flow of the Nile at Aswan, 1871 to 1970 [10⁸ m³]; Cobb, Biometrika 65:243 (1978), doi:10.1093/biomet/65.2.243. */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    private static Instant day(int i) {
        return START.plus(Duration.ofDays(i));
    }

    private static Segment segment(double... values) {
        return new Segment(
                0,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Point(day(i), values[i]))
                        .toList(),
                java.util.Optional.empty());
    }

    private static double[] normal(SplittableRandom random, int n) {
        return IntStream.range(0, n).mapToDouble(i -> random.nextGaussian()).toArray();
    }

    @Test
    void theNileFellBehindTheTwentyEighthYear() {
        Changed changed = (Changed) LevelChange.in(segment(NILE), List.of());

        assertThat(changed.split().behind()).isEqualTo(28);
        assertThat(changed.split().before()).isEqualTo(1097.75, within(1e-9));
        assertThat(changed.split().after()).isEqualTo(849.9722, within(0.51e-4));
        LevelChange.Splits splits = LevelChange.Splits.of(NILE);
        assertThat(splits.rest(28)).isEqualTo(1_597_457, within(0.51));
        // Sup-F 75.93 with 98 degrees of freedom below.
        double f = 98 * (2_835_156.75 - splits.rest(28)) / splits.rest(28);
        assertThat(f).isEqualTo(75.93, within(0.0051));
        assertThat(changed.probability()).isLessThan(1e-10);
        // Posterior of the split behind 28, 27, 26, 29: 0.764, 0.121, 0.057, 0.044; 95 % hold 26 to 29 (NumPy).
        assertThat(changed.when()).isEqualTo(new LevelChange.When(day(25), day(29)));
        assertThat(changed.near()).isEmpty();
    }

    @Test
    void theNearestMarkIsNamed() {
        double[] values = IntStream.range(0, 20)
                .mapToDouble(i -> (i < 10 ? 0 : 9) + i % 3)
                .toArray();
        Mark fault = new Mark(day(3), Mark.Kind.NOTE, "fault");
        Mark moved = new Mark(day(12), Mark.Kind.NOTE, "moved");

        Changed changed = (Changed) LevelChange.in(segment(values), List.of(fault, moved));

        assertThat(changed.split().behind()).isEqualTo(10);
        assertThat(changed.when()).isEqualTo(new LevelChange.When(day(9), day(10)));
        assertThat(changed.near()).contains(new LevelChange.NearMark(moved, Duration.ofDays(2)));
        Mark within = new Mark(day(9).plusSeconds(60), Mark.Kind.NOTE, "within");
        assertThat(((Changed) LevelChange.in(segment(values), List.of(fault, within, moved))).near())
                .contains(new LevelChange.NearMark(within, Duration.ZERO));
        assertThat(((Changed) LevelChange.in(segment(values), List.of(fault))).near())
                .contains(new LevelChange.NearMark(fault, Duration.ofDays(6)));
    }

    /** One in a hundred at most; binomial scatter over 4000 is 0.16 %. */
    @Test
    void seldomFindsABreakWhereThereIsNone() {
        SplittableRandom random = new SplittableRandom(64);
        int found = 0;
        for (int run = 0; run < 4000; run++) {
            found += LevelChange.in(segment(normal(random, 12)), List.of()) instanceof LevelChange.Unchanged ? 0 : 1;
        }

        assertThat(found / 4000.0).as("seed 64").isBetween(0.002, 0.0165);
    }

    /** Power 0.667 and coverage 0.97 by NumPy; scatter of 2000 runs 1.1 % and 0.5 %. */
    @Test
    void findsMostBreaksOfTwoSigmaAndWhen() {
        SplittableRandom random = new SplittableRandom(65);
        int found = 0;
        int held = 0;
        for (int run = 0; run < 2000; run++) {
            double[] values = normal(random, 20);
            for (int i = 10; i < 20; i++) {
                values[i] += 2;
            }
            if (LevelChange.in(segment(values), List.of()) instanceof Changed changed) {
                found++;
                boolean holds = !changed.when().after().isAfter(day(9))
                        && !changed.when().until().isBefore(day(10));
                held += holds ? 1 : 0;
            }
        }

        assertThat(found / 2000.0).as("seed 65").isEqualTo(0.667, within(0.045));
        assertThat(held / (double) found).as("seed 65").isGreaterThan(0.95);
    }

    @Test
    void aSlopeIsNotABreak() {
        double[] rising =
                IntStream.range(0, 24).mapToDouble(i -> i + 0.5 * (i % 2)).toArray();

        assertThat(LevelChange.in(segment(rising), List.of())).isInstanceOf(LevelChange.Gradual.class);
    }

    @Test
    void oneOddValueAtAnEndIsNotABreak() {
        double[] values = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 90};

        assertThat(LevelChange.in(segment(values), List.of())).isInstanceOf(LevelChange.Unchanged.class);
    }

    @Test
    void fewPointsAndConstantsHaveNoBreak() {
        assertThat(LevelChange.in(segment(new double[11]), List.of())).isEqualTo(new LevelChange.TooFewPoints(11));
        assertThat(LevelChange.in(segment(new double[12]), List.of())).isEqualTo(new LevelChange.Unchanged(1));
        double[] exact = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2};
        assertThat(((Changed) LevelChange.in(segment(exact), List.of())).split().behind())
                .isEqualTo(6);
    }
}
