package org.fiducial.web.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicities;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.PublishedInstrument;

/**
 * What is public, kept until something is added to the record. What is hidden is not in the table of tokens at all, so that it
 * is answered like what was never there.
 */
public final class PublishedInstruments {

    private final Publicities record;
    private final Instruments instruments;
    private final Derived<Known> known;

    private record Known(
            Publication publication, List<PublishedInstrument> all, Map<String, PublishedInstrument> byToken) {}

    PublishedInstruments(Publicities record, Instruments instruments, Growth growth) {
        this.record = record;
        this.instruments = instruments;
        this.known = new Derived<>(growth, new Derived.Making<>() {
            @Override
            public Known all() {
                return read();
            }

            @Override
            public Known renewed(Known before, Set<UUID> touched) {
                // A word on what is public touches no instrument; there are so few that they are read again.
                return read();
            }
        });
    }

    private Known read() {
        Publication publication = new Publication(record.all());
        List<PublishedInstrument> all = instruments.all().stream()
                .flatMap(each -> publication.published(each).stream())
                .toList();
        return new Known(
                publication,
                all,
                all.stream().collect(Collectors.toUnmodifiableMap(PublishedInstrument::token, Function.identity())));
    }

    /** All that are published, by name; those out of service too. */
    public List<PublishedInstrument> all() {
        return known.value().all();
    }

    /** The published instrument of a token; what is hidden and what is not there are alike. */
    public Optional<PublishedInstrument> byToken(String token) {
        return Optional.ofNullable(known.value().byToken().get(token));
    }

    /** An instrument as strangers may know it. */
    public Optional<PublishedInstrument> of(Instrument instrument) {
        return known.value().publication().published(instrument);
    }

    /** What was said. */
    public Publication publication() {
        return known.value().publication();
    }

    /** Says what strangers may see. */
    public void add(Publicity publicity) {
        record.add(publicity);
    }
}
