package org.fiducial.metrology.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.fiducial.metrology.protocol.MissingParameterException;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.table.WorkbookFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workbooks of plain tables and of tables in other words. */
final class PowerWorkbookTest {

    @Test
    void readsAPlainTableWithItsRowNumbers(@TempDir Path folder) throws IOException {
        Path file = new WorkbookFile()
                .cells(
                        "Power",
                        List.of(
                                List.of("Power check"),
                                List.of(),
                                List.of("time_s", "power_mW"),
                                List.of("0", "1.5"),
                                List.of("2", "bad"),
                                List.of("4", "1.75")))
                .write(folder.resolve("power.xlsx"));
        PowerLog log = new PowerLogs().read(file, 0, Given.nothing(), Progress.unwatched());
        PowerSeries series = log.series().get(0);
        assertThat(series.powerMw().toArray()).containsExactly(1.5, 1.75);
        assertThat(series.fileLine().toArray()).containsExactly(4, 6);
        assertThat(log.unreadable()).containsExactly(new UnreadableReading(0, 5, ReadingCode.BAD_NUMBER, "bad"));
    }

    @Test
    void readsDatesOfAWorkbook(@TempDir Path folder) throws IOException {
        Path file = new WorkbookFile()
                .sheet(
                        "S",
                        "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>timestamp</t></is></c><c r=\"B1\""
                                + " t=\"s\"><v>0</v></c></row>",
                        // two days of the 1900 system, half a day apart
                        "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>45604.75</v></c><c r=\"B2\"><v>2.5</v></c></row>",
                        "<row r=\"3\"><c r=\"A3\" s=\"1\"><v>45605.25</v></c><c r=\"B3\"><v>2.25</v></c></row>")
                .write(folder.resolve("dates.xlsx"));
        PowerLog log = new PowerLogs().read(file, 0, Given.nothing(), Progress.unwatched());
        assertThat(log.said().startedAt()).contains(LocalDateTime.parse("2024-11-08T18:00:00"));
        assertThat(log.series().get(0).timing().timeS().orElseThrow().toArray()).containsExactly(0, 43_200);
    }

    @Test
    void asksForTheColumnsOfATableInOtherWordsAndReadsTheSheetNamed(@TempDir Path folder) throws IOException {
        Path file = new WorkbookFile()
                .cells("Notizen", List.of(List.of("nichts"), List.of("a", "1")))
                .cells("Messung", List.of(List.of("Zeit", "Leistung"), List.of("0", "1.5"), List.of("1", "1.25")))
                .write(folder.resolve("messung.xlsx"));
        assertThatThrownBy(() -> new PowerLogs().read(file, 0, Given.nothing(), Progress.unwatched()))
                .isInstanceOf(MissingParameterException.class);
        String columns = "sheet=Messung; time=Zeit; time-unit=min; power=Leistung; power-unit=mW";
        PowerLog log = new PowerLogs().read(file, 0, Given.of("columns", columns), Progress.unwatched());
        assertThat(log.series().get(0).timing().timeS().orElseThrow().toArray()).containsExactly(0, 60);
    }

    @Test
    void proposesColumnsForAPageToShow(@TempDir Path folder) throws IOException {
        Path file = new WorkbookFile()
                .cells("S", List.of(List.of("Zeit", "Leistung"), List.of("0", "1.5"), List.of("1", "1.25")))
                .write(folder.resolve("messung.xlsx"));
        ColumnProposal proposal = ColumnProposal.of(file).orElseThrow();
        assertThat(proposal.table().columns())
                .extracting(column -> column.name() + ": " + column.guess())
                .containsExactly("Zeit: time", "Leistung: power");
        assertThat(proposal.table().signature()).contains("Zeit | Leistung");
        assertThat(proposal.table().samples()).containsExactly(List.of("0", "1.5"), List.of("1", "1.25"));
        assertThat(proposal.headerLine()).isEqualTo(1);
        assertThat(proposal.columns()).isEqualTo("time=Zeit; power=Leistung; time-unit=s; power-unit=…");
    }
}
