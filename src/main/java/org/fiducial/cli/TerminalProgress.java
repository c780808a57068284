package org.fiducial.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.fiducial.metrology.protocol.Progress;

/**
 * A progress bar on a terminal, drawn only when the work takes more than two seconds; where nobody watches, a line every
 * minute. Ctrl-C cancels the work.
 */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration REPEAT = Duration.ofMinutes(1);
    private static final int BAR_WIDTH = 30;
    private static final String WIPE = "\r\u001b[K";

    private final Terminal terminal;
    private final Interruption interruption;
    private final long betweenNanos;
    private final long startedNanos = System.nanoTime();
    private long drawnNanos = startedNanos;
    private boolean drawn;

    TerminalProgress(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
        this.betweenNanos = (terminal.interactive() ? REDRAW : REPEAT).toNanos();
    }

    @Override
    public void report(long done, long of, String what) {
        long now = System.nanoTime();
        if (now - startedNanos < PATIENCE_NANOS || now - drawnNanos < betweenNanos) {
            return;
        }
        drawnNanos = now;
        PrintWriter err = terminal.err();
        if (terminal.interactive()) {
            drawn = true;
            err.print(WIPE + bar(done, of) + " " + what);
        } else {
            err.println(percent(done, of).strip() + " " + what);
        }
        err.flush();
    }

    /** For instance {@code [#########---------------------]  30 %}. */
    static String bar(long done, long of) {
        int full = (int) Math.floor(share(done, of) * BAR_WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "] " + percent(done, of);
    }

    private static String percent(long done, long of) {
        return String.format(Locale.ROOT, "%3d %%", (int) Math.floor(share(done, of) * 100));
    }

    private static double share(long done, long of) {
        return of <= 0 ? 0 : Math.min(1, Math.max(0, (double) done / of));
    }

    @Override
    public boolean cancelled() {
        return interruption.isRequested();
    }

    @Override
    public void close() {
        if (drawn) {
            terminal.err().print(WIPE);
            terminal.err().flush();
        }
    }
}
