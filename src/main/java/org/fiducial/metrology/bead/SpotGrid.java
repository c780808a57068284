package org.fiducial.metrology.bead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Spots in square cells, to find those near a place quickly. */
final class SpotGrid {

    private final double cellPx;
    private final Map<Long, List<Spot>> cells = new HashMap<>();

    SpotGrid(double cellPx) {
        this.cellPx = cellPx;
    }

    void add(Spot spot) {
        cells.computeIfAbsent(key(cell(spot.x()), cell(spot.y())), unused -> new ArrayList<>())
                .add(spot);
    }

    /** The spots within a distance that is at most the side of a cell, in the order they were added per cell. */
    List<Spot> near(Spot spot, double distancePx) {
        List<Spot> found = new ArrayList<>();
        for (int row = cell(spot.y()) - 1; row <= cell(spot.y()) + 1; row++) {
            for (int column = cell(spot.x()) - 1; column <= cell(spot.x()) + 1; column++) {
                for (Spot other : cells.getOrDefault(key(column, row), List.of())) {
                    if (spot.distance(other) <= distancePx) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }

    private int cell(int at) {
        return (int) Math.floor(at / cellPx);
    }

    private static long key(int column, int row) {
        return ((long) row << 32) | (column & 0xffffffffL);
    }
}
