package org.fiducial.facility.kit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The record of the things measured with. */
public interface Kit {

    /**
     * Adds a meter, with a certificate where there is one.
     *
     * @param by the name of who adds it, empty where nobody says
     * @throws org.fiducial.facility.instrument.DuplicateSlugException if a meter of this slug exists
     */
    void add(Meter meter, Optional<MeterCertificate> certificate, String by);

    /**
     * Adds a certificate to a meter; earlier ones stay.
     *
     * @param by the name of who adds it, empty where nobody says
     * @throws org.fiducial.metrology.protocol.UnusableInputException if it is of another device, or is in the record
     */
    void add(MeterCertificate certificate, String by);

    /** Every meter, by slug. */
    List<Meter> meters();

    /** The meter of a slug. */
    Optional<Meter> meter(String slug);

    /** The certificates of a meter, newest first. */
    List<MeterCertificate> certificates(UUID meterId);

    /**
     * The certificate that speaks for a meter on a day: the newest issued by then, expired or not; of two of one date the
     * one entered later.
     */
    default Optional<MeterCertificate> speakingFor(UUID meterId, LocalDate day) {
        return certificates(meterId).stream()
                .filter(each -> !day.isBefore(each.calibration().certificate().date()))
                .max(Comparator.comparing((MeterCertificate each) ->
                                each.calibration().certificate().date())
                        .thenComparing(MeterCertificate::enteredAt));
    }

    /**
     * Adds an artefact.
     *
     * @param by the name of who adds it, empty where nobody says
     * @throws org.fiducial.facility.instrument.DuplicateSlugException if a meter or an artefact of this slug exists
     * @throws org.fiducial.metrology.protocol.UnusableInputException if the one it succeeds is not known
     */
    void add(Artefact artefact, String by);

    /** Every artefact, by slug. */
    List<Artefact> artefacts();

    /** The artefacts whose place no other has taken. */
    default List<Artefact> artefactsInUse() {
        List<Artefact> all = artefacts();
        Set<String> succeeded =
                all.stream().flatMap(each -> each.succeeds().stream()).collect(Collectors.toSet());
        return all.stream().filter(each -> !succeeded.contains(each.slug())).toList();
    }

    /** What took the place of an artefact: the one that says it succeeds it. */
    default Optional<Artefact> successor(Artefact replaced) {
        return artefacts().stream()
                .filter(each -> each.succeeds().filter(replaced.slug()::equals).isPresent())
                .findFirst();
    }

    /** The artefact of a slug. */
    default Optional<Artefact> artefact(String slug) {
        return artefacts().stream().filter(each -> each.slug().equals(slug)).findFirst();
    }

    /**
     * Adds the word that a meter or an artefact was wrong.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if nothing of this slug is known, or an error in per
     *     cent is said of something that is no meter
     */
    void add(Recall recall);

    /**
     * Withdraws a recall.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if it is not known or withdrawn already
     */
    void withdraw(Recall.Withdrawal withdrawal);

    /** Every recall, those withdrawn too, newest first. */
    List<Recall> recalls();
}
