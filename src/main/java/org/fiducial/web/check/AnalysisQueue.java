package org.fiducial.web.check;

import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs analyses one after the other, as many at a time as half the processors and at most two: each uses several by itself,
 * and its memory.
 */
final class AnalysisQueue implements AutoCloseable {

    private static final int MOST = 2;

    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService clock;

    AnalysisQueue(int processors) {
        int threads = Math.max(1, Math.min(MOST, processors / 2));
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, "analysis");
            thread.setDaemon(true);
            return thread;
        };
        this.workers =
                new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), daemons);
        workers.allowCoreThreadTimeOut(true);
        this.clock = Executors.newSingleThreadScheduledExecutor(daemons);
    }

    /** Does something once an hour. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it, and it ends with the queue
    void hourly(Runnable task) {
        clock.scheduleAtFixedRate(task, 1, 1, TimeUnit.HOURS);
    }

    void add(Runnable task) {
        workers.execute(task);
    }

    /** How many wait for their turn. */
    int waiting() {
        return workers.getQueue().size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }
}
