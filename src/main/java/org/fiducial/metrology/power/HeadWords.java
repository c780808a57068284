package org.fiducial.metrology.power;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in the lines before a table what the meter says of itself: its wavelength setting, model and serial number. */
final class HeadWords {

    private static final Pattern WAVELENGTH =
            Pattern.compile("(?i).*wavelength[^0-9]{0,40}?(\\d{3,4}(?:[.,]\\d+)?)\\s*(?:nm)?\\b.*");
    /** What a sensor can read is not what the meter was set to. */
    private static final Pattern RANGE = Pattern.compile(
            "(?i).*(?:range|\\bmin|\\bmax|\\d\\s*(?:nm)?\\s*(?:-|\u2013|to|\\.\\.+)\\s*\\d{3,4}\\s*nm).*");

    private static final Pattern NAMED = Pattern.compile(
            "(?i)[#;\\s\"]*((?:console|device|power ?meter|meter|instrument|model|sensor(?: type)?|head|serial(?:"
                    + " number| no\\.?)?|s/n))\\s*[:=;,\\t]\\s*(\\S.{0,78}?)[\\s,;\"]*");

    private static final int LONGEST = 300;

    private HeadWords() {}

    static void read(List<String> lines, LogNotes notes) {
        StringBuilder meter = new StringBuilder();
        for (String line : lines) {
            if (line.length() > LONGEST) {
                continue;
            }
            Matcher wavelength = WAVELENGTH.matcher(line);
            if (wavelength.matches() && !RANGE.matcher(line).matches()) {
                notes.meterWavelength(Double.parseDouble(wavelength.group(1).replace(',', '.')));
            }
            Matcher named = NAMED.matcher(line);
            if (named.matches()) {
                meter.append(meter.length() == 0 ? "" : ", ")
                        .append(named.group(1).strip())
                        .append(' ')
                        .append(named.group(2).strip());
            }
        }
        notes.fact("meter", meter.toString());
    }
}
