package org.fiducial.facility.publication;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.publication.Publicity.Subject;
import org.fiducial.facility.publication.Publicity.Terms;

/** What is public, from all that was said of it. Nothing is until somebody says so; also what is out of service may be. */
public final class Publication {

    private final Map<Subject, List<Publicity>> said = new HashMap<>();

    /**
     * What follows from words.
     *
     * @param said in the order they were entered
     */
    public Publication(List<Publicity> said) {
        for (Publicity each : said) {
            this.said
                    .computeIfAbsent(each.subject(), unused -> new ArrayList<>())
                    .add(each);
        }
    }

    /** Every word on a subject, newest first. */
    public List<Publicity> history(Subject subject) {
        List<Publicity> words = new ArrayList<>(said.getOrDefault(subject, List.of()));
        Collections.reverse(words);
        return List.copyOf(words);
    }

    /** What was said last of a subject itself. */
    public Optional<Terms> own(Subject subject) {
        return history(subject).stream().findFirst().map(Publicity::terms);
    }

    /** What a facility says of all its instruments. */
    public Terms ofFacility(Instrument instrument) {
        return own(new Subject(instrument.facilityId(), Optional.empty())).orElseGet(Terms::hidden);
    }

    /** What holds of an instrument: its own word, else that of its facility. */
    public Terms of(Instrument instrument) {
        Terms all = ofFacility(instrument);
        return own(subject(instrument))
                .filter(own -> own.standing() != Standing.AS_FACILITY)
                .map(own -> own.contact().isEmpty() ? new Terms(own.standing(), own.fields(), all.contact()) : own)
                .orElse(all);
    }

    /** The instrument as strangers may know it; empty where they may not. */
    public Optional<PublishedInstrument> published(Instrument instrument) {
        return Optional.of(of(instrument)).filter(Terms::isPublished).map(terms -> shown(instrument, terms));
    }

    /** The instrument as strangers would know it if it were published as it stands. */
    public PublishedInstrument preview(Instrument instrument) {
        return shown(instrument, of(instrument));
    }

    private static PublishedInstrument shown(Instrument instrument, Terms terms) {
        return new PublishedInstrument(
                instrument,
                InstrumentToken.of(instrument),
                terms.fields(),
                terms.fields().contains(Field.CONTACT) ? terms.contact() : "");
    }

    /** An instrument as a subject. */
    public static Subject subject(Instrument instrument) {
        return new Subject(instrument.facilityId(), Optional.of(instrument.id()));
    }
}
