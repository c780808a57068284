package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.Move;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.form.OwnProtocol;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;

/** What a record promises of protocols a facility made itself, and of checks that were put under the right light path. */
abstract class FormContract extends PublicityContract {

    @Test
    void readsBackAProtocolOfItsOwnWithItsPictures() {
        OwnProtocol first = record.addOwnProtocol(store);
        store.close();
        store = record.open();

        assertThat(store.ownProtocols().all()).containsExactly(first);
        assertThat(store.ownProtocols().count()).isEqualTo(1);
        assertThat(first.read().reference()).hasToString("nitrogen@1.0");
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void refusesAVersionThatSomebodyElseAddedMeanwhile() {
        OwnProtocol first = record.addOwnProtocol(store);

        assertThatThrownBy(() -> record.addOwnProtocol(store))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Somebody else changed 'nitrogen' meanwhile: version 1.0");
        assertThat(store.ownProtocols().all()).containsExactly(first);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void movesACheckWithItsFilesAndLeavesTheOldOneVoid() throws IOException {
        Instrument other = record.instrument("lsm-2", "LSM 2");
        Configuration right = record.configuration(other, "63x-oil-confocal");
        store.instruments().add(other, List.of(right));
        Check wrong = record.append(store, SampleRecord.NOW, 0.25);
        Check moved = new Check(record.ids().get(), right.id(), wrong.occasion(), wrong.result(), wrong.judgement());
        Move move = new Move(record.ids().get(), wrong.id(), moved.id(), "was LSM 2", "Ada Müller", SampleRecord.NOW);
        store.moves().add(move, moved);

        assertThat(store.moves().from(wrong.id())).contains(move);
        assertThat(store.moves().to(moved.id())).contains(move);
        assertThat(store.moves().from(moved.id())).isEmpty();
        assertThat(store.checks().byId(moved.id())).contains(moved);
        assertThat(store.reviews().of(wrong.id())).singleElement().satisfies(word -> assertThat(word.decision())
                .isEqualTo(Review.Decision.VOID));
        assertThat(store.checks().series(record.lsm().id(), "psf.fwhm.x", Statistic.MEDIAN))
                .isEmpty();
        assertThat(store.checks().series(other.id(), "psf.fwhm.x", Statistic.MEDIAN))
                .hasSize(1);
        assertThat(store.audit().faults()).isEmpty();
        assertThatThrownBy(() -> store.moves().add(move, moved))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Somebody else moved this check meanwhile");
    }
}
