package org.fiducial.web.methods;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.publication.Fingerprint;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.LabelledFigures;
import org.fiducial.report.Texts;
import org.fiducial.report.Theme;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.records.FacilityRecords;

/**
 * The pictures of checks in a ZIP file, drawn one after the other while it is sent, with a table of what each shows at its end.
 * The same checks give the same bytes: entries bear no time of day.
 *
 * @param zone where days are counted
 */
record PictureArchive(FacilityRecords records, FigureRenderer renderer, Texts texts, ZoneId zone) {

    static final String TABLE = "pictures.csv";

    private static final List<String> HEADINGS =
            List.of("file", "measured", "light path", "protocol", "version", "title", "text", "check", "sha256");

    /** Of the first moment a ZIP file can bear, Java would write the zone of the machine beside it. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    void write(List<UUID> checks, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        StringBuilder table = CsvLine.table(HEADINGS);
        int number = 0;
        for (UUID id : checks) {
            number++;
            Optional<Check> check = records.checks().byId(id);
            if (check.isPresent()) {
                write(zip, number, check.get(), table);
            }
        }
        put(zip, TABLE, table.toString().getBytes(StandardCharsets.UTF_8));
        zip.finish();
        zip.flush();
    }

    private void write(ZipOutputStream zip, int number, Check check, StringBuilder table) throws IOException {
        ProtocolReference protocol = check.result().provenance().protocol();
        String day =
                check.occasion().times().measuredAt().atZone(zone).toLocalDate().toString();
        for (Figure figure : LabelledFigures.of(check.result(), texts)) {
            String file = number + "-" + day + "-" + protocol.id() + "-"
                    + figure.caption().id() + ".png";
            byte[] png = renderer.png(figure, Theme.LIGHT);
            put(zip, file, png);
            CsvLine.append(
                    table,
                    List.of(
                            file,
                            day,
                            records.instruments()
                                    .configuration(check.configurationId())
                                    .map(Configuration::name)
                                    .orElse(""),
                            protocol.id(),
                            protocol.version(),
                            figure.caption().title(),
                            figure.caption().text(),
                            check.id().toString(),
                            Fingerprint.of(png)));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
