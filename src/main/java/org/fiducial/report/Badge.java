package org.fiducial.report;

import java.util.Locale;
import java.util.Map;

/**
 * A badge: a name and a word beside it, as a drawing of 20 units height. It says in text what its colour says, has a title for
 * those who do not see it, and white letters on each of its colours have a contrast of at least 4.5 to 1 (WCAG 2.1, 1.4.3).
 */
public final class Badge {

    private static final int LONGEST = 40;
    private static final double LETTER = 6.6;
    private static final int PADDING = 8;
    private static final String GREY = "#57616c";
    private static final Map<String, String> COLOURS =
            Map.of("pass", "#00704f", "warning", "#8f5400", "fail", "#b5320f");

    private Badge() {}

    /**
     * Draws a badge.
     *
     * @param name cut where it is longer than 40 letters
     * @param word a verdict's stable word, for the colour
     * @param text what it says
     */
    public static String svg(String name, String word, String text) {
        String left = clean(name.codePointCount(0, name.length()) > LONGEST ? cut(name) : name);
        String right = clean(text);
        int first = width(left);
        int whole = first + width(right);
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"20\" viewBox=\"0 0 %1$d 20\" role=\"img\""
                        + " aria-labelledby=\"t\"><title id=\"t\">%5$s: %6$s</title>"
                        + "<clipPath id=\"r\"><rect width=\"%1$d\" height=\"20\" rx=\"3\"/></clipPath>"
                        + "<g clip-path=\"url(#r)\"><rect width=\"%2$d\" height=\"20\" fill=\"#2f363d\"/>"
                        + "<rect x=\"%2$d\" width=\"%3$d\" height=\"20\" fill=\"%4$s\"/></g>"
                        + "<g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">"
                        + "<text x=\"%7$d\" y=\"14\" textLength=\"%8$d\" lengthAdjust=\"spacingAndGlyphs\">%5$s</text>"
                        + "<text x=\"%9$d\" y=\"14\" textLength=\"%10$d\" lengthAdjust=\"spacingAndGlyphs\">%6$s</text></g></svg>",
                whole,
                first,
                whole - first,
                COLOURS.getOrDefault(word, GREY),
                escaped(left),
                escaped(right),
                PADDING,
                first - 2 * PADDING,
                first + PADDING,
                whole - first - 2 * PADDING);
    }

    private static String cut(String name) {
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cs}\\uFFFE\\uFFFF]+", " ");
    }

    private static int width(String text) {
        return (int) Math.ceil(text.codePointCount(0, text.length()) * LETTER) + 2 * PADDING;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
