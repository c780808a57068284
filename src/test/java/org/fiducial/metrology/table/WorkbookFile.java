package org.fiducial.metrology.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the smallest workbook that is one (ECMA-376), for tests; one shared text: {@code power [mW]}. */
public final class WorkbookFile {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String preamble = "";

    WorkbookFile preamble(String text) {
        preamble = text;
        return this;
    }

    /** Adds a sheet with rows in XML. */
    public WorkbookFile sheet(String name, String... rows) {
        sheets.put(name, String.join("", rows));
        return this;
    }

    /** Adds a sheet of plain cells: numbers as numbers, all else as text. */
    public WorkbookFile cells(String name, List<List<String>> table) {
        StringBuilder xml = new StringBuilder();
        for (int row = 0; row < table.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < table.get(row).size(); column++) {
                String place = "r=\"" + (char) ('A' + column) + (row + 1) + "\"";
                String cell = table.get(row).get(column);
                xml.append(
                        cell.matches("[-+0-9.eE]+")
                                ? "<c " + place + "><v>" + cell + "</v></c>"
                                : "<c " + place + " t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            }
            xml.append("</row>");
        }
        return sheet(name, xml.toString());
    }

    /** Writes the workbook. */
    public Path write(Path file) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder(
                XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        StringBuilder list =
                new StringBuilder(XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
        StringBuilder relations = new StringBuilder(XML + "<Relationships xmlns=\"" + RELATIONS + "\">");
        List<String> names = new ArrayList<>(sheets.keySet());
        types.append(type("/xl/workbook.xml", "sheet.main+xml"))
                .append(type("/xl/sharedStrings.xml", "sharedStrings+xml"))
                .append(type("/xl/styles.xml", "styles+xml"));
        for (int i = 1; i <= names.size(); i++) {
            types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
            list.append("<sheet name=\"" + names.get(i - 1) + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
            relations.append("<Relationship Id=\"rId" + i + "\" Type=\"" + OFFICE
                    + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
            parts.put(
                    "xl/worksheets/sheet" + i + ".xml",
                    XML + preamble + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheets.get(names.get(i - 1))
                            + "</sheetData></worksheet>");
        }
        parts.put("[Content_Types].xml", types + "</Types>");
        parts.put("xl/workbook.xml", list + "</sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
        parts.put("xl/sharedStrings.xml", XML + "<sst xmlns=\"" + MAIN + "\"><si><t>power [mW]</t></si></sst>");
        parts.put(
                "xl/styles.xml",
                XML + "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId=\"170\""
                        + " formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss.000\"/></numFmts><cellXfs count=\"4\"><xf numFmtId=\"0\"/>"
                        + "<xf numFmtId=\"170\"/><xf numFmtId=\"21\"/><xf numFmtId=\"11\"/></cellXfs></styleSheet>");
        return zip(file, parts);
    }

    static Path zip(Path file, String name, String text) throws IOException {
        return zip(file, Map.of(name, text));
    }

    private static Path zip(Path file, Map<String, String> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + kind + "\"/>";
    }
}
