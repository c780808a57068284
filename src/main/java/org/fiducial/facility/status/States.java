package org.fiducial.facility.status;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.service.Events;

/**
 * Answers for the state of instruments from the record.
 *
 * @param instruments the light paths
 * @param checks the checks
 * @param events what happened
 * @param validity how long checks hold and what they speak for
 * @param doubts what recalls of the kit mean for checks
 */
public record States(
        Instruments instruments, Checks checks, Events events, Validity validity, Supplier<Doubts> doubts) {

    /** The state of an instrument at a time, as it is known today. */
    public InstrumentState of(Instrument instrument, Instant at) {
        return InstrumentState.of(known(instrument, at), at, validity);
    }

    /** What the state of an instrument at a time rests on: the light paths of that time, and what is known today. */
    public Known known(Instrument instrument, Instant at) {
        Doubts cast = doubts.get();
        List<Configuration> paths = instruments.configurations(instrument.id(), at);
        SpeakingChecks speaking = SpeakingChecks.find(
                checks, paths, cast.doubtful(instrument.id()), passed -> checks.evidence(instrument.id(), at, passed));
        return new Known(paths, speaking.checks(), events.ofInstrument(instrument.id()), cast, speaking.lines());
    }
}
