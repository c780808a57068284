package org.fiducial.metrology.power;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Names of series and numbers in sentences. */
final class Words {

    private static final MathContext FOUR = new MathContext(4);

    private Words() {}

    /** Four significant figures without exponent. */
    static String number(double value) {
        return new BigDecimal(value).round(FOUR).stripTrailingZeros().toPlainString();
    }

    /** A length of time in the unit people use for it. */
    static String duration(double seconds) {
        if (seconds < 120) {
            return number(seconds) + " s";
        }
        return seconds < 7200 ? number(seconds / 60) + " min" : number(seconds / 3600) + " h";
    }

    /** What tells a series from the others, for instance {@code 488 nm, 20 %, sample}; empty where nothing does. */
    static String series(SeriesKey key, SetPointKind kind) {
        List<String> words = new ArrayList<>();
        key.lineNm().ifPresent(nm -> words.add(number(nm) + " nm"));
        key.setPoint().ifPresent(set -> words.add(number(set) + " " + kind.sign()));
        if (!key.location().isEmpty()) {
            words.add(key.location());
        }
        return String.join(", ", words);
    }

    /** A sentence that begins with the series it speaks of. */
    static String of(String series, String sentence) {
        return series.isEmpty()
                ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1)
                : series + ": " + sentence;
    }
}
