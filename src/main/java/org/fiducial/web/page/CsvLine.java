package org.fiducial.web.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of tables for spreadsheets (RFC 4180), in which no cell becomes a formula. */
public final class CsvLine {

    private static final String TYPE = "text/csv; charset=utf-8";

    /** Characters that go out together. */
    private static final int PART = 32_000;

    private CsvLine() {}

    /** The beginning of a table: a mark spreadsheets know UTF-8 by, and its headings. */
    public static StringBuilder table(List<String> headings) {
        StringBuilder out = new StringBuilder("\uFEFF");
        append(out, headings);
        return out;
    }

    /** A table to take along. */
    public static Answer download(String name, StringBuilder table) {
        return new Answer.Download(
                name, new Answer.Content(TYPE, table.toString().getBytes(StandardCharsets.UTF_8), false));
    }

    /** Gives the lines of a table one after the other. */
    @FunctionalInterface
    public interface Lines {

        void giveTo(Taker taker) throws IOException;
    }

    /** Takes the cells of a line. */
    @FunctionalInterface
    public interface Taker {

        void take(List<String> cells) throws IOException;
    }

    /** A table to take along that may be too long to be held: it goes out in parts. */
    public static Answer streamed(String name, List<String> headings, Lines lines) {
        return new Answer.Streamed(name, TYPE, out -> {
            StringBuilder waiting = table(headings);
            lines.giveTo(cells -> {
                append(waiting, cells);
                if (waiting.length() > PART) {
                    send(waiting, out);
                }
            });
            send(waiting, out);
        });
    }

    private static void send(StringBuilder waiting, OutputStream out) throws IOException {
        out.write(waiting.toString().getBytes(StandardCharsets.UTF_8));
        waiting.setLength(0);
    }

    public static void append(StringBuilder out, List<String> cells) {
        out.append(cells.stream().map(CsvLine::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** What a spreadsheet would compute gets an apostrophe before it, so that it is shown instead. */
    private static String cell(String text) {
        String shown =
                text.matches("(?s)[=+\\-@\\t\\r].*") && !text.matches("-?[0-9]+([.][0-9]+)?") ? "'" + text : text;
        return shown.matches("(?s).*[\",\\r\\n].*") ? "\"" + shown.replace("\"", "\"\"") + "\"" : shown;
    }
}
