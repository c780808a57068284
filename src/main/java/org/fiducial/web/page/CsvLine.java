package org.fiducial.web.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of tables for spreadsheets (RFC 4180), in which no cell becomes a formula. */
public final class CsvLine {

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
                name,
                new Answer.Content(
                        "text/csv; charset=utf-8", table.toString().getBytes(StandardCharsets.UTF_8), false));
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
