package org.fiducial.report;

import java.util.List;
import org.fiducial.facility.judgement.VerdictLevel;

/**
 * A verdict as people see it: word, label and shape as well as colour.
 *
 * @param word stable word for styles, for instance {@code not-evaluated}
 * @param label the word people read
 * @param sign a shape of its own, for text without pictures
 */
public record VerdictView(String word, String label, String sign) {

    private static final List<String> ASCENDING = List.of(
            VerdictLevel.PASS.word(),
            VerdictLevel.NOT_EVALUATED.word(),
            VerdictLevel.WARNING.word(),
            VerdictLevel.FAIL.word());

    /** How grave it is, from 0, to sort by. */
    public int severity() {
        return ASCENDING.indexOf(word);
    }

    /** The view of a verdict. */
    public static VerdictView of(VerdictLevel level, Texts texts) {
        String sign =
                switch (level) {
                    case PASS -> "●";
                    case WARNING -> "▲";
                    case FAIL -> "■";
                    case NOT_EVALUATED -> "○";
                };
        return new VerdictView(level.word(), texts.text("verdict." + level.word()), sign);
    }
}
