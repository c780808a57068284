package org.fiducial.facility.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.fiducial.facility.trend.ToleranceBand;
import org.junit.jupiter.api.Test;

/** How often to check, and when nothing can be said. */
class AdviserTest {

    private static final int RUNS = 300;

    private static Question question(double planned, List<Observation> own, Sisters sisters) {
        return new Question(planned, Aim.USUAL, Examples.past(own), sisters, Optional.empty());
    }

    private static Advice advise(double planned, List<Observation> own, Sisters sisters) {
        return Adviser.USUAL.advise(question(planned, own, sisters));
    }

    private static Sisters randomSisters(RandomGenerator random) {
        List<List<Observation>> each = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            each.add(Examples.random(random));
        }
        return Sisters.of(each);
    }

    /** The microscopes of others, planned every six months. */
    @Test
    void shortensWhereTooManyFail() {
        Advice advice = advise(6, Examples.microscopes(), Sisters.none());

        Advice.Shorten shorten = (Advice.Shorten) advice;
        assertThat(shorten.to()).isEqualTo(2);
        assertThat(shorten.cause()).isEqualTo(Advice.Cause.FAILURES);
        assertThat(shorten.why().own()).isEqualTo(new Counts(1, 84, 15, 0));
        assertThat(shorten.why().own().good()).isEqualTo(69);
        // Integrated by SciPy, with the plan's belief Gamma(1, 6 ln 2/−ln 0.9): 2.27439, 1.67041 to 3.20511.
        assertThat(shorten.why().estimate().interval()).isEqualTo(2.274390, within(2e-5));
        assertThat(shorten.why().estimate().range().low()).isEqualTo(1.670414, within(2e-5));
        assertThat(shorten.why().estimate().range().high()).isEqualTo(3.205109, within(3e-5));
    }

    @Test
    void keepsWhatIsRight() {
        assertThat(advise(2, Examples.microscopes(), Sisters.none())).isInstanceOf(Advice.Keep.class);
    }

    @Test
    void extendsToLittleMoreThanTwiceWhatWasObserved() {
        Advice.Extend extend =
                (Advice.Extend) advise(1, Collections.nCopies(60, Observation.good(1.6)), Sisters.none());

        assertThat(extend.why().estimate().interval()).isGreaterThan(6);
        assertThat(extend.to()).isEqualTo(3);
    }

    @Test
    void saysHowManyChecksAreMissing() {
        Advice.TooFew few = (Advice.TooFew) advise(3, List.of(Observation.good(3)), Sisters.none());

        List<Observation> enough = new ArrayList<>(Collections.nCopies(few.more(), Observation.good(3)));
        assertThat(advise(3, enough, Sisters.none())).isInstanceOf(Advice.TooFew.class);
        enough.add(Observation.good(3));
        assertThat(advise(3, enough, Sisters.none()).interval()).isPresent();
        assertThat(few.interval()).isEmpty();
    }

    /** A month of Gamma(1, b) and n good checks of 3: ln 10/(b + 3n) falls below −ln 0.9/3 at n = 16, with b = 3 ln 2/−ln 0.9. */
    @Test
    void theNumberOfMissingChecksIsThatOfTheFormula() {
        double b = 3 * Math.log(2) / -Math.log(0.9);
        int n = (int) Math.ceil((3 * Math.log(10) / -Math.log(0.9) - b) / 3);

        assertThat(n).isEqualTo(16);
        assertThat(((Advice.TooFew) advise(3, List.of(Observation.good(3)), Sisters.none())).more())
                .isEqualTo(n - 1);
    }

    @Test
    void sistersLetSomethingBeSaidSooner() {
        Sisters good = Sisters.of(Collections.nCopies(20, Collections.nCopies(12, Observation.good(3))));
        Sisters bad = Sisters.of(Collections.nCopies(20, Examples.microscopes()));

        assertThat(advise(3, List.of(Observation.good(3)), good)).isInstanceOf(Advice.Extend.class);
        Advice.Shorten shorten = (Advice.Shorten) advise(6, List.of(Observation.good(6)), bad);
        assertThat(shorten.to()).isEqualTo(2);
        assertThat(shorten.why().sisters()).isEqualTo(new Counts(20, 1680, 300, 0));
    }

    @Test
    void saysNothingWithoutACheckOfItsOwn() {
        Sisters bad = Sisters.of(Collections.nCopies(20, Examples.microscopes()));

        assertThat(advise(6, List.of(), bad)).isInstanceOf(Advice.TooFew.class);
    }

    @Test
    void aDriftToALimitShortens() {
        Drifting power = Drifting.of(DriftingTest.power(), ToleranceBand.atLeast(94));
        List<Observation> good = Collections.nCopies(30, Observation.good(12));
        Question drifting = new Question(12, Aim.USUAL, Examples.past(good), Sisters.none(), Optional.of(power));

        Advice.Shorten shorten = (Advice.Shorten) Adviser.USUAL.advise(drifting);

        // The bound meets 94 at 12.2 months, 2.2 behind the last check.
        assertThat(power.months().orElseThrow()).isBetween(2.0, 3.0);
        assertThat(shorten.cause()).isEqualTo(Advice.Cause.DRIFT);
        assertThat(shorten.to()).isEqualTo(2);
    }

    @Test
    void whatIsBeyondItsLimitIsPutRightFirst() {
        Drifting power = Drifting.of(DriftingTest.power(), ToleranceBand.atLeast(96));
        Question beyond =
                new Question(3, Aim.USUAL, Examples.past(Examples.microscopes()), Sisters.none(), Optional.of(power));

        assertThat(Adviser.USUAL.advise(beyond))
                .isEqualTo(new Advice.None(Advice.Obstacle.BEYOND_LIMIT, power.newest()));
        assertThat(Adviser.USUAL.interval(beyond)).isEmpty();
    }

    /** Whatever else is on record. */
    @Test
    void anotherArtefactGivesNoAdvice() {
        SplittableRandom random = new SplittableRandom(71);
        Instant since = Instant.parse("2026-03-01T00:00:00Z");
        for (int run = 0; run < RUNS; run++) {
            History past = new History(Examples.random(random), 0, Optional.of(since));
            Question question = new Question(3, Aim.USUAL, past, randomSisters(random), Optional.empty());

            assertThat(Adviser.USUAL.advise(question))
                    .as("seed 71, run %d", run)
                    .isEqualTo(new Advice.None(Advice.Obstacle.NEW_ARTEFACT, since));
        }
    }

    @Test
    void anotherGoodCheckNeverShortens() {
        SplittableRandom random = new SplittableRandom(72);
        for (int run = 0; run < RUNS; run++) {
            List<Observation> own = Examples.random(random);
            Sisters sisters = randomSisters(random);
            double planned = Math.pow(12, random.nextDouble());
            List<Observation> more = new ArrayList<>(own);
            more.add(Observation.good(12 * random.nextDouble() + 0.1));

            assertNotLonger(advise(planned, own, sisters), advise(planned, more, sisters), "seed 72, run " + run);
        }
    }

    @Test
    void aFailureInsteadOfAGoodCheckNeverLengthens() {
        SplittableRandom random = new SplittableRandom(73);
        for (int run = 0; run < RUNS; run++) {
            List<Observation> own = new ArrayList<>(Examples.random(random));
            Sisters sisters = randomSisters(random);
            double planned = Math.pow(12, random.nextDouble());
            double months = 12 * random.nextDouble() + 0.1;
            own.add(Observation.good(months));
            Advice before = advise(planned, own, sisters);
            own.set(own.size() - 1, run % 2 == 0 ? Observation.bad(months) : Observation.reported(months));

            assertNotLonger(advise(planned, own, sisters), before, "seed 73, run " + run);
        }
    }

    private static void assertNotLonger(Advice shorter, Advice longer, String run) {
        if (shorter.interval().isPresent() && longer.interval().isPresent()) {
            assertThat(shorter.interval().getAsDouble())
                    .as(run)
                    .isLessThanOrEqualTo(longer.interval().getAsDouble());
        }
        // And what is believed moves that way too, to the digits of the quadrature.
        shorter.basis().ifPresent(few -> longer.basis()
                .ifPresent(many -> assertThat(few.estimate().interval())
                        .as(run)
                        .isLessThanOrEqualTo(many.estimate().interval() * 1.0001)));
    }

    @Test
    void timesThatAreAllLongerMakeTheIntervalLonger() {
        SplittableRandom random = new SplittableRandom(74);
        for (int run = 0; run < RUNS; run++) {
            List<Observation> own = Examples.random(random);
            List<Observation> sister = Examples.random(random);
            double planned = Math.pow(12, random.nextDouble());
            double factor = 0.01 + 100 * random.nextDouble();
            Adviser stretched = new Adviser(Ladder.USUAL.times(factor), Adviser.USUAL.tail());

            OptionalDouble interval =
                    advise(planned, own, Sisters.of(List.of(sister))).interval();
            OptionalDouble longer = stretched
                    .advise(question(factor * planned, times(own, factor), Sisters.of(List.of(times(sister, factor)))))
                    .interval();

            assertThat(longer.isPresent()).as("seed 74, run %d", run).isEqualTo(interval.isPresent());
            if (interval.isPresent()) {
                assertThat(longer.getAsDouble() / factor)
                        .as("seed 74, run %d", run)
                        .isEqualTo(interval.getAsDouble(), within(1e-9 * interval.getAsDouble()));
            }
        }
    }

    private static List<Observation> times(List<Observation> observations, double factor) {
        return observations.stream()
                .map(each -> new Observation(factor * each.from(), factor * each.to(), each.outcome()))
                .toList();
    }

    @Test
    void aLongerIntervalIsAtMostLittleMoreThanTwiceTheLongestThatWasGood() {
        SplittableRandom random = new SplittableRandom(75);
        int extended = 0;
        for (int run = 0; run < 3 * RUNS; run++) {
            List<Observation> own = Examples.random(random);
            if (advise(0.5, own, randomSisters(random)) instanceof Advice.Extend extend) {
                extended++;
                assertThat(extend.to())
                        .as("seed 75, run %d", run)
                        .isGreaterThan(0.5)
                        .isLessThanOrEqualTo(
                                Adviser.STRETCH * Examples.past(own).longestGood() * (1 + 1e-9));
            }
        }
        assertThat(extended).as("seed 75").isGreaterThan(100);
    }

    @Test
    void theIntervalAloneIsThatOfTheAdvice() {
        SplittableRandom random = new SplittableRandom(76);
        for (int run = 0; run < RUNS; run++) {
            Question question = question(3, Examples.random(random), randomSisters(random));

            assertThat(Adviser.USUAL.interval(question))
                    .as("seed 76, run %d", run)
                    .isEqualTo(Adviser.USUAL.advise(question).interval());
        }
    }

    @Test
    void whyTellsWhatIntervalsCost() {
        Why why = advise(2, Examples.microscopes(), Sisters.none()).basis().orElseThrow();

        assertThat(why.now()).isEqualTo(new Exposure(2, why.estimate().perMonth()));
        assertThat(why.at(6).stillGood()).isLessThan(why.now().stillGood());
        assertThat(why.wearOut().orElseThrow().isSeen()).isFalse();
        assertThat(why.estimate().range().low()).isLessThan(why.estimate().interval());
    }

    @Test
    void aLadderRoundsToItsRungs() {
        assertThat(Ladder.USUAL.down(5.9)).isEqualTo(3);
        assertThat(Ladder.USUAL.down(0.1)).isEqualTo(Ladder.USUAL.rungs().get(0));
        assertThat(Ladder.USUAL.down(6 - 1e-12)).isEqualTo(6);
        assertThat(Ladder.USUAL.nearest(2.1)).isEqualTo(2);
        assertThat(Ladder.USUAL.nearest(2.46)).isEqualTo(3);
        assertThat(Ladder.USUAL.nearest(2.44)).isEqualTo(2);
        assertThat(Ladder.USUAL.nearest(100)).isEqualTo(12);
        assertThatThrownBy(() -> Ladder.of(2, 1)).hasMessageContaining("rise");
        assertThatThrownBy(() -> Ladder.of()).hasMessageContaining("has a rung");
        assertThatThrownBy(() -> new Adviser(Ladder.USUAL, 0.6)).hasMessageContaining("at most 0.5");
        assertThatThrownBy(() -> question(0, List.of(), Sisters.none())).hasMessageContaining("above 0 months");
    }
}
