package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.fiducial.facility.reminder.Sending;
import org.junit.jupiter.api.Test;

/** What a record promises of the reminders that were sent. */
abstract class OutboxContract extends ChainContract {

    @Test
    void readsBackWhatWasSentWithWhatBecameOfIt() {
        Sending claim = record.claim("2026-03-09", "Ada <Müller>", 1);
        assertThat(store.outbox().claim(claim)).isTrue();
        assertThat(store.outbox().newest(9)).containsExactly(claim);
        Sending.Outcome refused =
                new Sending.Outcome(Sending.Result.FAILED, "550 <script>alert(1)</script>", SampleRecord.NOW);
        store.outbox().note(record.ids().get(), claim.id(), refused);
        Sending again = record.claim("2026-03-09", "Ada <Müller>", 2);
        assertThat(store.outbox().claim(again)).isTrue();
        store.close();
        store = record.open();

        Sending noted =
                new Sending(claim.id(), claim.subject(), claim.attempt(), claim.claimedAt(), Optional.of(refused));
        assertThat(store.outbox().of("2026-03-09")).containsExactly(noted, again);
        assertThat(store.outbox().of("2026-03-16")).isEmpty();
        assertThatThrownBy(() -> store.outbox().note(record.ids().get(), claim.id(), refused))
                .isInstanceOf(RuntimeException.class);
        assertThat(store.audit().faults()).isEmpty();
    }

    @Test
    void ofManyWhoClaimTheSameAttemptAtOnceOneGetsIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, 8)
                    .mapToObj(i -> record.claim("2026-03-09", "Ada", 1))
                    .map(claim -> (Callable<Boolean>) () -> store.outbox().claim(claim))
                    .toList();
            int won = 0;
            for (Future<Boolean> each : pool.invokeAll(all)) {
                won += each.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
            assertThat(store.outbox().newest(9)).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }
}
