package org.fiducial.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.fiducial.metrology.protocol.Progress;

/** A progress bar on a terminal, drawn only when the work takes more than two seconds. Ctrl-C cancels the work. */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long REDRAW_NANOS = Duration.ofMillis(100).toNanos();
    private static final int BAR_WIDTH = 30;
    private static final String WIPE = "\r\u001b[K";

    private final Terminal terminal;
    private final Interruption interruption;
    private final long startedNanos = System.nanoTime();
    private long drawnNanos = startedNanos;
    private boolean drawn;

    TerminalProgress(Terminal terminal, Interruption interruption) {
        this.terminal = terminal;
        this.interruption = interruption;
    }

    @Override
    public void report(long done, long of, String what) {
        long now = System.nanoTime();
        if (!terminal.interactive() || now - startedNanos < PATIENCE_NANOS || now - drawnNanos < REDRAW_NANOS) {
            return;
        }
        drawnNanos = now;
        drawn = true;
        PrintWriter err = terminal.err();
        err.print(WIPE + bar(done, of) + " " + what);
        err.flush();
    }

    /** For instance {@code [#########---------------------]  30 %}. */
    static String bar(long done, long of) {
        double share = of <= 0 ? 0 : Math.min(1, Math.max(0, (double) done / of));
        int full = (int) Math.floor(share * BAR_WIDTH);
        return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "] "
                + String.format(Locale.ROOT, "%3d %%", (int) Math.floor(share * 100));
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
