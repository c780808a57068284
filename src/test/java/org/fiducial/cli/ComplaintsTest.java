package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.metrology.protocol.AnalysisCancelledException;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

class ComplaintsTest {

    private final StringWriter err = new StringWriter();
    private final Terminal terminal = new Terminal(new PrintWriter(err), new PrintWriter(err), false);

    @Test
    void saysBadInputInOneLineWithAFullStop() {
        assertThat(of(new UnusableInputException("File 'a.tif' is none\n  at all")))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo("File 'a.tif' is none at all.\n");
    }

    @Test
    void namesTheLogOfAFaultOfOursAndKeepsTheTraceThere() {
        assertThat(of(new IllegalStateException("secret"))).isEqualTo(3);
        assertThat(err.toString())
                .hasLineCount(1)
                .contains("IllegalStateException")
                .doesNotContain("secret");
        Matcher log = Pattern.compile("details in (.*\\.log)\\.").matcher(err.toString());
        assertThat(log.find()).isTrue();
        assertThat(Path.of(log.group(1))).content().contains("secret").contains("ComplaintsTest");
    }

    @Test
    void printsTheTraceWhereAskedFor() {
        new Complaints(terminal, () -> true).ofFault(new IllegalStateException("secret"));
        assertThat(err.toString()).contains("secret").contains("ComplaintsTest");
    }

    @Test
    void saysWhatToDoWhenMemoryRunsOut() {
        assertThat(complaints().ofFault(new OutOfMemoryError())).isEqualTo(3);
        assertThat(err.toString()).hasLineCount(1).contains("-Xmx");
    }

    @Test
    void findsMissingMemoryBelowOtherFaults() {
        assertThat(complaints().ofFault(new CompletionException(new OutOfMemoryError())))
                .isEqualTo(3);
        assertThat(err.toString()).contains("-Xmx");
    }

    @Test
    void answersAnErrorOfThePlatformWithASentence() {
        assertThat(complaints().ofFault(new StackOverflowError())).isEqualTo(3);
        assertThat(err.toString()).hasLineCount(1).contains("StackOverflowError", ".log");
    }

    @Test
    void doesNotCallACommandDoneWhosePrintedResultIsLost() {
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
        full.println("a result");
        Complaints complaints = new Complaints(new Terminal(full, new PrintWriter(err), false), () -> false);

        assertThat(complaints.ofOutput(0)).isEqualTo(2);
        assertThat(err.toString()).hasLineCount(1).contains("standard output");
        assertThat(complaints().ofOutput(1)).isEqualTo(1);
    }

    @Test
    void reportsACancelledAnalysisAsAShellDoes() {
        assertThat(of(new AnalysisCancelledException())).isEqualTo(130);
        assertThat(err.toString()).contains("nothing was stored");
    }

    private int of(Exception exception) {
        CommandSpec spec = CommandSpec.create().name("fiducial");
        return complaints()
                .ofExecution(
                        exception,
                        new CommandLine(spec),
                        ParseResult.builder(spec).build());
    }

    private Complaints complaints() {
        return new Complaints(terminal, () -> false);
    }
}
