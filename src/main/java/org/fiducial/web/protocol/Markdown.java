package org.fiducial.web.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the small part of Markdown that protocol texts use into HTML: headings, paragraphs, lists, tables, code, emphasis.
 * Everything is escaped first, so that no text can become mark-up; addresses are shown, not linked, for pages work offline.
 */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("(#{1,5})\\s+(.*)");
    private static final Pattern BULLET = Pattern.compile("\\s*(?:[-*]|(\\d+)[.)])\\s+(.*)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern STRONG = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\w*])[*_]([^*_]+)[*_](?![\\w*])");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\(([^)\\s]+)\\)");

    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();
    private String open = "";
    private boolean fenced;

    private Markdown() {}

    /** The text as HTML, its headings one level lower than written, for the page has a heading of its own. */
    static String toHtml(String text) {
        Markdown markdown = new Markdown();
        text.lines().forEach(markdown::line);
        markdown.close();
        return markdown.html.toString();
    }

    private void line(String line) {
        if (line.startsWith("```")) {
            fence();
            return;
        }
        if (fenced) {
            html.append(escape(line)).append('\n');
            return;
        }
        Matcher heading = HEADING.matcher(line);
        Matcher bullet = BULLET.matcher(line);
        if (line.isBlank()) {
            close();
        } else if (heading.matches()) {
            close();
            int level = heading.group(1).length() + 1;
            html.append("<h" + level + ">" + inline(heading.group(2)) + "</h" + level + ">\n");
        } else if (line.strip().startsWith("|")) {
            row(line.strip());
        } else if (bullet.matches()) {
            item(bullet);
        } else {
            paragraph.add(line.strip());
        }
    }

    private void fence() {
        if (!fenced) {
            close();
        }
        html.append(fenced ? "</code></pre>\n" : "<pre><code>");
        fenced = !fenced;
    }

    private void item(Matcher bullet) {
        String list = bullet.group(1) == null ? "ul" : "ol";
        flush();
        if (!open.equals(list)) {
            close();
            html.append("<" + list + ">\n");
            open = list;
        }
        paragraph.add(bullet.group(2));
    }

    private void row(String line) {
        String inner = line.replaceAll("^\\||\\|$", "");
        if (inner.matches("[\\s|:-]+")) {
            return;
        }
        boolean first = !"table".equals(open);
        if (first) {
            close();
            html.append("<div class=\"wide\"><table>\n");
            open = "table";
        }
        html.append("<tr>");
        String cell = first ? "th" : "td";
        for (String text : inner.split("\\|", -1)) {
            html.append("<" + cell + ">" + inline(text.strip()) + "</" + cell + ">");
        }
        html.append("</tr>\n");
    }

    /** Ends the paragraph or list item being collected. */
    private void flush() {
        if (paragraph.isEmpty()) {
            return;
        }
        String tag = "ul".equals(open) || "ol".equals(open) ? "li" : "p";
        html.append("<" + tag + ">" + inline(String.join(" ", paragraph)) + "</" + tag + ">\n");
        paragraph.clear();
    }

    private void close() {
        flush();
        if ("table".equals(open)) {
            html.append("</table></div>\n");
        } else if (!open.isEmpty()) {
            html.append("</" + open + ">\n");
        }
        open = "";
    }

    private static String inline(String text) {
        String safe = escape(text);
        safe = LINK.matcher(safe).replaceAll("$1 ($2)");
        safe = STRONG.matcher(safe).replaceAll("<strong>$1</strong>");
        StringBuilder done = new StringBuilder();
        Matcher code = CODE.matcher(safe);
        int from = 0;
        while (code.find()) {
            done.append(EMPHASIS.matcher(safe.substring(from, code.start())).replaceAll("<em>$1</em>"));
            done.append("<code>").append(code.group(1)).append("</code>");
            from = code.end();
        }
        return done.append(EMPHASIS.matcher(safe.substring(from)).replaceAll("<em>$1</em>"))
                .toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
