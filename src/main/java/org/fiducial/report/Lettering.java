package org.fiducial.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The typeface of every picture, carried in the jar so that a picture looks the same on every machine. */
final class Lettering {

    static final String REGULAR_FILE = "fonts/DejaVuSans.ttf";
    static final String BOLD_FILE = "fonts/DejaVuSans-Bold.ttf";
    static final String FAMILY = "DejaVu Sans";

    private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(?<=\\d) (?=[µnm%°×])");
    private static final Font REGULAR = load(REGULAR_FILE);
    private static final Font BOLD = load(BOLD_FILE);

    private Lettering() {}

    static Font regular(float size) {
        return REGULAR.deriveFont(size);
    }

    static Font bold(float size) {
        return BOLD.deriveFont(size);
    }

    /** A number for a key or a scale, with about three digits and no digits that say nothing. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        if (size >= 1e6 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.2g", value);
        }
        int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** The width of a text in a font. */
    static double width(String text, Font font) {
        return font.getStringBounds(text, METRICS).getWidth();
    }

    /** Breaks a text into lines no wider than the given width, at most the given number; a last one too long is cut. */
    static List<String> wrap(String text, Font font, int width, int maximum) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word :
                NUMBER_AND_UNIT.matcher(text.strip()).replaceAll("\u00a0").split("[ \\t\\n]+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || width(longer, font) <= width) {
                line = longer;
                continue;
            }
            lines.add(line);
            line = word;
        }
        lines.add(line);
        if (lines.size() > maximum) {
            String rest = String.join(" ", lines.subList(maximum - 1, lines.size()));
            lines = new ArrayList<>(lines.subList(0, maximum - 1));
            lines.add(rest);
        }
        return lines.stream().map(each -> shorten(each, font, width)).toList();
    }

    /** A text cut to a width, with an ellipsis where it was. */
    static String shorten(String text, Font font, int width) {
        if (width(text, font) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 1 && width(text.substring(0, end) + "…", font) > width) {
            end--;
        }
        return text.substring(0, end).strip() + "…";
    }

    private static Font load(String file) {
        try (InputStream in = Lettering.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the typeface " + file + " is missing from the build");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("the typeface " + file + " is damaged", e);
        }
    }
}
