package org.fiducial.web.records;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.Level;
import org.fiducial.facility.status.Validity;

/**
 * An instrument as it stands now.
 *
 * @param instrument the instrument
 * @param state its state
 * @param level the worst of it
 * @param evidence checks its state can rest on, among them the newest of each light path and protocol, newest first
 * @param due what its plans ask for
 * @param span for how long all this holds while nothing is added to the record
 */
public record InstrumentNow(
        Instrument instrument,
        InstrumentState state,
        Level level,
        List<CheckSummary> evidence,
        List<Due> due,
        Span span) {

    public InstrumentNow {
        evidence = List.copyOf(evidence);
        due = List.copyOf(due);
    }

    /** From a time on, and before another. */
    record Span(Instant from, Instant before) {

        boolean holds(Instant at) {
            return !at.isBefore(from) && at.isBefore(before);
        }

        /**
         * The time after which a state may be another one although nothing was added: a good check ends to hold, or a check,
         * an event or a change of what it is made of is dated in the future.
         */
        static Span of(Known known, Stream<Instant> moves, Validity validity, Instant now) {
            Stream<Instant> turns = Stream.of(
                            known.checks().stream().map(CheckSummary::measuredAt),
                            known.checks().stream().map(validity::holdsUntil),
                            known.events().stream().map(each -> each.event().at()),
                            known.events().stream().flatMap(each -> each.end().stream()),
                            moves)
                    .flatMap(each -> each)
                    .flatMap(turn -> Stream.of(turn, turn.plusNanos(1)));
            return new Span(
                    now,
                    turns.filter(turn -> turn.isAfter(now))
                            .min(Instant::compareTo)
                            .orElse(Instant.MAX));
        }
    }
}
