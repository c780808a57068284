package org.fiducial.metrology.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text file with one row a line; cells may stand in double quotes. */
final class TextTable implements Table {

    /** What is looked at to find the encoding and to show the first lines. */
    static final int START_BYTES = 1 << 16;

    /** More characters than this in one cell mean a quote that nobody closed. */
    private static final int LONGEST_CELL = 100_000;

    private static final int READ_BYTES = 1 << 16;
    private static final double MOST_CONTROL_CHARACTERS = 0.02;

    private final Path file;
    private final TextEncoding encoding;
    private final List<String> head;

    private TextTable(Path file, TextEncoding encoding, List<String> head) {
        this.file = file;
        this.encoding = encoding;
        this.head = head;
    }

    static TextTable open(Path file, byte[] start) {
        TextEncoding encoding = TextEncoding.of(start).orElseThrow(() -> notText(file));
        String text = new String(start, encoding.markBytes(), start.length - encoding.markBytes(), encoding.charset());
        long odd = text.chars()
                .filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f')
                .count();
        if (odd > MOST_CONTROL_CHARACTERS * text.length()) {
            throw notText(file);
        }
        if (encoding.isUtf16() && (size(file) - encoding.markBytes()) % 2 != 0) {
            throw UnreadableTableException.of(
                    file,
                    "is cut off: it is " + encoding.label()
                            + ", two bytes a letter, and ends in the middle of one; copy it again.");
        }
        List<String> head = lines(text, start.length == START_BYTES);
        if (head.stream().allMatch(String::isBlank)) {
            throw UnreadableTableException.of(file, "has no rows, only blanks; expected a table of readings.");
        }
        return new TextTable(file, encoding, head);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw UnreadableTableException.of(file, "could not be read to its end; check the disk.");
        }
    }

    private static UnreadableTableException notText(Path file) {
        return UnreadableTableException.of(
                file,
                "is neither a text nor a workbook (binary data found); give a CSV, a tab-separated text or an .xlsx.");
    }

    private static List<String> lines(String text, boolean cutOff) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < text.length() && lines.size() < HEAD_LINES; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                lines.add(text.substring(from, i));
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
                from = i + 1;
            }
        }
        if (lines.size() < HEAD_LINES && from < text.length() && (!cutOff || lines.isEmpty())) {
            lines.add(text.substring(from));
        }
        return List.copyOf(lines);
    }

    static List<String> cells(String line, char separator) {
        if (line.indexOf('"') >= 0) {
            try (CsvReader<String[]> csv = CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowUnclosedQuote(false)
                    .build(StringArrayHandler.of(), line)) {
                for (String[] cells : csv) {
                    return Arrays.stream(cells).map(String::strip).toList();
                }
            } catch (CsvParseException | IOException e) {
                // a line of prose may hold any quotes
                return cells(line.replace('"', ' '), separator);
            }
        }
        return Arrays.stream(line.split(String.valueOf(separator), -1))
                .map(String::strip)
                .toList();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public List<String> head() {
        return head;
    }

    @Override
    public String kind() {
        return "text, " + encoding.label();
    }

    @Override
    public char separator(int fromLine) {
        return Separator.guess(head.subList(Math.min(fromLine - 1, head.size()), head.size()));
    }

    @Override
    public void rows(char separator, int fromLine, RowVisitor visitor) {
        TableRow row = new TableRow();
        try (CsvReader<TableRow> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(new RowFiller(file, row), characters())) {
            if (fromLine > 1) {
                csv.skipLines(fromLine - 1);
            }
            for (TableRow each : csv) {
                if (!each.isBlank() && !visitor.visit(each)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UnreadableTableException ours) {
                throw ours;
            }
            throw UnreadableTableException.at(
                    file,
                    row.line(),
                    "a cell beginning with a double quote is not closed properly; close the quote or take it out of the"
                            + " file.",
                    e);
        } catch (IOException e) {
            throw UnreadableTableException.disk(file, e);
        } catch (UncheckedIOException e) {
            throw UnreadableTableException.disk(file, e);
        }
    }

    private Reader characters() throws IOException {
        InputStream in = Files.newInputStream(file);
        in.skipNBytes(encoding.markBytes());
        return new InputStreamReader(
                new LargeReads(in),
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** Asks the file for much at a time, whatever the decoder asks for. */
    private static final class LargeReads extends java.io.BufferedInputStream {
        LargeReads(InputStream in) {
            super(in, READ_BYTES);
        }
    }

    /** Takes the cells as the library finds them, without making a text of each. */
    private static final class RowFiller extends AbstractBaseCsvCallbackHandler<TableRow> {

        private final Path file;
        private final TableRow row;

        RowFiller(Path file, TableRow row) {
            this.file = file;
            this.row = row;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            row.begin(startingLineNumber);
        }

        @Override
        protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
            if (len > LONGEST_CELL) {
                throw UnreadableTableException.at(
                        file,
                        row.line(),
                        "a cell has " + len + " characters, more than " + LONGEST_CELL
                                + ": a double quote is not closed, or this is no table.");
            }
            if (!row.add(buf, offset, len)) {
                throw UnreadableTableException.at(
                        file, row.line(), "more than 1000 cells; expected a table with one reading a line.");
            }
        }

        @Override
        protected TableRow buildRecord() {
            return row;
        }
    }
}
