package org.fiducial.metrology.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Holds a workbook against limits before anything of it is kept. The sizes a ZIP file states can lie, so its parts are
 * unpacked once and counted. A sheet of a million rows of ten cells unpacks to about 400 MB.
 *
 * @param mostBytes of all parts together
 * @param mostTextBytes of the table of shared texts, which the library keeps in memory
 */
record ZipLimits(long mostBytes, long mostTextBytes) {

    static final ZipLimits USUAL = new ZipLimits(512L << 20, 32L << 20);

    private static final int MOST_PARTS = 2000;

    void check(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS) {
                throw UnreadableTableException.of(
                        file, "holds " + zip.size() + " parts; a workbook has fewer than " + MOST_PARTS + ".");
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                throw UnreadableTableException.of(
                        file, "is a ZIP file but no Excel workbook; unpack it and give the table inside.");
            }
            count(file, zip);
        } catch (ZipException e) {
            throw new UnreadableTableException(
                    "'" + file.getFileName() + "' is a damaged workbook (" + e.getMessage()
                            + "); save or copy it again.",
                    e);
        } catch (IOException e) {
            throw UnreadableTableException.disk(file, e);
        }
    }

    private void count(Path file, ZipFile zip) throws IOException {
        long all = 0;
        byte[] buffer = new byte[1 << 16];
        for (ZipEntry entry : Collections.list(zip.entries())) {
            boolean texts = entry.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
            long part = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    part += n;
                    if (all + part > mostBytes || (texts && part > mostTextBytes)) {
                        throw tooLarge(file);
                    }
                }
            }
            all += part;
        }
    }

    private UnreadableTableException tooLarge(Path file) {
        return UnreadableTableException.of(
                file,
                "unpacks to more than " + ((mostBytes + (1 << 20) - 1) >> 20) + " MB (or its texts to more than "
                        + ((mostTextBytes + (1 << 20) - 1) >> 20) + " MB); save the sheet as CSV and give that.");
    }
}
