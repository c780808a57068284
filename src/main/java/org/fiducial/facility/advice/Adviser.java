package org.fiducial.facility.advice;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Answers how often to check. What is believed of the rate of failures ({@link RatePosterior}), before own checks are looked
 * at by sister instruments or, without them, by the plan alone ({@link GammaRate}), gives the interval its {@link Aim} makes
 * of it, with a range. Where the planned interval lies outside this range another is advised: the rung of the ladder the
 * median is nearest to. A metric that drifts to its limit sooner shortens it whatever failures say ({@link Drifting}).
 *
 * <p>Guarantees: another good check never makes the advised interval shorter, a bad one in place of a good one never longer;
 * an interval longer than the planned one is at most {@value #STRETCH} times the longest time after which a check of its own
 * was good; times that are all so many times as long give an interval so many times as long, on a ladder so many times as
 * long; without a check of its own failures say nothing. Assumption: failures come at a constant rate and stay until they
 * are found; {@link WearOut} says where ages speak against it.
 *
 * @param ladder the intervals that may be advised
 * @param tail the probability left out on either side of the range, in (0, 0.5]
 */
public record Adviser(Ladder ladder, double tail) {

    /** The rule that cost least on simulated fleets. */
    public static final Adviser USUAL = new Adviser(Ladder.USUAL, 0.1);

    /** How many times what was observed is advised at most: twice, and a tenth because months differ and checks come early. */
    public static final double STRETCH = 2.2;

    /** A range from a third of an interval to three times as long still tells that the interval is right. */
    private static final double WIDEST = 9;

    /** Checks to come that are reckoned with at most. */
    private static final int MOST_MORE = 1000;

    public Adviser {
        if (!(tail > 0 && tail <= 0.5)) {
            throw new IllegalArgumentException("what is left out of a range is above 0 and at most 0.5, was " + tail);
        }
    }

    /** The advice. */
    public Advice advise(Question question) {
        return obstacle(question)
                .<Advice>map(each -> each)
                .orElseGet(() -> advice(question, found(question, question.own())));
    }

    /** The interval of the advice alone, without why; none where nothing can be said. */
    public OptionalDouble interval(Question question) {
        if (obstacle(question).isPresent()) {
            return OptionalDouble.empty();
        }
        Found found = found(question, question.own());
        return found.move() == Move.UNKNOWN ? OptionalDouble.empty() : OptionalDouble.of(found.to());
    }

    private static Optional<Advice.None> obstacle(Question question) {
        Optional<Instant> newArtefact = question.own().newArtefact();
        if (newArtefact.isPresent()) {
            return newArtefact.map(since -> new Advice.None(Advice.Obstacle.NEW_ARTEFACT, since));
        }
        return question.drift()
                .filter(Drifting::isBeyond)
                .map(beyond -> new Advice.None(Advice.Obstacle.BEYOND_LIMIT, beyond.newest()));
    }

    /** Where an interval is found to be. */
    private enum Move {
        LONGER,
        RIGHT,
        SHORTER_BY_FAILURES,
        SHORTER_BY_DRIFT,
        UNKNOWN
    }

    /** What is found: the move, the interval and what is believed. */
    private record Found(Move move, double to, Why.Estimate estimate) {}

    private Advice advice(Question question, Found found) {
        Why why = new Why(question, found.estimate());
        return switch (found.move()) {
            case LONGER -> new Advice.Extend(found.to(), why);
            case RIGHT -> new Advice.Keep(why);
            case SHORTER_BY_FAILURES -> new Advice.Shorten(found.to(), Advice.Cause.FAILURES, why);
            case SHORTER_BY_DRIFT -> new Advice.Shorten(found.to(), Advice.Cause.DRIFT, why);
            case UNKNOWN -> new Advice.TooFew(more(question), why);
        };
    }

    private Found found(Question question, History own) {
        Why.Estimate estimate = estimate(question, own);
        double planned = question.planned();
        OptionalDouble drift = question.drift().map(Drifting::months).orElse(OptionalDouble.empty());
        double byDrift = drift.isPresent() ? ladder.down(drift.getAsDouble()) : Double.POSITIVE_INFINITY;
        double failures = ladder.nearest(estimate.interval());
        boolean tooLong = estimate.range().high() < planned && failures < planned;
        if (byDrift < planned && !(tooLong && failures < byDrift)) {
            return new Found(Move.SHORTER_BY_DRIFT, byDrift, estimate);
        }
        if (own.observations().isEmpty()) {
            return new Found(Move.UNKNOWN, planned, estimate);
        }
        if (tooLong) {
            return new Found(Move.SHORTER_BY_FAILURES, failures, estimate);
        }
        double longer = Math.min(Math.min(failures, ladder.down(STRETCH * own.longestGood())), byDrift);
        boolean tooShort = estimate.range().low() > planned;
        if (tooShort && longer > planned) {
            return new Found(Move.LONGER, longer, estimate);
        }
        boolean known = estimate.range().high() <= WIDEST * estimate.range().low();
        return new Found(tooShort || known ? Move.RIGHT : Move.UNKNOWN, planned, estimate);
    }

    private Why.Estimate estimate(Question question, History own) {
        Aim aim = question.aim();
        RatePosterior belief = question.sisters()
                .rate()
                .orElseGet(() -> GammaRate.ofPlan(question.planned(), aim))
                .behind(own.observations());
        double rate = belief.quantile(0.5);
        return new Why.Estimate(
                rate,
                aim.interval(rate),
                new Range(aim.interval(belief.quantile(1 - tail)), aim.interval(belief.quantile(tail))));
    }

    /** How many more good checks at the planned interval would let something be said. */
    private int more(Question question) {
        History own = question.own();
        for (int more = 1; more < MOST_MORE; more++) {
            own = own.andGood(question.planned());
            if (found(question, own).move() != Move.UNKNOWN) {
                return more;
            }
        }
        return MOST_MORE;
    }
}
