package org.fiducial.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What hangs on the door of a microscope: what a user needs to write of it, and where to learn its state. No state is printed,
 * for paper goes stale. A sign is one page of A4 whatever the number of parts: with more of them the letters get smaller, down
 * to 7.5 pt, and then lists end with how many more there are.
 */
public final class DoorSign {

    private static final String STATE_FILE = "state.png";
    private static final String REPORT_FILE = "report.png";
    private static final int MODULE_PX = 8;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_ON_LABEL = 34;
    private static final int LONGEST_CELL = 90;

    /** Sizes of letters in points and how many lines each list may have, tried in turn until all is on one page. */
    private static final List<Fit> FITS = List.of(
            new Fit("11", 100),
            new Fit("10", 100),
            new Fit("9", 100),
            new Fit("8", 100),
            new Fit("7.5", 100),
            new Fit("7.5", 40),
            new Fit("7.5", 30),
            new Fit("7.5", 24),
            new Fit("7.5", 20),
            new Fit("7.5", 16),
            new Fit("7.5", 12),
            new Fit("7.5", 9),
            new Fit("7.5", 6),
            new Fit("7.5", 3),
            new Fit("7.5", 1));

    private record Fit(String points, int most) {}

    private final Templates templates;

    public DoorSign(Templates templates) {
        this.templates = templates;
    }

    /**
     * What stands on a sign; texts may be empty.
     *
     * @param title what it is of
     * @param links where its codes lead
     * @param lists what the instrument is made of, in the order they are printed
     * @param printed the day it was made
     */
    public record Sign(Title title, Links links, List<Part> lists, String printed) {
        public Sign {
            lists = List.copyOf(lists);
        }
    }

    /** What a sign is of: the instrument, its make and how it is cited, whose it is and how they are reached. */
    public record Title(String name, String make, String identifier, String facility, String contact) {

        /** The same with no text longer than so many letters. */
        Title first(int most) {
            return new Title(
                    cut(name, most),
                    cut(make, most),
                    cut(identifier, most),
                    cut(facility, most),
                    cut(contact, 2 * most));
        }
    }

    /** Addresses of the state now and of the form that reports a problem; empty where there is none to print. */
    public record Links(String state, String report) {}

    /** A list with the names of its columns, of which the first is the widest. */
    public record Part(String title, List<String> columns, List<List<String>> rows) {
        public Part {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** The first rows, no more than so many. */
        Shown first(int most) {
            int shown = Math.min(most, rows.size());
            return new Shown(
                    title,
                    columns,
                    rows.subList(0, shown).stream()
                            .map(row -> row.stream()
                                    .map(cell -> cut(cell, LONGEST_CELL))
                                    .toList())
                            .toList(),
                    rows.size() - shown);
        }
    }

    /** A list as far as it is printed. */
    public record Shown(String title, List<String> columns, List<List<String>> rows, int more) {}

    /** The sign on one page of A4; the same sign gives the same bytes. */
    public byte[] pdf(Sign sign) {
        byte[] pdf = new byte[0];
        for (Fit fit : FITS) {
            pdf = drawn(sign, "sign.html", fit);
            if (pages(pdf) == 1) {
                return pdf;
            }
        }
        return pdf;
    }

    /** A label of 90 mm by 50 mm with name and codes. */
    public byte[] label(Sign sign) {
        Sign small = new Sign(sign.title().first(LONGEST_ON_LABEL), sign.links(), List.of(), sign.printed());
        return drawn(small, "sign-label.html", FITS.get(0));
    }

    /** A text as long as there is room for; what is left out is marked. */
    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private byte[] drawn(Sign sign, String template, Fit fit) {
        Map<String, byte[]> files = new HashMap<>();
        put(files, STATE_FILE, sign.links().state());
        put(files, REPORT_FILE, sign.links().report());
        List<Shown> shown =
                sign.lists().stream().map(list -> list.first(fit.most())).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("style", new String(templates.file("styles/sign.css").orElse(new byte[0]), StandardCharsets.UTF_8));
        values.put("language", templates.texts().locale().getLanguage());
        values.put("points", fit.points());
        values.put("sign", sign.title().first(LONGEST_TITLE));
        values.put("links", sign.links());
        values.put("printed", sign.printed());
        values.put("left", half(shown, true));
        values.put("right", half(shown, false));
        values.put("any", !shown.isEmpty());
        String page = templates.fill(template, values);
        return PdfDocument.of(page, files, page.hashCode());
    }

    /** Lists in two columns of about the same height: the left takes them until it has half of all lines. */
    private static List<Shown> half(List<Shown> all, boolean left) {
        int lines = all.stream().mapToInt(DoorSign::height).sum();
        int before = 0;
        int end = 0;
        while (end < all.size() && before + height(all.get(end)) / 2.0 <= lines / 2.0) {
            before += height(all.get(end));
            end++;
        }
        return left ? all.subList(0, end) : all.subList(end, all.size());
    }

    private static int height(Shown list) {
        return list.rows().size() + 3;
    }

    private static void put(Map<String, byte[]> files, String name, String address) {
        if (!address.isEmpty()) {
            files.put(name, QrCode.of(address).png(MODULE_PX));
        }
    }

    private static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
