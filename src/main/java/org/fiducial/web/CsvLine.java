package org.fiducial.web;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of tables for spreadsheets (RFC 4180), in which no cell becomes a formula. */
final class CsvLine {

    private CsvLine() {}

    static void append(StringBuilder out, List<String> cells) {
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
