package org.fiducial.facility.trend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The values of one metric of one covered component or light path over time, all of one unit, those that count.
 *
 * @param points oldest first
 * @param marks what is known to have happened beside them, in any order
 */
public record Series(List<Point> points, List<Mark> marks) {

    public Series {
        points = List.copyOf(points);
        marks = marks.stream().sorted(Comparator.comparing(Mark::at)).toList();
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).at().isBefore(points.get(i - 1).at())) {
                throw new IllegalArgumentException("the points of a series come oldest first, but point " + (i + 1)
                        + " of " + points.get(i).at() + " is older than the one before it");
            }
        }
    }

    /**
     * The stretches between marks that split, oldest first; none is empty. Nothing is reckoned across their borders: no
     * moving range, no run, no average.
     */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        Optional<Mark> opening = Optional.empty();
        int from = 0;
        for (Mark mark : marks) {
            if (!mark.kind().splits()) {
                continue;
            }
            int to = firstAtOrAfter(mark.at());
            if (to > from) {
                segments.add(segment(opening, from, to));
                from = to;
            }
            opening = Optional.of(mark);
        }
        if (from < points.size()) {
            segments.add(segment(opening, from, points.size()));
        }
        return List.copyOf(segments);
    }

    private Segment segment(Optional<Mark> opening, int from, int to) {
        return new Segment(from, points.subList(from, to), opening);
    }

    private int firstAtOrAfter(Instant at) {
        int index = 0;
        while (index < points.size() && points.get(index).at().isBefore(at)) {
            index++;
        }
        return index;
    }
}
