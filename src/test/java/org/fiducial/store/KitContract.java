package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.check.KitReach;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.facility.kit.Recall;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.protocol.Value;
import org.junit.jupiter.api.Test;

/** What a record promises of the kit. */
abstract class KitContract extends RegistryContract {

    private SampleKit kit() {
        return new SampleKit(record, store);
    }

    @Test
    void keepsEveryCertificateOfAMeterAndLetsTheNewestIssuedSpeak() {
        Meter meter = kit().addMeter();
        MeterCertificate next = kit().certificate(meter, "C-2", LocalDate.of(2027, 1, 10));
        store.kit().add(next, "");
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
        Meter meter = kit().addMeter();
        MeterCertificate same = kit().certificate(meter, "C-1", LocalDate.of(2026, 1, 15));
        Meter other = new Meter(
                record.ids().get(), record.home().id(), "pm-2", new MeterCalibration.Meter("Console", "P2", ""));
        store.kit().add(other, Optional.empty(), "");
        MeterCertificate foreign =
                new MeterCertificate(record.ids().get(), other.id(), SampleRecord.NOW, same.calibration());

        assertThatThrownBy(() -> store.kit().add(same, ""))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> store.kit().add(foreign, ""))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("P0012345")
                .hasMessageContaining("pm-2");
        assertThatThrownBy(() -> store.kit()
                        .add(
                                new Meter(record.ids().get(), record.home().id(), "pm-2", other.device()),
                                Optional.empty(),
                                ""))
                .isInstanceOf(DuplicateSlugException.class);
        assertThat(store.kit().certificates(other.id())).isEmpty();
    }

    @Test
    void keepsArtefactsWithTheirLotsAndWhatTheySucceed() {
        Artefact old = kit().artefact("ps-1", Optional.empty());
        Artefact next = kit().artefact("ps-2", Optional.of("ps-1"));
        store.kit().add(old, "");
        store.kit().add(next, "");
        store.close();
        store = record.open();

        assertThat(store.kit().artefacts()).containsExactly(old, next);
        assertThat(store.kit().artefact("ps-2")).contains(next);
        assertThat(store.kit().artefactsInUse()).containsExactly(next);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void aNameIsOfOneThingOfTheKitAndNothingSucceedsWhatIsNotThere() {
        kit().addMeter();
        store.kit().add(kit().artefact("ps-1", Optional.empty()), "");

        assertThatThrownBy(() -> store.kit().add(kit().artefact("pm-1", Optional.empty()), ""))
                .isInstanceOf(DuplicateSlugException.class)
                .hasMessageContaining("a meter 'pm-1'");
        assertThatThrownBy(() -> store.kit()
                        .add(
                                new Meter(
                                        record.ids().get(),
                                        record.home().id(),
                                        "ps-1",
                                        new MeterCalibration.Meter("Console", "P9", "")),
                                Optional.empty(),
                                ""))
                .isInstanceOf(DuplicateSlugException.class)
                .hasMessageContaining("an artefact 'ps-1'");
        assertThatThrownBy(() -> store.kit().add(kit().artefact("ps-3", Optional.of("ps-0")), ""))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("no artefact 'ps-0'");
        assertThat(store.kit().artefacts()).hasSize(1);
    }

    @Test
    void aRecallReachesWhatWasMeasuredWithItInThatTimeUntilItIsWithdrawn() throws IOException {
        store.kit().add(kit().artefact("ps-1", Optional.empty()), "");
        Parameter named = new Parameter(ParameterName.of("artefact"), new Value.Text("ps-1"), Origin.REGISTRY);
        Parameter other = new Parameter(ParameterName.of("artefact"), new Value.Text("ps-2"), Origin.REGISTRY);
        Parameter note = new Parameter(ParameterName.of("immersion-note"), new Value.Text("ps-1"), Origin.GIVEN);
        kit().appendMeasuredWith(SampleRecord.NOW.minus(Duration.ofDays(31)), named);
        Check reached = kit().appendMeasuredWith(SampleRecord.NOW.minus(Duration.ofDays(3)), named);
        kit().appendMeasuredWith(SampleRecord.NOW.minus(Duration.ofDays(2)), other);
        kit().appendMeasuredWith(SampleRecord.NOW.minus(Duration.ofDays(1)), note);
        Recall recall = kit().recall("ps-1", OptionalDouble.empty());
        store.kit().add(recall);
        store.close();
        store = record.open();

        Doubts doubts = Doubts.of(store.kit(), store.checks());
        assertThat(store.kit().recalls()).containsExactly(recall);
        assertThat(doubts.all()).extracting(each -> each.use().check().id()).containsExactly(reached.id());
        assertThat(doubts.casting(reached.id())).isPresent();
        assertThat(doubts.people()).containsExactly("Ada Müller");
        assertThat(doubts.all().get(0).use().judged()).isNotEmpty();
        assertThat(doubts.by(recall)).isEqualTo(doubts.all());
        assertThat(store.checks().reach("ps-1", recall.period()))
                .satisfies(reach ->
                        assertThat(reach.checks()).extracting(KitReach.One::id).containsExactly(reached.id()))
                .extracting(KitReach::people)
                .isEqualTo(List.of("Ada Müller"));
        assertThat(Doubts.of(recall, store.checks().uses(List.of(reached.id()))).all())
                .as("read by its id")
                .isEqualTo(doubts.all());
        assertThat(store.checks().uses(List.of())).isEmpty();
        assertThat(store.checks().lastGiven(record.confocal().id(), "psf-beads", "artefact"))
                .contains("ps-2");
        SeriesQuery two = new SeriesQuery(record.lsm().id(), record.confocal().id(), "psf-beads", Set.of(), 3);
        assertThat(store.checks().given(two, "artefact"))
                .as("of the newest three, one of which names no artefact")
                .hasSize(2)
                .containsEntry(reached.id(), "ps-1")
                .containsValue("ps-2");

        store.kit()
                .withdraw(new Recall.Withdrawal(
                        record.ids().get(), recall.id(), "another slide was dropped", recall.entry()));
        assertThat(Doubts.of(store.kit(), store.checks()).all()).isEmpty();
        assertThat(store.kit().recalls().get(0).withdrawal().orElseThrow().reason())
                .isEqualTo("another slide was dropped");
        assertThatThrownBy(() -> store.kit()
                        .withdraw(new Recall.Withdrawal(record.ids().get(), recall.id(), "again", recall.entry())))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("withdrawn already");
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void anErrorOfReadingsIsSaidOfMetersOnly() {
        store.kit().add(kit().artefact("ps-1", Optional.empty()), "");

        assertThatThrownBy(() -> store.kit().add(kit().recall("ps-1", OptionalDouble.of(-4))))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("'ps-1' is no meter");
        assertThatThrownBy(() -> store.kit().add(kit().recall("ps-9", OptionalDouble.empty())))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("no meter and no artefact 'ps-9'");
        assertThat(store.kit().recalls()).isEmpty();
    }
}
