package org.fiducial.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks for addresses one at a time and many at once, and takes the times, once the code behind them has run often enough to
 * be compiled.
 */
record PageTimes(ServerProcess server, int requests) {

    static final int AT_ONCE = 16;

    /** How long the addresses of a route took. */
    record Taken(double p50Ms, double p95Ms, double cpuMs, int largestBytes, String fault) {

        boolean within(double p95, double cpu) {
            return fault.isEmpty() && p95Ms <= p95 && cpuMs <= cpu;
        }

        String line() {
            return fault.isEmpty()
                    ? String.format(Locale.ROOT, "%7.1f %7.1f %7.1f %8.0f", p50Ms, p95Ms, cpuMs, largestBytes / 1024.0)
                    : fault;
        }
    }

    /** A thing done before each request, whose time does not count. */
    interface Before {
        void act() throws IOException, InterruptedException;
    }

    Taken of(List<String> addresses, Before before) throws IOException, InterruptedException, ExecutionException {
        for (int i = 0; i < requests * 2; i++) {
            int status = server.get(addresses.get(i % addresses.size())).status();
            if (status >= 400) {
                return new Taken(0, 0, 0, 0, "answered " + status + ": " + addresses.get(i % addresses.size()));
            }
        }
        for (int i = 0; i < requests / 2; i++) {
            before.act();
            server.get(addresses.get(i % addresses.size()));
        }
        double[] ms = new double[requests];
        int largest = 0;
        for (int i = 0; i < requests; i++) {
            before.act();
            ServerProcess.Answered answered = server.get(addresses.get((i * 7) % addresses.size()));
            ms[i] = answered.nanos() * 1e-6;
            largest = Math.max(largest, answered.bytes());
        }
        Arrays.sort(ms);
        return new Taken(ms[requests / 2], ms[(int) Math.ceil(requests * 0.95) - 1], atOnce(addresses), largest, "");
    }

    /** Processor time a request with many at once [ms]. */
    private double atOnce(List<String> addresses) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            AtomicInteger next = new AtomicInteger();
            int of = requests * 3;
            Duration start = server.cpu();
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < AT_ONCE; thread++) {
                all.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < of; i = next.getAndIncrement()) {
                        server.get(addresses.get(i % addresses.size()));
                    }
                    return of;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
            return server.cpu().minus(start).toNanos() * 1e-6 / of;
        } finally {
            threads.shutdownNow();
        }
    }
}
