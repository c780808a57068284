package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.FollowUp;
import org.fiducial.facility.service.FollowUp.Step;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.facility.service.Loss;
import org.fiducial.facility.service.Release;
import org.junit.jupiter.api.Test;

/** What a record promises of the events it holds. */
abstract class EventContract extends StatementContract {

    private static final Loss TWO_DAYS_AND_300 = new Loss(
            Duration.ofDays(2), Optional.of(new Loss.Expense(new BigDecimal("300.50"), Currency.getInstance("EUR"))));

    @Test
    void readsBackAnEventWithItsPartsItsLossAndWhatBecameOfIt() {
        Event fault = event(Event.Kind.FAULT, List.of(objective()), TWO_DAYS_AND_300);
        store.events().add(fault);
        FollowUp expected = followUp(fault, Step.EXPECTED, "The maker comes on Tuesday.");
        FollowUp resolved = followUp(fault, Step.RESOLVED, "");
        store.events().add(expected);
        store.events().add(resolved);
        store.close();
        store = record.open();

        assertThat(store.events().ofInstrument(record.lsm().id()))
                .containsExactly(new LoggedEvent(fault, List.of(expected, resolved)));
        assertThat(store.events().byId(fault.id())).isPresent();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void listsEventsNewestFirstThoseWithdrawnToo() {
        Event later = event(Event.Kind.SERVICE, List.of(), Loss.none());
        Event earlier = new Event(
                record.ids().get(),
                later.instrumentId(),
                Event.Kind.MOVE,
                later.at().minusSeconds(60),
                later.report(),
                later.entry());
        store.events().add(later);
        store.events().add(earlier);
        store.events().add(followUp(later, Step.WITHDRAWN, "Another instrument was meant."));

        assertThat(store.events().ofInstrument(record.lsm().id()))
                .extracting(LoggedEvent::event)
                .containsExactly(later, earlier);
        assertThat(store.events().ofInstrument(record.lsm().id()))
                .extracting(LoggedEvent::isWithdrawn)
                .containsExactly(true, false);
    }

    @Test
    void refusesAnEventOfAPartNobodyKnowsAndKeepsNothingOfIt() {
        Event event = event(Event.Kind.EXCHANGE, List.of(UUID.randomUUID()), Loss.none());

        assertThatThrownBy(() -> store.events().add(event)).isInstanceOf(RuntimeException.class);

        assertThat(store.events().ofInstrument(record.lsm().id())).isEmpty();
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void ofTwoWhoWriteProvidedThatNobodyElseDidOneIsRefused() throws Exception {
        Event fault = event(Event.Kind.FAULT, List.of(), Loss.none());
        store.events().add(fault);
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<FollowUp>> answers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            FollowUp mine = followUp(fault, Step.NOTE, "Writer " + writer);
            answers.add(writers.submit(() -> store.instruments().provided(() -> requireUntouched(fault), () -> {
                await(together);
                store.events().add(mine);
                return mine;
            })));
        }
        int written = 0;
        for (Future<FollowUp> answer : answers) {
            try {
                answer.get();
                written++;
            } catch (ExecutionException e) {
                assertThat(e).hasRootCauseMessage("touched");
            }
        }
        writers.shutdownNow();

        assertThat(written).isEqualTo(1);
        assertThat(store.events().byId(fault.id()).orElseThrow().followUps()).hasSize(1);
        assertThat(store.audit().faults()).isEmpty();
    }

    private void requireUntouched(Event fault) {
        if (!store.events().byId(fault.id()).orElseThrow().followUps().isEmpty()) {
            throw new IllegalStateException("touched");
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesWhatBecameOfAnEventNobodyKnows() {
        FollowUp lost = followUp(event(Event.Kind.FAULT, List.of(), Loss.none()), Step.RESOLVED, "");

        assertThatThrownBy(() -> store.events().add(lost)).hasMessageContaining("no event has the id");
    }

    @Test
    void readsBackAReturnToServiceWithWhatWasWaivedAndTheEndOfTheWork() {
        Event repair = event(Event.Kind.REPAIR, List.of(objective()), Loss.none());
        store.events().add(repair);
        Release release = new Release(
                record.ids().get(),
                repair.id(),
                repair.at().plusSeconds(60),
                new Release.Waiver(
                        List.of(new Release.Waived(record.confocal().id(), "psf-beads")),
                        "No slide; <script>alert(1)</script> x".repeat(130)),
                repair.entry());
        FollowUp end = followUp(repair, Step.RESOLVED, "");
        store.events().add(release, Optional.of(end));
        store.close();
        store = record.open();

        assertThat(store.events().releases(record.lsm().id())).containsExactly(release);
        assertThat(store.events().byId(repair.id()).orElseThrow().end()).contains(end.at());
        assertThat(store.audit().faults()).isEmpty();
    }

    private UUID objective() {
        return record.confocal().components().get(0).id();
    }

    private Event event(Event.Kind kind, List<UUID> parts, Loss loss) {
        return record.event(
                kind,
                new Event.Report("Laser 488 flickers; <b>nobody</b> knows why.", parts, Event.Effect.DO_NOT_USE, loss));
    }

    private FollowUp followUp(Event event, Step step, String text) {
        return new FollowUp(
                record.ids().get(),
                event.id(),
                step,
                event.at().plusSeconds(3600),
                new FollowUp.Account(text, TWO_DAYS_AND_300),
                event.entry());
    }
}
