package org.fiducial.metrology.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One row of a table. The same object stands for row after row: what is to stay is taken out while it is visited.
 */
public final class TableRow {

    private static final int MOST_CELLS = 1000;

    private char[] text = new char[256];
    private int[] ends = new int[16];
    private int cells;
    private long line;

    TableRow() {}

    /** Line of the text file, or number of the row in the sheet, counted from 1. */
    public long line() {
        return line;
    }

    /** Number of cells. */
    public int size() {
        return cells;
    }

    /** The text of a cell without blanks around it; empty beyond the last cell. */
    public String text(int index) {
        if (index >= cells) {
            return "";
        }
        int start = DecimalNumbers.skipBlanks(text, start(index), ends[index]);
        int end = DecimalNumbers.cutBlanks(text, start, ends[index]);
        return new String(text, start, end - start);
    }

    /** The number of a cell; empty if it is none or beyond the last cell. */
    public OptionalDouble number(int index, DecimalNumbers numbers) {
        return index >= cells ? OptionalDouble.empty() : numbers.parse(text, start(index), ends[index]);
    }

    /** Whether a cell is empty or blank, or beyond the last cell. */
    public boolean isBlank(int index) {
        if (index < cells) {
            for (int i = start(index); i < ends[index]; i++) {
                if (!DecimalNumbers.isBlank(text[i])) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether all cells are blank. */
    public boolean isBlank() {
        for (int i = 0; i < cells; i++) {
            if (!isBlank(i)) {
                return false;
            }
        }
        return true;
    }

    /** The texts of all cells. */
    public List<String> texts() {
        List<String> all = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            all.add(text(i));
        }
        return all;
    }

    /** The row as it could have been written, at most so many characters of it. */
    public String shortened(int most) {
        String all = String.join(" | ", texts());
        return all.length() <= most ? all : all.substring(0, most - 1) + "…";
    }

    void begin(long atLine) {
        line = atLine;
        cells = 0;
    }

    /** Adds a cell; says whether there was room: no log has more than a thousand columns. */
    boolean add(char[] source, int from, int length) {
        if (cells == MOST_CELLS) {
            return false;
        }
        int start = start(cells);
        if (start + length > text.length) {
            text = Arrays.copyOf(text, Math.max(2 * text.length, start + length));
        }
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        System.arraycopy(source, from, text, start, length);
        ends[cells++] = start + length;
        return true;
    }

    private int start(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }
}
