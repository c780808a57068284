package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of the kit. */
abstract class KitContract extends EventContract {

    @Test
    void keepsEveryCertificateOfAMeterAndLetsTheNewestIssuedSpeak() {
        Meter meter = record.addMeter(store);
        MeterCertificate next = record.certificate(meter, "C-2", LocalDate.of(2027, 1, 10));
        store.kit().add(next);
        store.close();
        store = record.open();

        Kit kit = store.kit();
        assertThat(kit.meters()).containsExactly(meter);
        assertThat(kit.certificates(meter.id())).hasSize(2).startsWith(next);
        assertThat(kit.speakingFor(meter.id(), LocalDate.of(2026, 1, 14))).isEmpty();
        assertThat(kit.speakingFor(meter.id(), LocalDate.of(2026, 12, 1))
                        .orElseThrow()
                        .standing(LocalDate.of(2026, 12, 1)))
                .isEqualTo(MeterCertificate.Standing.EXPIRES_SOON);
        assertThat(kit.speakingFor(meter.id(), LocalDate.of(2028, 6, 1))).contains(next);
        assertThat(next.standing(LocalDate.of(2028, 6, 1))).isEqualTo(MeterCertificate.Standing.EXPIRED);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void refusesACertificateOfAnotherDeviceAndOneItHasAlready() {
        Meter meter = record.addMeter(store);
        MeterCertificate same = record.certificate(meter, "C-1", LocalDate.of(2026, 1, 15));
        Meter other = new Meter(
                record.ids().get(), record.home().id(), "pm-2", new MeterCalibration.Meter("Console", "P2", ""));
        store.kit().add(other, Optional.empty());
        MeterCertificate foreign =
                new MeterCertificate(record.ids().get(), other.id(), SampleRecord.NOW, same.calibration());

        assertThatThrownBy(() -> store.kit().add(same))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> store.kit().add(foreign))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("P0012345")
                .hasMessageContaining("pm-2");
        assertThatThrownBy(() -> store.kit()
                        .add(
                                new Meter(record.ids().get(), record.home().id(), "pm-2", other.device()),
                                Optional.empty()))
                .isInstanceOf(DuplicateSlugException.class);
        assertThat(store.kit().certificates(other.id())).isEmpty();
    }
}
