package org.fiducial.metrology.simulation;

/** Finds the brightest point of a table: the coarse grid first, then ever smaller steps along the axes. */
final class PeakSearch {

    private static final double FINEST_UM = 1e-7;

    private PeakSearch() {}

    static Position brightest(PolarTable table) {
        PolarTable.Shape shape = table.shape();
        Position best = new Position(0, 0, 0);
        double highest = 0;
        int radii = shape.angles() == 1 ? 1 : shape.radii() / 4;
        for (int k = 0; k < shape.heights(); k++) {
            for (int i = 0; i < radii; i++) {
                for (int j = 0; j < shape.angles(); j++) {
                    double rUm = i * shape.stepRUm();
                    Position here = new Position(
                            rUm * Math.cos(shape.angle(j)), rUm * Math.sin(shape.angle(j)), shape.heightUm(k));
                    double value = at(table, here);
                    // A margin keeps rounding from choosing between two equal foci.
                    if (value > highest * (1 + 1e-6)) {
                        highest = value;
                        best = here;
                    }
                }
            }
        }
        return refined(table, best, shape);
    }

    private static Position refined(PolarTable table, Position start, PolarTable.Shape shape) {
        Position best = start;
        boolean round = shape.angles() == 1;
        for (double stepUm = shape.stepRUm(); stepUm > FINEST_UM; stepUm *= 0.5) {
            Position before;
            do {
                before = best;
                best = better(table, best, best.plus(0, 0, stepUm), best.plus(0, 0, -stepUm));
                if (!round) {
                    best = better(table, best, best.plus(stepUm, 0, 0), best.plus(-stepUm, 0, 0));
                    best = better(table, best, best.plus(0, stepUm, 0), best.plus(0, -stepUm, 0));
                }
            } while (!before.equals(best));
        }
        return best;
    }

    private static Position better(PolarTable table, Position here, Position ahead, Position behind) {
        Position best = here;
        if (at(table, ahead) > at(table, best)) {
            best = ahead;
        }
        return at(table, behind) > at(table, best) ? behind : best;
    }

    private static double at(PolarTable table, Position position) {
        return table.at(position.xUm(), position.yUm(), position.zUm());
    }
}
