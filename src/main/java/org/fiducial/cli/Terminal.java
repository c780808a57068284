package org.fiducial.cli;

import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err what went wrong and how far the work is
 * @param interactive whether a person watches, so that a progress bar makes sense
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive) {

    /** The standard streams of this process, in UTF-8; a progress bar is drawn where they are a terminal. */
    public static Terminal ofProcess() {
        return new Terminal(writer(System.out), writer(System.err), isWatched());
    }

    /** Up to Java 21 a console is there only for a terminal; from 22 on it must be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isWatched() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
