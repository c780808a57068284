package org.fiducial.metrology.power;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.fiducial.metrology.numeric.Numbers;
import org.fiducial.metrology.power.PowerLinearity.Visit;

/** Finds the stays at each set point by putting the readings of all series back into the order of their files. */
final class SetPointVisits {

    private final List<Visit> visits = new ArrayList<>();
    private double setPoint;
    private double sumMw;
    private int n;
    private boolean rising = true;

    private SetPointVisits() {}

    private static final class Cursor {
        private final SeriesResult series;
        private final Numbers powerMw;
        private int next;

        Cursor(SeriesResult series) {
            this.series = series;
            this.powerMw = series.judged().powerMw();
        }

        int source() {
            return series.judged().series().source();
        }

        double line() {
            return series.judged().series().fileLine().get(series.judged().place(next));
        }

        boolean ended() {
            return next >= powerMw.size();
        }
    }

    static List<Visit> of(List<SeriesResult> series) {
        PriorityQueue<Cursor> cursors =
                new PriorityQueue<>(Comparator.comparingInt(Cursor::source).thenComparingDouble(Cursor::line));
        series.forEach(each -> cursors.add(new Cursor(each)));
        SetPointVisits found = new SetPointVisits();
        while (!cursors.isEmpty()) {
            Cursor cursor = cursors.remove();
            found.add(cursor.series.key().setPoint().orElseThrow(), cursor.powerMw.get(cursor.next));
            cursor.next++;
            if (!cursor.ended()) {
                cursors.add(cursor);
            }
        }
        found.close();
        return found.directed();
    }

    private void add(double set, double powerMw) {
        if (n > 0 && set != setPoint) {
            boolean up = set > setPoint;
            close();
            rising = up;
        }
        setPoint = set;
        sumMw += powerMw;
        n++;
    }

    private void close() {
        visits.add(new Visit(setPoint, sumMw / n, n, rising));
        sumMw = 0;
        n = 0;
    }

    /** The first visit has no direction of its own and takes the second's. */
    private List<Visit> directed() {
        if (visits.size() > 1) {
            Visit first = visits.get(0);
            visits.set(
                    0,
                    new Visit(
                            first.setPoint(),
                            first.meanMw(),
                            first.n(),
                            visits.get(1).rising()));
        }
        return List.copyOf(visits);
    }
}
