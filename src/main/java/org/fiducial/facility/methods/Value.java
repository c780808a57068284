package org.fiducial.facility.methods;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Something a sentence says, in no language yet. */
public sealed interface Value {

    /** A name, as somebody or some file wrote it. */
    record Name(String text) implements Value {

        /** Longer than anything is called. */
        private static final int LONGEST = 300;

        public Name {
            String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
            text = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        }
    }

    /** A word of ours that languages translate, for instance {@code confocal}. */
    record Word(String word) implements Value {}

    /**
     * A number with its unit.
     *
     * @param number with the digits it was written with
     * @param unit its sign; empty for a bare number
     */
    record Amount(BigDecimal number, String unit) implements Value {

        private static final Pattern WRITTEN =
                Pattern.compile("([+-]?[0-9]{1,15}(?:\\.[0-9]{1,15})?)\\s*([\\p{L}µ%°][\\p{L}µ%°/²]{0,7})?");

        /** Digits nobody sets a microscope by. */
        private static final MathContext DIGITS = new MathContext(4);

        /** A number with its unit, as 1.4 or 488nm or 0.1 µm; empty where a text is none. */
        public static Optional<Amount> of(String text) {
            Matcher matcher = WRITTEN.matcher(text.strip());
            return matcher.matches()
                    ? Optional.of(new Amount(
                            new BigDecimal(matcher.group(1)),
                            Optional.ofNullable(matcher.group(2))
                                    .map(Amount::sign)
                                    .orElse("")))
                    : Optional.empty();
        }

        /** The same with four digits at most, as programs write more than they know. */
        public Amount rounded() {
            return number.precision() <= DIGITS.getPrecision() || number.scale() <= 0
                    ? this
                    : new Amount(number.round(DIGITS), unit);
        }

        private static String sign(String unit) {
            return unit.equals("um") || unit.equals("μm") ? "µm" : unit.equals("us") ? "µs" : unit;
        }
    }

    /** From one amount to another of the same unit. */
    record Range(Amount low, Amount high) implements Value {}

    /** A day, or several in a row: from the first to the last. */
    record Days(LocalDate first, LocalDate last) implements Value {}

    /** A day. */
    record Day(LocalDate date) implements Value {}

    /** What can be looked up at an address. */
    record Link(Name text, String address) implements Value {}

    /** Several of a kind. */
    record Several(List<Value> values) implements Value {

        public Several {
            values = List.copyOf(values);
        }
    }

    /** What somebody wrote: a number with its unit where it is one, else the text. */
    static Value of(String text) {
        return Amount.of(text).<Value>map(amount -> amount).orElseGet(() -> new Name(text));
    }
}
