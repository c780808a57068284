package org.fiducial.facility.kit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The record of the things measured with. */
public interface Kit {

    /**
     * Adds a meter, with a certificate where there is one.
     *
     * @throws org.fiducial.facility.instrument.DuplicateSlugException if a meter of this slug exists
     */
    void add(Meter meter, Optional<MeterCertificate> certificate);

    /**
     * Adds a certificate to a meter; earlier ones stay.
     *
     * @throws org.fiducial.metrology.protocol.UnusableInputException if it is of another device, or is in the record
     */
    void add(MeterCertificate certificate);

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
}
