package org.fiducial.metrology.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text tables in every encoding, and what cannot be read. */
final class TextTableTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF-8",
        "UTF-8, \uFEFF, UTF-8 with byte order mark",
        "UTF-16LE, '', UTF-16LE",
        "UTF-16LE, \uFEFF, UTF-16LE with byte order mark",
        "UTF-16BE, '', UTF-16BE",
        "UTF-16BE, \uFEFF, UTF-16BE with byte order mark",
        "windows-1252, '', windows-1252",
        "ISO-8859-1, '', windows-1252"
    })
    void findsTheEncodingAndKeepsTheDegreeSign(String charset, String mark, String label) throws IOException {
        Path file = write((mark + "time\tTemp (°C)\n1\t20,5\n").getBytes(Charset.forName(charset)));
        Table table = Table.open(file);
        assertThat(table.kind()).isEqualTo("text, " + label);
        assertThat(table.head()).containsExactly("time\tTemp (°C)", "1\t20,5");
        assertThat(rows(table, '\t', 1)).containsExactly("1: time|Temp (°C)", "2: 1|20,5");
    }

    @Test
    void readsAByteOpenInWindows1252AsIso88591() throws IOException {
        byte[] bytes = "a;b\n\u0081;\u00b0\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Table.open(write(bytes)).kind()).isEqualTo("text, ISO-8859-1");
    }

    @Test
    void countsLinesWithAllThreeLineEndsAndBlankLines() throws IOException {
        Table table = Table.open(
                write("# preamble \" with a quote\r\n\r\na,b\n1,2\r3,4\r\n\n5,6".getBytes(StandardCharsets.UTF_8)));
        assertThat(table.head()).containsExactly("# preamble \" with a quote", "", "a,b", "1,2", "3,4", "", "5,6");
        assertThat(rows(table, ',', 3)).containsExactly("3: a|b", "4: 1|2", "5: 3|4", "7: 5|6");
    }

    @Test
    void readsSeparatorsAndLineEndsInsideQuotes() throws IOException {
        Table table = Table.open(write("a;\"b;\nc\"\n1;\"2\"\"3\"\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(rows(table, ';', 1)).containsExactly("1: a|b;\nc", "3: 1|2\"3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "time,power_mW@1,2@3,4~,",
                "time;power@1,5;2,5@2,5;3,5~;",
                "a\tb@1,5\t2,5@2,5\t3,5~tab",
                "text without any@1@2~,",
                "Date and time;Power, mW@1;2@3;4~;"
            })
    void guessesTheSeparator(String text, String separator) throws IOException {
        Table table = Table.open(write(text.replace('@', '\n').getBytes(StandardCharsets.UTF_8)));
        assertThat(table.separator(1)).isEqualTo(separator.equals("tab") ? '\t' : separator.charAt(0));
    }

    @Test
    void namesTheLineOfAQuoteThatIsNotClosed() throws IOException {
        Path file = write("a,b\n1,2\n3,\"4\n5,6\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> rows(Table.open(file), ',', 1))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("'table.csv', line 3: a cell beginning with a double quote is not closed");
    }

    @Test
    void namesTheLineOfAQuoteThatSwallowsTheRestOfALargeFile() throws IOException {
        Path file = write(("a,b\n1,\"2\n" + "3,4\n".repeat(100_000)).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> rows(Table.open(file), ',', 1))
                .isInstanceOf(UnreadableTableException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        byte[] noise = new byte[4096];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) ((i * 7919) >> 3);
        }
        assertThatThrownBy(() -> Table.open(write(noise))).hasMessageContaining("binary data found");
        assertThatThrownBy(() -> Table.open(write(new byte[0]))).hasMessageContaining("is empty");
        assertThatThrownBy(() -> Table.open(write("\n \n".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("has no rows");
        assertThatThrownBy(() -> Table.open(write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0})))
                .hasMessageContaining("old Excel workbook (.xls)");
        assertThatThrownBy(() -> rows(Table.open(write("a,".repeat(2000).getBytes(StandardCharsets.UTF_8))), ',', 1))
                .hasMessageContaining("line 1: more than 1000 cells");
    }

    @Test
    void stopsWhenNoFurtherRowIsWanted() throws IOException {
        List<Long> lines = new ArrayList<>();
        Table.open(write("1\n2\n3\n".getBytes(StandardCharsets.UTF_8))).rows(',', 1, row -> {
            lines.add(row.line());
            return row.line() < 2;
        });
        assertThat(lines).containsExactly(1L, 2L);
    }

    @Test
    void endsItsHeadWithAWholeLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String line = "x".repeat(999) + "\n";
        for (int i = 0; i < 100; i++) {
            bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        }
        List<String> head = Table.open(write(bytes.toByteArray())).head();
        assertThat(head).hasSize(65).allMatch(each -> each.length() == 999);
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("table.csv"), bytes);
    }

    private static List<String> rows(Table table, char separator, int from) {
        List<String> rows = new ArrayList<>();
        table.rows(separator, from, row -> rows.add(row.line() + ": " + String.join("|", row.texts())));
        return rows;
    }
}
