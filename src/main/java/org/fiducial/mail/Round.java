package org.fiducial.mail;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a minute whether something is to be sent, while pages are served. */
public final class Round implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final Optional<Thread> thread;

    /** Begins; without reminders nothing ever happens. */
    public Round(Optional<Reminding> reminding) {
        thread = reminding.map(each -> {
            Thread looking = new Thread(() -> goRound(each), "reminders");
            looking.setDaemon(true);
            looking.start();
            return looking;
        });
    }

    private static void goRound(Reminding reminding) {
        try {
            while (true) {
                TimeUnit.MINUTES.sleep(1);
                look(reminding);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A look that fails must not be the last. */
    private static void look(Reminding reminding) {
        try {
            reminding.tick();
        } catch (RuntimeException e) {
            LOG.error("Reminders could not be sent", e);
        }
    }

    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
    }
}
