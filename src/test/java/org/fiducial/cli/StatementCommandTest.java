package org.fiducial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fiducial.cli.PackedJar.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementCommandTest {

    private final Recording recording;
    private final Path pdf;

    StatementCommandTest(@TempDir Path folder) throws IOException {
        recording = Recording.in(folder);
        pdf = folder.resolve("statement.pdf");
    }

    @Test
    void issuesAStatementOfAPublishedInstrumentAndTellsAChangedOne() throws IOException {
        assertThat(recording.record("--at", "2026-02-27T12:00").status()).isLessThan(2);
        assertThat(statement("2026-02-28").err()).contains("No instrument 'wide-1' is public");
        assertThat(run("publish", "wide-1", "--reason", "agreed").status()).isZero();

        Outcome issued = statement("2026-02-28");
        assertThat(issued.out())
                .startsWith("Wrote " + pdf + ": statement FID-")
                .contains(", genuine; its page is /statements/");
        assertThat(statement("2026-02-28").out()).as("the same is stated once").isEqualTo(issued.out());
        assertThat(run("verify-statement", pdf.toString()).out()).contains("genuine");
        byte[] bytes = Files.readAllBytes(pdf);
        bytes[bytes.length / 2] ^= 1;
        Files.write(pdf, bytes);
        Outcome changed = run("verify-statement", pdf.toString());
        assertThat(changed.status()).isEqualTo(1);
        assertThat(changed.out()).startsWith("Unknown: ");
        assertThat(statement("yesterday").err()).contains("That is no day; write one as 2026-03-12.");
        assertThat(run("verify").status()).isZero();
    }

    @Test
    void issuesOneInSpanishBesideTheEnglishOne() {
        assertThat(recording.record("--at", "2026-02-27T12:00").status()).isLessThan(2);
        assertThat(run("publish", "wide-1", "--reason", "agreed").status()).isZero();
        String english = statement("2026-02-28").out();

        String spanish = statement("2026-02-28", "--language", "es").out();

        assertThat(spanish)
                .startsWith("Wrote " + pdf + ": statement FID-")
                .contains(", genuine;")
                .isNotEqualTo(english);
        assertThat(run("verify-statement", pdf.toString()).out()).contains("genuine");
        assertThat(statement("2026-02-28").out()).isEqualTo(english);
        Outcome french = statement("2026-02-28", "--language", "fr");
        assertThat(french.status()).isEqualTo(2);
        assertThat(french.err()).contains("--language is en or es, but 'fr' was given.");
    }

    private Outcome run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", recording.data()));
        return InProcess.run(all.toArray(String[]::new));
    }

    private Outcome statement(String day, String... more) {
        return run(Stream.concat(
                        Stream.of(
                                "statement",
                                "wide-1",
                                "--configuration",
                                "oil63-green",
                                "--on",
                                day,
                                "--out",
                                pdf.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }
}
