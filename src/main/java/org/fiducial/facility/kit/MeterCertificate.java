package org.fiducial.facility.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * A calibration of a meter as it was entered; a later one stands beside it and never replaces it.
 *
 * @param enteredAt when it came into the record
 */
public record MeterCertificate(UUID id, UUID meterId, Instant enteredAt, MeterCalibration calibration) {

    /**
     * A certificate as a person enters it.
     *
     * @throws UnusableInputException if it is dated in the future, wherever on Earth it was issued
     */
    public static MeterCertificate entered(UUID id, UUID meterId, Instant now, MeterCalibration calibration) {
        LocalDate date = calibration.certificate().date();
        if (date.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1))) {
            throw new UnusableInputException("Certificate '"
                    + calibration.certificate().number() + "' is dated " + date
                    + ", which lies in the future; correct its date, or check this computer's clock.");
        }
        return new MeterCertificate(id, meterId, now, calibration);
    }

    /** How a certificate stands on a day. */
    public enum Standing {
        /** Not yet issued on that day. */
        NOT_YET,
        /** In force for more than the days of warning. */
        IN_FORCE,
        /** In force, and expires within the days of warning. */
        EXPIRES_SOON,
        /** Past its due date. */
        EXPIRED
    }

    /** Days before the due date from which a certificate is said to expire soon. */
    public static final int WARNING_DAYS = 60;

    /** How this certificate stands on a day; one without due date never expires. */
    public Standing standing(LocalDate day) {
        MeterCalibration.Certificate certificate = calibration.certificate();
        if (day.isBefore(certificate.date())) {
            return Standing.NOT_YET;
        }
        if (!certificate.holdsOn(day)) {
            return Standing.EXPIRED;
        }
        return certificate.holdsOn(day.plusDays(WARNING_DAYS)) ? Standing.IN_FORCE : Standing.EXPIRES_SOON;
    }
}
