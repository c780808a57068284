package org.fiducial.metrology.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A text table or a workbook, opened: its first lines are known, its rows can be streamed as often as wanted. */
public sealed interface Table permits TextTable, Workbook {

    /** Most lines of a {@linkplain #head() head}. */
    int HEAD_LINES = 200;

    /** Which file. */
    Path file();

    /**
     * The first lines, at most {@value #HEAD_LINES}, as they stand in the file, without line ends; of a workbook the first
     * rows with tabs between the cells, so that list index plus 1 is the line or row number.
     */
    List<String> head();

    /** What kind of file it is in words, for instance {@code text, UTF-8} or {@code workbook, sheet 'Power'}. */
    String kind();

    /**
     * The character between cells where no format says it.
     *
     * @param fromLine first line that belongs to the table, counted from 1
     */
    char separator(int fromLine);

    /**
     * Streams rows; blank lines are left out.
     *
     * @param separator between cells; a workbook needs none and ignores it
     * @param fromLine first line, counted from 1
     * @throws UnreadableTableException if the file breaks off, with its line
     */
    void rows(char separator, int fromLine, RowVisitor visitor);

    /**
     * Opens a file.
     *
     * @throws UnreadableTableException if it is neither a text nor a workbook, or has nothing in it
     */
    static Table open(Path file) {
        return open(file, Optional.empty());
    }

    /**
     * Opens a file, and in a workbook the sheet of that name.
     *
     * @throws UnreadableTableException if it is neither a text nor a workbook, has nothing in it or not that sheet
     */
    static Table open(Path file, Optional<String> sheet) {
        byte[] start = start(file);
        if (start.length == 0) {
            throw UnreadableTableException.of(file, "is empty; expected a table with at least one row.");
        }
        if (TextEncoding.begins(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw UnreadableTableException.of(
                    file, "is an old Excel workbook (.xls); save it as .xlsx or CSV and give that.");
        }
        if (TextEncoding.begins(start, 'P', 'K')) {
            return Workbook.open(file, sheet);
        }
        return TextTable.open(file, start);
    }

    /** The cells of one line, without blanks around them. */
    static List<String> cells(String line, char separator) {
        return TextTable.cells(line, separator);
    }

    private static byte[] start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TextTable.START_BYTES);
        } catch (IOException e) {
            throw UnreadableTableException.disk(file, e);
        }
    }
}
