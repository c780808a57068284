package org.fiducial.facility.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the past of one light path and one protocol says of how long it stays good.
 *
 * <p>A routine check speaks of the time since the last good one. Time begins with a good check and ends with a bad one, with work
 * and with another artefact; until the next good check nothing is known to have been good, so nothing can be seen to fail.
 * A check as found speaks of the time before the work it belongs to, though the work may have been entered up to {@value #DAYS_OF_WORK}
 * days earlier; one as left is a start. A bad check after a complaint dates a failure; a good one
 * changes nothing, because who complains chooses the moment: the next routine check speaks for all the time since the good
 * one before. Age counts from a start, or from the first good check behind a bad one, work or another artefact.
 *
 * @param observations oldest first
 * @param leftOut checks that say nothing of the interval: the first of a stretch, starts, good ones after complaints
 * @param newArtefact when another artefact came, if no check with it has been good yet
 */
public record History(List<Observation> observations, int leftOut, Optional<Instant> newArtefact) {

    /** A month: the mean of the calendar's 400 years. */
    public static final double DAYS_PER_MONTH = 30.436875;

    private static final int DAYS_OF_WORK = 7;

    private static final double MILLISECONDS_PER_MONTH = DAYS_PER_MONTH * 86_400_000;

    public History {
        observations = List.copyOf(observations);
    }

    /** What entries say, in whatever order they come; of entries of one moment work and artefacts come first. */
    public static History of(List<Entry> entries) {
        Walk walk = new Walk();
        entries.stream()
                .sorted(Comparator.comparing(Entry::at).thenComparing(entry -> entry instanceof Entry.Checked))
                .forEach(walk::meet);
        return new History(walk.observations, walk.leftOut, Optional.ofNullable(walk.newArtefact));
    }

    /** Months from one time to another, of 30.436875 days. */
    public static double months(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / MILLISECONDS_PER_MONTH;
    }

    /** The longest time after which a check found it good [months]; 0 without one. */
    public double longestGood() {
        return observations.stream()
                .filter(Observation::isGood)
                .mapToDouble(Observation::months)
                .max()
                .orElse(0);
    }

    /** The same with one more good check so many months after the last one. */
    public History andGood(double months) {
        List<Observation> more = new ArrayList<>(observations);
        more.add(Observation.good(months));
        return new History(more, leftOut, newArtefact);
    }

    /** The pasts of several light paths as one, as where a plan takes them in turn. */
    public static History together(List<History> histories) {
        return new History(
                histories.stream().flatMap(each -> each.observations().stream()).toList(),
                histories.stream().mapToInt(History::leftOut).sum(),
                histories.stream().flatMap(each -> each.newArtefact().stream()).max(Comparator.naturalOrder()));
    }

    /** Goes through entries in order. */
    private static final class Walk {

        private final List<Observation> observations = new ArrayList<>();
        private int leftOut;
        private @Nullable Known known;
        private @Nullable Known beforeWork;
        private @Nullable Instant worked;
        private @Nullable Instant newArtefact;

        /** Since when it is known to be good, and when it was last found so. */
        private record Known(Instant born, Instant good) {}

        void meet(Entry entry) {
            if (entry instanceof Entry.Checked check) {
                meet(check);
            } else if (entry instanceof Entry.Worked) {
                beforeWork = known != null ? known : beforeWork;
                worked = entry.at();
                known = null;
            } else {
                newArtefact = entry.at();
                known = null;
                beforeWork = null;
            }
        }

        private void meet(Entry.Checked check) {
            Known since = since(check);
            if (since != null && speaks(check, since)) {
                observations.add(observed(check, since));
            } else {
                leftOut++;
            }
            newArtefact = check.good() ? null : newArtefact;
            known = after(check);
            beforeWork = null;
        }

        /** What is known when a check is made; of one as found, before the work it belongs to. */
        private @Nullable Known since(Entry.Checked check) {
            boolean ofWork = check.occasion() == Occasion.AS_FOUND
                    && worked != null
                    && check.at().isBefore(worked.plus(Duration.ofDays(DAYS_OF_WORK)));
            return known == null && ofWork ? beforeWork : known;
        }

        private static boolean speaks(Entry.Checked check, Known since) {
            return check.at().isAfter(since.good())
                    && switch (check.occasion()) {
                        case ROUTINE, AS_FOUND -> true;
                        case COMPLAINT -> !check.good();
                        case START -> false;
                    };
        }

        private static Observation observed(Entry.Checked check, Known since) {
            Observation.Outcome bad =
                    check.occasion() == Occasion.COMPLAINT ? Observation.Outcome.REPORTED : Observation.Outcome.BAD;
            return new Observation(
                    months(since.born(), since.good()),
                    months(since.born(), check.at()),
                    check.good() ? Observation.Outcome.GOOD : bad);
        }

        private @Nullable Known after(Entry.Checked check) {
            if (!check.good() || check.occasion() == Occasion.AS_FOUND) {
                return null;
            }
            if (known == null || check.occasion() == Occasion.START) {
                return new Known(check.at(), check.at());
            }
            return check.occasion() == Occasion.ROUTINE ? new Known(known.born(), check.at()) : known;
        }
    }
}
