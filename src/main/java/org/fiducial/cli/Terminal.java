package org.fiducial.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command writes.
 *
 * @param out what was asked for
 * @param err what went wrong and how far the work is
 * @param interactive whether a person watches, so that a progress bar makes sense
 * @param secrets asks for passwords
 */
public record Terminal(PrintWriter out, PrintWriter err, boolean interactive, Secrets secrets) {

    /** A terminal nobody types passwords at. */
    Terminal(PrintWriter out, PrintWriter err, boolean interactive) {
        this(out, err, interactive, prompt -> Optional.empty());
    }

    /** The standard streams of this process, in UTF-8; a progress bar is drawn where they are a terminal. */
    public static Terminal ofProcess() {
        return new Terminal(writer(System.out), writer(System.err), isWatched(), Terminal::secret);
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

    /** From the keyboard without being shown, or a line of standard input where that is no keyboard. */
    @SuppressWarnings("SystemConsoleNull") // Whether it is a terminal is asked besides.
    private static Optional<String> secret(String prompt) {
        Console console = System.console();
        if (console != null && isWatched()) {
            return Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
        }
        return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .lines()
                .findFirst();
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }
}
