package org.fiducial.facility.advice;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** How often to check: what the past of a plan and of its sisters can tell, and no more. Nothing changes by itself. */
public sealed interface Advice {

    /** What it rests on; none where something else comes first. */
    Optional<Why> basis();

    /** The interval that is advised [months]; none where nothing can be said. */
    OptionalDouble interval();

    /**
     * Seldomer checks are enough.
     *
     * @param to the interval [months]
     * @param why what it rests on
     */
    record Extend(double to, Why why) implements Advice {
        @Override
        public Optional<Why> basis() {
            return Optional.of(why);
        }

        @Override
        public OptionalDouble interval() {
            return OptionalDouble.of(to);
        }
    }

    /**
     * The interval is right.
     *
     * @param why what it rests on
     */
    record Keep(Why why) implements Advice {
        @Override
        public Optional<Why> basis() {
            return Optional.of(why);
        }

        @Override
        public OptionalDouble interval() {
            return OptionalDouble.of(why.planned());
        }
    }

    /**
     * Checks are needed more often.
     *
     * @param to the interval [months]
     * @param cause what asks for it
     * @param why what it rests on
     */
    record Shorten(double to, Cause cause, Why why) implements Advice {
        @Override
        public Optional<Why> basis() {
            return Optional.of(why);
        }

        @Override
        public OptionalDouble interval() {
            return OptionalDouble.of(to);
        }
    }

    /**
     * There is not enough to go by.
     *
     * @param more how many more checks at the planned interval would be, if all are good
     * @param why what there is
     */
    record TooFew(int more, Why why) implements Advice {
        @Override
        public Optional<Why> basis() {
            return Optional.of(why);
        }

        @Override
        public OptionalDouble interval() {
            return OptionalDouble.empty();
        }
    }

    /**
     * Something else comes first.
     *
     * @param obstacle what
     * @param since when
     */
    record None(Obstacle obstacle, Instant since) implements Advice {
        @Override
        public Optional<Why> basis() {
            return Optional.empty();
        }

        @Override
        public OptionalDouble interval() {
            return OptionalDouble.empty();
        }
    }

    /** What asks for more checks. */
    enum Cause {
        /** Failures at checks. */
        FAILURES,
        /** A metric that drifts to its limit. */
        DRIFT
    }

    /** Why nothing can be said of intervals. */
    enum Obstacle {
        /** Another artefact came and no check with it has been good yet: what differs may be its doing. */
        NEW_ARTEFACT,
        /** A metric has drifted beyond its limit: it is to be put right first. */
        BEYOND_LIMIT
    }
}
