package org.fiducial.metrology.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkbookTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void readsTheFirstSheetWithItsRowNumbersAndDatesAsIsoText() throws IOException {
        Path file = new WorkbookFile()
                .sheet(
                        "Power",
                        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>when</t></is></c>"
                                + "<c r=\"B2\" t=\"s\"><v>0</v></c></row>",
                        // 45604.727461… is 2024-11-08 17:27:32.678; style 1 is a date, 2 a time, 3 a number
                        "<row r=\"4\"><c r=\"A4\" s=\"1\"><v>45604.72746155092</v></c><c r=\"C4\" s=\"3\"><v>2.5E-4</v></c></row>",
                        "<row r=\"5\"><c r=\"A5\" s=\"2\"><v>0.5</v></c><c r=\"B5\"><f>1+1</f><v>2</v></c></row>")
                .sheet("Other", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .write(folder.resolve("power.xlsx"));
        Table table = Table.open(file);
        assertThat(table.kind()).isEqualTo("workbook, sheet 'Power'");
        assertThat(table.head())
                .containsExactly("", "when\tpower [mW]", "", "2024-11-08 17:27:32.678\t\t2.5E-4", "12:00:00.000\t2");
        assertThat(rows(table, 3)).containsExactly("4: 2024-11-08 17:27:32.678||2.5E-4", "5: 12:00:00.000|2");
        assertThat(rows(Table.open(file, Optional.of("Other")), 1)).containsExactly("1: 1");
        assertThatThrownBy(() -> Table.open(file, Optional.of("Third")))
                .hasMessage("'power.xlsx' has no sheet 'Third'; it has Power, Other.");
    }

    @Test
    void refusesAZipFileAndADamagedWorkbook() throws IOException {
        Path whole = new WorkbookFile()
                .sheet("S", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
                .write(folder.resolve("a.xlsx"));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.xlsx"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> Table.open(cut)).hasMessageContaining("damaged workbook");
        Path zip = WorkbookFile.zip(folder.resolve("b.xlsx"), "readme.txt", "hello");
        assertThatThrownBy(() -> Table.open(zip)).hasMessageContaining("no Excel workbook");
        Path broken = new WorkbookFile()
                .sheet("S", "<row r=\"1\"><c r=\"A1\"><v>1</v></row")
                .write(folder.resolve("c.xlsx"));
        assertThatThrownBy(() -> Table.open(broken)).isInstanceOf(UnreadableTableException.class);
        Path empty = new WorkbookFile().sheet("S").write(folder.resolve("d.xlsx"));
        assertThatThrownBy(() -> Table.open(empty)).hasMessageContaining("has no rows in its sheet 'S'");
    }

    @Test
    void refusesAWorkbookThatUnpacksToTooMuch() throws IOException {
        Path bomb = new WorkbookFile().sheet("S", " ".repeat(3_000_000)).write(folder.resolve("bomb.xlsx"));
        assertThat(Files.size(bomb)).isLessThan(20_000);
        assertThatThrownBy(() -> Workbook.open(bomb, Optional.empty(), new ZipLimits(1 << 20, 1 << 16)))
                .hasMessage(
                        "'bomb.xlsx' unpacks to more than 1 MB (or its texts to more than 1 MB); save the sheet as CSV"
                                + " and give that.");
    }

    @Test
    void refusesAnEntityBomb() throws IOException {
        Path file = new WorkbookFile()
                .preamble("<!DOCTYPE a [<!ENTITY b \"" + "x".repeat(1000) + "\">]>")
                .sheet("S", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&b;</t></is></c></row>")
                .write(folder.resolve("e.xlsx"));
        assertThatThrownBy(() -> rows(Table.open(file), 1)).isInstanceOf(UnreadableTableException.class);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
    }

    private static List<String> rows(Table table, int from) {
        List<String> rows = new ArrayList<>();
        table.rows('\t', from, row -> rows.add(row.line() + ": " + String.join("|", row.texts())));
        return rows;
    }
}
