package org.fiducial.metrology.table;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** One sheet of an Excel workbook (.xlsx). Dates become ISO text such as {@code 2024-11-08 17:27:32.678}. */
final class Workbook implements Table {

    /** Formats of dates and times that every workbook has without stating them (ECMA-376-1, 18.8.30). */
    private static final Set<Integer> DATE_FORMATS = Set.of(14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47);

    /** What in a format is no letter of a date: texts in quotes, colours and conditions in brackets, escaped characters. */
    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\[(?![hmsHMS]+])[^]]*]|\\\\.|_.");

    private static final Pattern DATE_LETTER = Pattern.compile("[ydhsYDHS]");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
    private static final int MOST_COLUMNS = 200;

    private final Path file;
    private final String sheet;
    private final List<String> head;

    private Workbook(Path file, String sheet, List<String> head) {
        this.file = file;
        this.sheet = sheet;
        this.head = head;
    }

    static Workbook open(Path file, Optional<String> wanted) {
        return open(file, wanted, ZipLimits.USUAL);
    }

    static Workbook open(Path file, Optional<String> wanted, ZipLimits limits) {
        limits.check(file);
        String sheet = sheetName(file, wanted);
        List<String> head = new ArrayList<>();
        new Workbook(file, sheet, head).rows('\t', 1, row -> {
            while (head.size() < Math.min(row.line(), HEAD_LINES) - 1) {
                head.add("");
            }
            if (row.line() <= HEAD_LINES) {
                head.add(String.join("\t", row.texts()));
            }
            return row.line() < HEAD_LINES;
        });
        if (head.isEmpty()) {
            throw UnreadableTableException.of(
                    file, "has no rows in its sheet '" + sheet + "'; expected a table of readings.");
        }
        return new Workbook(file, sheet, List.copyOf(head));
    }

    private static String sheetName(Path file, Optional<String> wanted) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            if (names.isEmpty()) {
                throw UnreadableTableException.of(file, "is a workbook without sheets; expected a table of readings.");
            }
            if (wanted.isPresent() && !names.contains(wanted.get())) {
                throw UnreadableTableException.of(
                        file, "has no sheet '" + wanted.get() + "'; it has " + String.join(", ", names) + ".");
            }
            return wanted.orElse(names.get(0));
        } catch (IOException e) {
            throw notWorkbook(file, e);
        } catch (UnreadableTableException e) {
            throw e;
        } catch (RuntimeException e) {
            // the library has no one name for what it cannot read
            throw notWorkbook(file, e);
        }
    }

    private static UnreadableTableException notWorkbook(Path file, Exception cause) {
        return new UnreadableTableException(
                "'" + file.getFileName()
                        + "' is no Excel workbook that can be read; save the sheet again as .xlsx or as CSV"
                        + " and give that.",
                cause);
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
        return "workbook, sheet '" + sheet + "'";
    }

    @Override
    public char separator(int fromLine) {
        return '\t';
    }

    @Override
    public void rows(char separator, int fromLine, RowVisitor visitor) {
        TableRow filled = new TableRow();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> rows = stream(workbook)) {
            Iterator<Row> each = rows.iterator();
            while (next(each, filled)) {
                if (filled.line() >= fromLine && !filled.isBlank() && !visitor.visit(filled)) {
                    return;
                }
            }
        } catch (IOException e) {
            throw notWorkbook(file, e);
        }
    }

    private Stream<Row> stream(ReadableWorkbook workbook) throws IOException {
        return workbook.findSheet(sheet)
                .orElseThrow(() -> UnreadableTableException.of(file, "changed while it was read; give it again."))
                .openStream();
    }

    private boolean next(Iterator<Row> rows, TableRow filled) {
        try {
            if (!rows.hasNext()) {
                return false;
            }
            Row row = rows.next();
            filled.begin(row.getRowNum());
            for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
                char[] text = row.getOptionalCell(i)
                        .map(Workbook::text)
                        .orElse("")
                        .replace('\t', ' ')
                        .replace('\n', ' ')
                        .toCharArray();
                filled.add(text, 0, text.length);
            }
            return true;
        } catch (RuntimeException e) {
            // the library has no one name for what it cannot read
            throw UnreadableTableException.at(
                    file,
                    filled.line() + 1,
                    "the sheet '" + sheet + "' breaks off or is damaged; save it again as .xlsx or as CSV.",
                    e);
        }
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA) {
            return isDate(cell) ? date(cell) : raw(cell);
        }
        return cell.getType() == CellType.ERROR ? raw(cell) : cell.getText();
    }

    private static String raw(Cell cell) {
        String raw = cell.getRawValue();
        return raw == null ? "" : raw;
    }

    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        String format = cell.getDataFormatString();
        return (id != null && DATE_FORMATS.contains(id))
                || (format != null
                        && DATE_LETTER
                                .matcher(NOT_FORMAT.matcher(format).replaceAll(""))
                                .find());
    }

    private static String date(Cell cell) {
        String raw = raw(cell);
        double days;
        try {
            days = Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return raw;
        }
        LocalDateTime moment = cell.asDate().plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
        return days < 1 ? TIME.format(moment) : DATE_TIME.format(moment);
    }
}
