package org.fiducial.demo;

import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.publication.Publication;
import org.fiducial.facility.publication.Publicities;
import org.fiducial.facility.publication.Publicity;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.facility.publication.Publicity.Standing;
import org.fiducial.facility.publication.Publicity.Subject;
import org.fiducial.facility.publication.Publicity.Terms;

/** What the demonstration facility shows everybody: most of its instruments, and nothing of people, rooms and serials. */
final class DemoPublicity {

    private static final LocalTime NOON = LocalTime.NOON;
    private static final String ROBIN = "Robin";
    private static final String CONTACT = "imaging@demonstration.example";
    /** The one instrument that is nobody's business. */
    private static final String HIDDEN = "teaching";

    private final Publicities publicities;
    private final Instruments instruments;
    private final Days days;

    DemoPublicity(Publicities publicities, Instruments instruments, Days days) {
        this.publicities = publicities;
        this.instruments = instruments;
        this.days = days;
    }

    /** Says it once. */
    void make(Facility home, int daysBeforeEnd) {
        if (!publicities.all().isEmpty()) {
            return;
        }
        Supplier<UUID> ids = days.ids(days.clock(daysBeforeEnd, NOON));
        publicities.add(new Publicity(
                ids.get(),
                new Subject(home.id(), Optional.empty()),
                new Terms(Standing.PUBLISHED, Field.USUAL, CONTACT),
                new Entry(ROBIN, days.at(daysBeforeEnd, NOON), "agreed with the users")));
        instruments.all().stream()
                .filter(each -> each.slug().startsWith(HIDDEN))
                .forEach(each -> publicities.add(new Publicity(
                        ids.get(),
                        Publication.subject(each),
                        new Terms(Standing.HIDDEN, Set.of(), ""),
                        new Entry(ROBIN, days.at(daysBeforeEnd, NOON), "only for courses"))));
    }
}
