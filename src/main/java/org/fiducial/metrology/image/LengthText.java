package org.fiducial.metrology.image;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiducial.metrology.quantity.Dimension;
import org.fiducial.metrology.quantity.Unit;

/** The words in which image files name units of length, with the accidents that happen to the letter µ. */
final class LengthText {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private LengthText() {}

    /** The unit, or empty if the text names no length ({@code pixel}, {@code reference frame}, nonsense). */
    static Optional<Unit> unit(String text) {
        String plain = unescape(text.strip());
        // A Latin-1 µ read as UTF-8 is the replacement character; a UTF-8 µ read as Latin-1 is Âµ.
        String mended =
                plain.replace("\ufffd", "µ").replace("\u00c2\u00b5", "µ").replace('\u03bc', 'µ');
        return Unit.parse(mended).filter(unit -> unit.dimension() == Dimension.LENGTH);
    }

    /** True for the words that say that no calibration was made. */
    static boolean uncalibrated(String text) {
        String word = text.strip();
        return word.isEmpty() || word.equalsIgnoreCase("pixel") || word.equalsIgnoreCase("pixels");
    }

    private static String unescape(String text) {
        Matcher matcher = ESCAPE.matcher(text);
        return matcher.replaceAll(
                found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
    }
}
