package org.fiducial.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.fiducial.facility.instrument.DuplicateSlugException;
import org.fiducial.metrology.protocol.AnalysisCancelledException;
import org.fiducial.metrology.protocol.UnusableInputException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one sentence on standard error and an exit status. A stack trace only where asked for. */
final class Complaints {

    /** What a shell reports of a command ended by Ctrl-C. */
    private static final int INTERRUPTED = 130;

    private static final String OUT_OF_MEMORY =
            "There is not enough memory for this work; nothing was stored. Give Java"
                    + " more, for instance 'java -Xmx4g -jar fiducial.jar …'.";

    private static final String OUTPUT_LOST = "Not everything could be written to standard output, because its disk is"
            + " full or its reader has gone; the command itself was done.";

    private final Terminal terminal;
    private final BooleanSupplier debug;

    Complaints(Terminal terminal, BooleanSupplier debug) {
        this.terminal = terminal;
        this.debug = debug;
    }

    /** A command line that cannot be understood. */
    int ofUsage(ParameterException exception, String... arguments) {
        CommandLine command = exception.getCommandLine();
        say(misunderstood(exception) + "; see '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitStatus.BAD_INPUT.code();
    }

    private static String misunderstood(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            String word = unmatched.getUnmatched().get(0);
            List<String> similar = unmatched.getSuggestions();
            return "'" + word + "' is not understood here"
                    + (similar.isEmpty() ? "" : ", perhaps " + String.join(" or ", similar) + " was meant");
        }
        return withoutFullStop(String.valueOf(exception.getMessage()));
    }

    /** A command that was understood and could not be done. */
    int ofExecution(Exception exception, CommandLine command, ParseResult parsed) {
        if (exception instanceof ParameterException usage) {
            return ofUsage(usage);
        }
        if (exception instanceof AnalysisCancelledException) {
            say(sentence(exception));
            return INTERRUPTED;
        }
        if (exception instanceof UnusableInputException
                || exception instanceof UnusableCommandException
                || exception instanceof DuplicateSlugException) {
            say(sentence(exception));
            return ExitStatus.BAD_INPUT.code();
        }
        return ofFault(exception);
    }

    /** What should not happen: a fault of ours, or the platform has come to its end. */
    int ofFault(Throwable fault) {
        if (isCausedBy(fault, OutOfMemoryError.class)) {
            say(OUT_OF_MEMORY);
            return ExitStatus.INTERNAL_FAULT.code();
        }
        if (Interruption.endsTheProcess()) {
            // Libraries give up in their own ways once the process is ending; the cause is the person's Ctrl-C.
            say(sentence(new AnalysisCancelledException()));
            return INTERRUPTED;
        }
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        if (debug.getAsBoolean()) {
            terminal.err().print(trace);
        }
        say("Something went wrong inside Fiducial (" + fault.getClass().getSimpleName() + "); "
                + keptIn(trace.toString()));
        return ExitStatus.INTERNAL_FAULT.code();
    }

    /** The status of a command, unless what it printed was lost: then a machine that reads it must not trust it. */
    int ofOutput(int status) {
        terminal.out().flush();
        if (!terminal.out().checkError() || status > ExitStatus.DONE_WITH_FAIL.code()) {
            return status;
        }
        say(OUTPUT_LOST);
        return ExitStatus.BAD_INPUT.code();
    }

    private static String keptIn(String trace) {
        try {
            Path log = Files.createTempFile("fiducial-fault-", ".log");
            Files.writeString(log, trace);
            return "please report it with the details in " + log + ".";
        } catch (IOException e) {
            return "run the command again with --debug and report what it prints.";
        }
    }

    private static boolean isCausedBy(Throwable fault, Class<? extends Throwable> kind) {
        Throwable each = fault;
        for (int depth = 0; depth < 100 && each != null; depth++) {
            if (kind.isInstance(each)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    private void say(String sentence) {
        terminal.err().println(sentence);
        terminal.err().flush();
    }

    private static String sentence(Throwable exception) {
        String message = String.valueOf(exception.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
        return message.endsWith(".") ? message : message + ".";
    }

    private static String withoutFullStop(String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
