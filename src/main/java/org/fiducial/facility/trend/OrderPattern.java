package org.fiducial.facility.trend;

/** A pattern that asks how deviates lie to the one before; equal ones end it. */
public sealed interface OrderPattern extends Pattern {

    /** How many points it takes. */
    int count();

    /** How many steps belong to the pattern after one more, given how many did before and the last two steps. */
    int steps(int before, double lastStep, double step);

    @Override
    default Detector detector() {
        return new Detector() {
            private boolean begun;
            private double last;
            private double lastStep;
            private int steps;

            @Override
            public boolean completedBy(double deviate) {
                double step = begun ? deviate - last : 0;
                steps = Math.abs(step) > ROUNDING ? steps(steps, lastStep, step) : 0;
                begun = true;
                last = deviate;
                lastStep = step;
                return steps >= count() - 1;
            }
        };
    }

    /** So many points in a row, each above the one before, or each below it. */
    record Steady(int count) implements OrderPattern {

        @Override
        public int steps(int before, double lastStep, double step) {
            return before > 0 && lastStep * step > 0 ? before + 1 : 1;
        }
    }

    /** So many points in a row, up and down by turns. */
    record Alternating(int count) implements OrderPattern {

        @Override
        public int steps(int before, double lastStep, double step) {
            return before > 0 && lastStep * step < 0 ? before + 1 : 1;
        }
    }
}
