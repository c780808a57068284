package org.fiducial.facility.trend;

/**
 * A pattern that asks only in which zone each deviate lies. What it remembers is a number, so that a Markov chain of all its
 * memories gives its run lengths exactly ({@link RunLengthChain}).
 */
public sealed interface ZonePattern extends Pattern {

    /** What it remembers before the first deviate. */
    long NOTHING = 0;

    /** What it remembers after a deviate, given what it remembered before. */
    long after(long memory, double deviate);

    /** Whether the deviate that led to this memory completed the pattern. */
    boolean complete(long memory);

    /** The line between zones, in σ on both sides of the level; 0 for the level itself. */
    double line();

    @Override
    default Detector detector() {
        return new Detector() {
            private long memory = NOTHING;

            @Override
            public boolean completedBy(double deviate) {
                memory = after(memory, deviate);
                return complete(memory);
            }
        };
    }

    /** 1 above a line on the upper side, −1 below the one on the lower side, 0 between and on them. */
    private static int side(double deviate, double line) {
        if (deviate > line + ROUNDING) {
            return 1;
        }
        return deviate < -line - ROUNDING ? -1 : 0;
    }

    /** A point beyond a line. */
    record Beyond(double line) implements ZonePattern {

        @Override
        public long after(long memory, double deviate) {
            return Math.abs(side(deviate, line));
        }

        @Override
        public boolean complete(long memory) {
            return memory == 1;
        }
    }

    /** So many points in a row on the same side of the level; one on it ends the row. */
    record OneSide(int count) implements ZonePattern {

        @Override
        public double line() {
            return 0;
        }

        @Override
        public long after(long memory, double deviate) {
            int side = side(deviate, 0);
            long row = memory * side > 0 ? Math.abs(memory) + 1 : 1;
            return side * Math.min(row, count);
        }

        @Override
        public boolean complete(long memory) {
            return Math.abs(memory) == count;
        }
    }

    /**
     * Some of so many points in a row beyond a line on the same side, the last one among them.
     *
     * @param some how many
     * @param among of how many, at most 16
     * @param line in σ
     */
    record SomeBeyond(int some, int among, double line) implements ZonePattern {

        private static final int BITS = 16;
        private static final long LOW = (1L << BITS) - 1;
        private static final long COMPLETE = 1L << (2 * BITS);

        @Override
        public long after(long memory, double deviate) {
            int side = side(deviate, line);
            long kept = (1L << (among - 1)) - 1;
            long upper = ((memory & LOW) << 1) | (side > 0 ? 1 : 0);
            long lower = (((memory >> BITS) & LOW) << 1) | (side < 0 ? 1 : 0);
            boolean complete = (side > 0 && Long.bitCount(upper) >= some) || (side < 0 && Long.bitCount(lower) >= some);
            return (complete ? COMPLETE : 0) | ((lower & kept) << BITS) | (upper & kept);
        }

        @Override
        public boolean complete(long memory) {
            return (memory & COMPLETE) != 0;
        }
    }

    /** So many points in a row within a line or on it: values that are too good for the limits. */
    record Within(int count, double line) implements ZonePattern {

        @Override
        public long after(long memory, double deviate) {
            return side(deviate, line) == 0 ? Math.min(memory + 1, count) : 0;
        }

        @Override
        public boolean complete(long memory) {
            return memory == count;
        }
    }

    /**
     * So many points in a row beyond a line, some of them on each side: as many values of two mixed processes are. All on one
     * side is left to {@link OneSide} and {@link SomeBeyond}.
     */
    record BothSides(int count, double line) implements ZonePattern {

        private static final int BITS = 16;
        private static final long LOW = (1L << BITS) - 1;

        @Override
        public long after(long memory, double deviate) {
            int side = side(deviate, line);
            if (side == 0) {
                return NOTHING;
            }
            long row = memory >> (BITS + 1);
            long sameSide = (memory >> 1) & LOW;
            boolean lastAbove = (memory & 1) == 1;
            long stretch = row > 0 && lastAbove == (side > 0) ? Math.min(sameSide + 1, count) : 1;
            return (Math.min(row + 1, count) << (BITS + 1)) | (stretch << 1) | (side > 0 ? 1 : 0);
        }

        @Override
        public boolean complete(long memory) {
            return memory >> (BITS + 1) == count && ((memory >> 1) & LOW) < count;
        }
    }
}
