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
        say(ofFault(exception));
        return ExitStatus.INTERNAL_FAULT.code();
    }

    private String ofFault(Throwable fault) {
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        if (debug.getAsBoolean()) {
            terminal.err().print(trace);
        }
        String what =
                "Something went wrong inside Fiducial (" + fault.getClass().getSimpleName() + "); ";
        try {
            Path log = Files.createTempFile("fiducial-fault-", ".log");
            Files.writeString(log, trace.toString());
            return what + "please report it with the details in " + log + ".";
        } catch (IOException e) {
            return what + "run the command again with --debug and report what it prints.";
        }
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
