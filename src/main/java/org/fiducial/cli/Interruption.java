package org.fiducial.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears Ctrl-C. Until it is closed the end of the process waits, for ten seconds at most, so that the command can close what
 * it opened; therefore it is opened first and closed last.
 */
final class Interruption implements AutoCloseable {

    private static final Duration CLEAN_UP = Duration.ofSeconds(10);

    /** Enough for the command to say how it ended; the process is gone once this hook returns. */
    private static final Duration LAST_WORD = Duration.ofMillis(200);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::request, "interruption");

    private Interruption() {}

    static Interruption heard() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Whether the process is on its way out: then it takes no more hooks. */
    static boolean endsTheProcess() {
        Thread trial = new Thread(() -> {}, "trial");
        try {
            Runtime.getRuntime().addShutdownHook(trial);
            Runtime.getRuntime().removeShutdownHook(trial);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Waits for Ctrl-C. */
    void await() {
        try {
            requested.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already: the hook has run or is waiting for the latch above.
            requested.countDown();
        }
    }

    private void request() {
        requested.countDown();
        try {
            if (finished.await(CLEAN_UP.toSeconds(), TimeUnit.SECONDS)) {
                TimeUnit.MILLISECONDS.sleep(LAST_WORD.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
