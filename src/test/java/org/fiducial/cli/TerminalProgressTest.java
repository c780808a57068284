package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {

    @Test
    void drawsABarOfThirtySigns() {
        assertThat(TerminalProgress.bar(0, 10)).isEqualTo("[" + "-".repeat(30) + "]   0 %");
        assertThat(TerminalProgress.bar(1, 2)).isEqualTo("[" + "#".repeat(15) + "-".repeat(15) + "]  50 %");
        assertThat(TerminalProgress.bar(10, 10)).isEqualTo("[" + "#".repeat(30) + "] 100 %");
        assertThat(TerminalProgress.bar(3, 0)).contains("  0 %");
    }

    @Test
    void drawsNothingForWorkThatIsDoneAtOnceOrThatNobodyWatches() {
        StringWriter err = new StringWriter();
        Terminal watched = new Terminal(new PrintWriter(err), new PrintWriter(err), true);
        try (Interruption interruption = Interruption.heard();
                TerminalProgress progress = new TerminalProgress(watched, interruption)) {
            progress.report(1, 2, "measuring beads");
            assertThat(progress.cancelled()).isFalse();
        }
        assertThat(err.toString()).isEmpty();
    }
}
